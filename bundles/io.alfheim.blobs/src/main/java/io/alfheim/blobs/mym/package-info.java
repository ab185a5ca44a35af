/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Values as bytes, in the format that MATLAB and Python laboratories have kept in their databases for
 * years: {@code mYm}, and its extension {@code dj0}.
 *
 * <p>{@link io.alfheim.blobs.mym.Mym} packs a value and unpacks it again. What packs is what people
 * keep in a variable: arrays, numbers, texts, times, and lists, sets and maps of these. Four kinds of
 * values have no class in Java, and one here: {@link io.alfheim.blobs.mym.Tuple}, {@link
 * io.alfheim.blobs.mym.ValueArray} (an array of arbitrary values), {@link
 * io.alfheim.blobs.mym.RecordArray}, and MATLAB's {@link io.alfheim.blobs.mym.CellArray} and {@link
 * io.alfheim.blobs.mym.StructArray}.
 *
 * <p>The same value always gives the same bytes, and these are the bytes that the other programs
 * write: an identity may be derived from them. What they wrote packs again into the same bytes after
 * it was unpacked, with three exceptions: decimals that are no numbers become floating, the decimal
 * {@code -0} loses its sign, and an array of MATLAB's characters with one beyond U+00FF becomes one of
 * texts. Unpacking never runs code that comes with the data, and takes memory in proportion to the
 * bytes given, however they lie about their length.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.alfheim.blobs.mym;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
