/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Where the bytes are: stores, their entries, and the extension point for new kinds of stores.
 *
 * <p>A {@link io.alfheim.store.Store} is a tree of files under one root, local or far away. It lists
 * and reads; a {@link io.alfheim.store.WritableStore} also writes and deletes. Files are named by a
 * {@link io.alfheim.store.StorePath}, relative to the root, and found anywhere by a {@link
 * io.alfheim.store.Location}, the name of a store and a path in it. The bytes of a file are a {@link
 * io.alfheim.store.Content}: nothing is fetched before it is asked for.
 *
 * <p>A new kind of store is one {@link io.alfheim.store.StoreProvider} service marked with the URI
 * scheme it opens by {@link io.alfheim.store.ProvidesStore}.
 *
 * <p>Errors are {@link java.io.IOException}s, with {@link java.nio.file.NoSuchFileException}, {@link
 * java.nio.file.FileAlreadyExistsException} and {@link java.nio.file.AccessDeniedException} where
 * the contract names them. Their messages carry the store and the path and never a secret.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.alfheim.store;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
