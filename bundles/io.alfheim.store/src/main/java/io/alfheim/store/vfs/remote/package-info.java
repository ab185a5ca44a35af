/* SPDX-License-Identifier: Apache-2.0 */
/**
 * For authors of stores on a server: what a protocol can do, and nothing of what a store must.
 *
 * <p>Start with {@link io.alfheim.store.vfs.remote.RemoteTree}: find a file, list a folder, read a
 * range. One that can also be written is a {@link io.alfheim.store.vfs.remote.WritableTree}, whose
 * files appear whole when they are closed, or a {@link io.alfheim.store.vfs.remote.FolderTree},
 * which has folders and renames. A {@link io.alfheim.store.vfs.remote.RemoteStoreProvider} connects
 * to the server, mounts the tree as a file system of Commons VFS, and makes a store of it that keeps
 * all rules of {@link io.alfheim.store.Store}.
 *
 * <p>What must hold: a tree may be asked by many threads at once and answers each time anew; each
 * call is one request where it can be; nothing waits without an end; an interrupted thread ends soon
 * and stays interrupted. Requests are made outside the locks of VFS, so that they run in parallel.
 *
 * <p>Errors are {@link java.nio.file.NoSuchFileException} for what is not there, {@link
 * java.nio.file.AccessDeniedException} with a reason for what is forbidden, and {@link
 * io.alfheim.store.vfs.ServerException} for all else. None of them shows a secret.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.alfheim.store.vfs.remote;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
