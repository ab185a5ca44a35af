/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import io.alfheim.blobs.SectionConfig;
import io.alfheim.store.Store;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.internal.FileStoreProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A folder with a store, a stage and a download folder. */
record Lab(Path folder) {

  Path store() {
    return made("store");
  }

  Path stage() {
    return made("stage");
  }

  Path downloads() {
    return made("downloads");
  }

  private Path made(String name) {
    try {
      return Files.createDirectories(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Store open(String name, Map<String, String> options) {
    try {
      return new FileStoreProvider().open(new StoreConfig(name, store().toUri(), options));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  StoreSection section(SectionConfig config) {
    return new StoreSection(config, name -> open(name, Map.of()), BlobCache.NONE);
  }

  StoreSection section() {
    return section(SectionConfig.of("local", "disk").at("", "lab_ephys"));
  }

  /** The paths of all files in the store. */
  List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(store())) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> store().relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  Path file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.toAbsolutePath().getParent());
    return Files.writeString(file, content);
  }
}
