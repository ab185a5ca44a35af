/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

/** An n-dimensional array. */
public interface NDArray extends Data {}
