/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

/** A document. */
public interface Document extends Data {}
