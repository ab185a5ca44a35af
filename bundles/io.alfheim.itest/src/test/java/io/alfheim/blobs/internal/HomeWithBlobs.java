/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import io.alfheim.blobs.Section;
import io.alfheim.blobs.SectionConfig;
import io.alfheim.catalog.internal.HomeCatalog;
import io.alfheim.catalog.internal.RealParts;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A home with a session and a section, all in one folder. */
final class HomeWithBlobs implements Closeable {
  static final String SESSION = "KS014/2020-01-01/001";

  private final Path folder;
  private final HomeCatalog catalog;
  private final RecordedBlobs blobs;

  HomeWithBlobs(Path folder) throws IOException {
    this.folder = folder;
    this.catalog = RealParts.catalog(folder.resolve("home"));
    this.blobs = new RecordedBlobs(catalog);
    RealParts.npy(folder.resolve("data").resolve(SESSION).resolve("alf/spikes.times.npy"), 1, 2);
  }

  /** With the session recorded, and a section 'local' in a store of its own. */
  static HomeWithBlobs in(Path folder) throws IOException {
    HomeWithBlobs home = new HomeWithBlobs(folder);
    home.catalog.scan(folder.resolve("data"));
    home.define("local");
    return home;
  }

  HomeCatalog catalog() {
    return catalog;
  }

  RecordedBlobs blobs() {
    return blobs;
  }

  Section define(String section) throws IOException {
    return blobs.define(SectionConfig.of(section, disk()));
  }

  /** The name of the store for sections. */
  String disk() throws IOException {
    return catalog.record().locate(Files.createDirectories(objects())).store();
  }

  Path objects() {
    return folder.resolve("objects");
  }

  /** All files of the store but the marks of homes. */
  List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(objects())) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> objects().relativize(file).toString())
          .filter(file -> !file.contains("/.homes/"))
          .sorted()
          .toList();
    }
  }

  @Override
  public void close() throws IOException {
    RealParts.close(catalog);
  }
}
