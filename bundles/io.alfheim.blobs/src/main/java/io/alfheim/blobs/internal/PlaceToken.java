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
import java.util.regex.Pattern;

/**
 * A small file beside the marks of homes, with an id that no other place has. By it a folder is known
 * again that two stores hold: one a disk, for example, and one the web server that shows it.
 */
final class PlaceToken {
  /** No home has such a name. */
  static final String NAME = "place";

  private static final int LENGTH = 36;
  private static final String SHARED = "\nshared";

  /** An id and nothing behind it. */
  private static final Pattern ALONE = Pattern.compile("[-0-9a-f]{" + LENGTH + "}");

  /** Objects, and the folders on their way. */
  private static final Pattern HASHED = Pattern.compile("[0-9a-f]{1,32}([.].*)?", Pattern.DOTALL);

  private PlaceToken() {}

  /** Where marks are, unless it is there; with a word on objects that are there before it. */
  static void leave(WritableStore store, StorePath homes) throws IOException {
    StorePath token = homes.resolve(NAME);
    if (store.find(token).isPresent()) {
      return;
    }
    String text = UUID.randomUUID() + (holdsObjects(store, homes.parent()) ? SHARED : "");
    try {
      store.create(token, out -> out.write(text.getBytes(UTF_8)));
    } catch (FileAlreadyExistsException leftBefore) {
      // The first one stays for ever.
    }
  }

  private static boolean holdsObjects(Store store, StorePath folder) throws IOException {
    try {
      return store.list(folder).entries().stream()
          .anyMatch(entry -> HASHED.matcher(entry.path().name()).matches());
    } catch (NoSuchFileException nothingYet) {
      return false;
    }
  }

  /**
   * Whether objects were there before any home came: another program put them, refers to them where
   * nobody sees it from here, and may go on to put more. Where nobody can tell any more, as somebody
   * deleted or edited the file, it may be so.
   */
  static boolean isShared(Store store, StorePath homes) throws IOException {
    try (InputStream in = store.read(homes.resolve(NAME)).openStream()) {
      String text = new String(in.readNBytes(LENGTH + SHARED.length()), UTF_8);
      return !ALONE.matcher(text.strip()).matches();
    } catch (NoSuchFileException nobodyKnows) {
      return true;
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
