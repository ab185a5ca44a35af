/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.internal;

import io.alfheim.store.ProvidesStore;
import io.alfheim.store.Store;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.StoreProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** Opens stores of local files: {@code file:///data/lab}. */
@Component
@ProvidesStore(scheme = "file")
public final class FileStoreProvider implements StoreProvider {
  @Override
  public Store open(StoreConfig config) throws IOException {
    Options options = new Options(config);
    options.check(Set.of());
    Path root = root(config);
    if (!Files.isDirectory(root)) {
      String place = "The root of store '" + config.name() + "'";
      throw new NoSuchFileException(
          root.toString(), null, place + " is not a folder. Make it, or correct the URI.");
    }
    return options.restrict(new FileStore(config.name(), root, Files::createLink));
  }

  private static Path root(StoreConfig config) throws IOException {
    try {
      return Path.of(config.uri());
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "The root of store '"
              + config.name()
              + "' is not the URI of a local folder. Write file:/// and an absolute path, with"
              + " '%20' for a space.",
          e);
    }
  }
}
