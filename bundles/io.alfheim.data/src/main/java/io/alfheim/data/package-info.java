/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What a dataset is once its bytes have been read, and the extension point of file formats.
 *
 * <p>A {@link io.alfheim.data.Data} is the content of one dataset: an n-dimensional array, a table, a
 * document, or, where no installed format knows the extension, just the file. A format is a pair of
 * services, {@link io.alfheim.data.DatasetReader} and {@link io.alfheim.data.DatasetWriter}, marked
 * with the extensions they serve by {@link io.alfheim.data.ReadsFormat} and {@link
 * io.alfheim.data.WritesFormat}. A reader is given a {@link io.alfheim.data.ByteSource} and nothing
 * else: it knows neither stores nor catalogs.
 *
 * <p>All values are immutable and may be shared between threads. Reading never runs code that comes
 * with the data.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.alfheim.data;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
