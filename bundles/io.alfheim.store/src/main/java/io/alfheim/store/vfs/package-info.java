/* SPDX-License-Identifier: Apache-2.0 */
/**
 * For authors of stores: a store over any provider of <a
 * href="https://commons.apache.org/proper/commons-vfs/">Commons VFS</a> is one class.
 *
 * <p>Start with {@link io.alfheim.store.vfs.VfsStoreProvider}: a subclass names its URI scheme, makes
 * the VFS provider and translates the options of the configuration. It gets a {@link
 * io.alfheim.store.vfs.VfsStore}, which lists, reads, writes and deletes by the rules of {@link
 * io.alfheim.store.Store} and {@link io.alfheim.store.WritableStore}; it is read-only where the VFS
 * provider is.
 *
 * <p>What a VFS provider should know: file objects are never shared or kept, so it need not refresh
 * them; a listing should fill in the type, size and time of the children, so that a walk costs one
 * request for a folder; {@code doAttach} should not ask the server, so that opening a file does not
 * either. VFS lets one thread at a time look at the names of a file system; only streams run in
 * parallel.
 *
 * <p>VFS types are seen here and in the bundles of stores only. No other code meets them.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.alfheim.store.vfs;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
