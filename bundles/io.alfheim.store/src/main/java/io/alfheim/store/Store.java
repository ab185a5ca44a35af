/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A tree of files under one root. All methods may be called by many threads at once, and end with a
 * {@link java.util.concurrent.CancellationException} soon after their thread was interrupted.
 *
 * <p>Symbolic links are followed; a link that leads nowhere or back to a folder above it is a problem
 * of the listing, not an end of it. What is neither a file nor a folder (a pipe, a socket) is not
 * there for a store.
 *
 * <p>After {@code close} all methods but {@code name} and {@code root} throw an {@link IOException}.
 */
public interface Store extends Closeable {

  /** The name under which this store is known in the catalog. */
  String name();

  /** The root, fit to be shown: without user names, passwords and keys. */
  String root();

  /**
   * The files and folders directly in a folder.
   *
   * @throws java.nio.file.NoSuchFileException if there is no such folder
   * @throws java.nio.file.AccessDeniedException if the folder may not be read
   */
  Listing list(StorePath folder) throws IOException;

  /**
   * All files below a folder, at any depth, without the folders.
   *
   * @throws java.nio.file.NoSuchFileException if there is no such folder
   * @throws java.nio.file.AccessDeniedException if the folder itself may not be read; one further
   *     below is a problem of the listing
   */
  Listing walk(StorePath folder) throws IOException;

  /**
   * As {@link #walk(StorePath)}, but shows each file as it is found, in no order; a store that can
   * keeps none of them, however many there are. Some may have been shown when it fails.
   *
   * @return what could not be listed
   */
  default List<Listing.Problem> walk(StorePath folder, Consumer<StoreEntry> each)
      throws IOException {
    Listing all = walk(folder);
    all.entries().forEach(each);
    return all.problems();
  }

  /** The file or folder at a path. */
  Optional<StoreEntry> find(StorePath path) throws IOException;

  /**
   * The bytes of a file. May look at the store or wait until the content is opened; a missing file is
   * a {@link java.nio.file.NoSuchFileException} at the latest then.
   */
  Content read(StorePath file) throws IOException;
}
