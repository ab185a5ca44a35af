/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.Progress;
import io.alfheim.catalog.spi.CatalogIndexProvider;
import io.alfheim.data.NDArray;
import io.alfheim.data.ReadsFormat;
import io.alfheim.data.WritesFormat;
import io.alfheim.format.npy.internal.NpyReader;
import io.alfheim.format.npy.internal.NpyWriter;
import io.alfheim.format.text.internal.CsvTableReader;
import io.alfheim.format.text.internal.CsvTableWriter;
import io.alfheim.format.text.internal.JsonReader;
import io.alfheim.format.text.internal.JsonWriter;
import io.alfheim.index.lucene.internal.LuceneIndexProvider;
import io.alfheim.record.git.internal.GitRecordProvider;
import io.alfheim.store.ProvidesStore;
import io.alfheim.store.internal.FileStoreProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Makes catalogs of what is really installed, and files to put into them. */
public final class RealParts {
  private RealParts() {}

  /** A catalog of a home, with all that is installed. */
  public static HomeCatalog catalog(Path home) {
    return catalog(home, new LuceneIndexProvider());
  }

  /** As {@link #catalog(Path)}, with other indexes. */
  static HomeCatalog catalog(Path home, CatalogIndexProvider indexes) {
    HomeCatalog catalog = new HomeCatalog(new Home(home), new GitRecordProvider(), indexes);
    catalog.addReader(new NpyReader(), Map.of(ReadsFormat.EXTENSIONS, "npy"));
    catalog.addReader(new CsvTableReader(), Map.of(ReadsFormat.EXTENSIONS, "csv"));
    catalog.addReader(new JsonReader(), Map.of(ReadsFormat.EXTENSIONS, "json"));
    catalog.addWriter(new NpyWriter(), Map.of(WritesFormat.EXTENSIONS, "npy"));
    catalog.addWriter(new CsvTableWriter(), Map.of(WritesFormat.EXTENSIONS, "csv"));
    catalog.addWriter(new JsonWriter(), Map.of(WritesFormat.EXTENSIONS, "json"));
    catalog.addProvider(new FileStoreProvider(), Map.of(ProvidesStore.SCHEME, "file"));
    return catalog;
  }

  /** Shows somebody how far a catalog has got. */
  public static void show(HomeCatalog catalog, Progress progress) {
    catalog.setProgress(progress);
  }

  /** Closes a catalog. */
  public static void close(HomeCatalog catalog) throws IOException {
    catalog.close();
  }

  /** Writes an array. */
  public static void npy(Path file, double... values) throws IOException {
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file)) {
      new NpyWriter().write(NDArray.of(values), out);
    }
  }
}
