/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

/** A table. */
public interface Table extends Data {}
