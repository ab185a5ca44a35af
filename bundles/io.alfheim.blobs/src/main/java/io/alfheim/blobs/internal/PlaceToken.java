/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.alfheim.store.Store;
import io.alfheim.store.StorePath;
import io.alfheim.store.WritableStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.UUID;

/**
 * A small file beside the marks of homes, with an id that no other place has. By it a folder is known
 * again that two stores hold: one a disk, for example, and one the web server that shows it.
 */
final class PlaceToken {
  /** No home has such a name. */
  static final String NAME = "place";

  private static final int LENGTH = 36;

  private PlaceToken() {}

  /** Where marks are, unless it is there. */
  static void leave(WritableStore store, StorePath homes) throws IOException {
    byte[] id = UUID.randomUUID().toString().getBytes(UTF_8);
    try {
      store.create(homes.resolve(NAME), out -> out.write(id));
    } catch (FileAlreadyExistsException leftBefore) {
      // The first one stays for ever.
    }
  }

  /** Empty where there is none, or something else answers in its place. */
  static Optional<UUID> read(Store store, StorePath homes) throws IOException {
    try (InputStream in = store.read(homes.resolve(NAME)).openStream()) {
      return Optional.of(UUID.fromString(new String(in.readNBytes(LENGTH), UTF_8)));
    } catch (NoSuchFileException | IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}
