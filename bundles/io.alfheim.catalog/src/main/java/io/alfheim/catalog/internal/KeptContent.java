/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.store.Content;
import io.alfheim.store.Location;
import io.alfheim.store.Store;
import io.alfheim.store.StorePath;
import io.alfheim.store.WritableStore;
import io.alfheim.store.cache.ContentKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The content of registered datasets, a second time under the name of its hash: what becomes of the file
 * does not matter to it. Only in stores that are asked to keep it, beside their sessions.
 */
record KeptContent(Stores stores) {
  /** The folder in a store that holds it; no session is ever in there. */
  static final String FOLDER = ".alfheim-kept";

  private static StorePath path(String hash) {
    return new StorePath(FOLDER).resolve(hash.substring(0, 2) + "/" + hash);
  }

  static boolean isFolder(StorePath path) {
    return path.value().equals(FOLDER);
  }

  /**
   * Keeps the content of a file that is going to be written, if its store is asked to. What differs
   * each time it is written cannot be kept before it is there.
   */
  void keepAhead(Store store, WritableStore.Bytes bytes) throws IOException {
    if (!stores.keeps(store.name())) {
      return;
    }
    StorePath at = path(hash(bytes, OutputStream.nullOutputStream()));
    try {
      if (store.find(at).isEmpty()) {
        writable(store).create(at, out -> {
          if (!at.equals(path(hash(bytes, out)))) {
            throw new Unsteady();
          }
        });
      }
    } catch (Unsteady | FileAlreadyExistsException e) {
      return; // see above, and below
    }
  }

  /** Ends the writing of a file that is not to be. */
  private static final class Unsteady extends IOException {
    private static final long serialVersionUID = 1;
  }

  private static String hash(WritableStore.Bytes bytes, OutputStream out) throws IOException {
    HashedStream hashed = new HashedStream(out);
    bytes.writeTo(hashed);
    hashed.flush();
    return hashed.hash();
  }

  private static WritableStore writable(Store store) {
    if (store instanceof WritableStore writable) {
      return writable;
    }
    throw new CatalogException(
        "Store '" + store.name() + "' is asked to keep content, but can only be read.",
        "Take 'keep' out of its file in the folder 'etc' of the home.");
  }

  /** Keeps the content of a file that was just registered, if its store is asked to. */
  void keep(Store store, StorePath folder, DatasetEntry dataset) throws IOException {
    if (!stores.keeps(store.name())) {
      return;
    }
    WritableStore writable = writable(store);
    StorePath at = path(dataset.hash());
    if (store.find(at).isPresent()) {
      return;
    }
    Content content = store.read(folder.resolve(dataset.path()));
    try {
      writable.create(at, out -> copy(content, dataset, new HashedStream(out)));
    } catch (FileAlreadyExistsException e) {
      return; // by another program, and by the same name it is the same
    }
  }

  private static void copy(Content content, DatasetEntry dataset, HashedStream out)
      throws IOException {
    try (InputStream in = content.openStream()) {
      in.transferTo(out);
    }
    out.flush();
    if (!out.hash().equals(dataset.hash())) {
      throw new IOException("File '" + dataset.path() + "' changed while it was registered.");
    }
  }

  /**
   * Content of a hash, from the first store that kept it.
   *
   * @param passedBy is told why a store could not be asked
   */
  Optional<ContentSource> find(String hash, Consumer<Exception> passedBy) throws IOException {
    if (!ContentKey.isMd5(hash)) {
      return Optional.empty();
    }
    for (String name : stores.keepers()) {
      try {
        Store store = stores.get(name);
        if (store.find(path(hash)).isPresent()) {
          return Optional.of(
              new ContentSource(new Location(name, path(hash)), store.read(path(hash))));
        }
      } catch (IOException | CatalogException e) {
        passedBy.accept(e);
      }
    }
    return Optional.empty();
  }
}
