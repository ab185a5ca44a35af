/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Copies of far files on this machine, each checked before it is used.
 *
 * <p>Start with {@link io.alfheim.store.cache.DownloadCache}: {@code fetch} gives the local file of a
 * content, known by {@link io.alfheim.store.cache.ContentKey size and hash}, from the first {@link
 * io.alfheim.store.cache.Origin} that has it intact; {@code find} only looks.
 *
 * <p>What must hold: a file has its name only after all of its bytes have been hashed; what was cut off
 * goes on where it ended, also in another process; any number of threads and processes share one
 * folder, and no content is fetched twice at a time. A file that was checked is remembered by its size
 * and time of change, and hashed again only when one of these differs.
 *
 * <p>Bytes that are not those asked for are kept apart with a note, and their origin is not asked for
 * that content again until its file changes. When the cache grows over its limit, what was not used
 * for the longest time goes; not what is being fetched or {@code hold} keeps. The whole folder can be
 * deleted at any time.
 *
 * <p>Errors are {@link java.io.IOException}, in words for users; an interrupted thread ends with a
 * {@link java.util.concurrent.CancellationException}.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.alfheim.store.cache;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
