/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.vfs.remote;

import io.alfheim.store.StorePath;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A tree of files as the protocol of a server shows it. Safe for threads; keeps nothing it has seen.
 * Links are followed.
 */
public interface RemoteTree extends Closeable {
  /** The length of a range that ends where the file ends. */
  long TO_THE_END = Long.MAX_VALUE;

  /** What is at a path. */
  Optional<RemoteEntry> find(StorePath path) throws IOException;

  /**
   * What is in a folder, by name. A folder that is missing may look like one that is empty.
   *
   * @throws java.nio.file.NoSuchFileException if there is certainly no such folder
   */
  Map<String, RemoteEntry> list(StorePath folder) throws IOException;

  /**
   * Some bytes of a file, in one request.
   *
   * @param from the first
   * @param length how many, or {@link #TO_THE_END}
   * @return a stream that ends with an exception if the server stops sending too early
   * @throws java.nio.file.NoSuchFileException if there is no such file
   */
  InputStream read(StorePath file, long from, long length) throws IOException;

  /**
   * As the other, of a file that was seen before. Where the server can tell that it has other bytes by
   * now, that is an error: those of then and those of now do not go together.
   *
   * @param seen what {@link #find} said about it
   */
  default InputStream read(StorePath file, RemoteEntry seen, long from, long length)
      throws IOException {
    return read(file, from, length);
  }

  /**
   * Shows all files below a folder, by their paths from there, if the server can tell them at once.
   *
   * @return false, and nothing was shown, if one has to go from folder to folder
   */
  default boolean walk(StorePath folder, BiConsumer<String, RemoteEntry> each) throws IOException {
    return false;
  }

  /** Ends all connections. A second call does nothing. */
  @Override
  void close();
}
