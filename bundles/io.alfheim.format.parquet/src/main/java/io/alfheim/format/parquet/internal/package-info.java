/* SPDX-License-Identifier: Apache-2.0 */
/** Reader and writer of Parquet files, on the parts of its reference implementation without Hadoop. */
@NullMarked
package io.alfheim.format.parquet.internal;

import org.jspecify.annotations.NullMarked;
