/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.files;

import io.alfheim.data.NDArray;

/**
 * Values, and when each was taken.
 *
 * @param times one for each row of the values
 * @param values one row for each time
 */
public record Series(NDArray times, NDArray values) {}
