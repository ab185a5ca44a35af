/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.tables.internal;

import io.alfheim.catalog.Catalog;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.Progress;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.data.TableReader;
import io.alfheim.data.TableWriter;
import io.alfheim.one.tables.CacheTables;
import io.alfheim.one.tables.ImportReport;
import io.alfheim.one.tables.Leftovers;
import io.alfheim.one.tables.MakeOptions;
import io.alfheim.one.tables.OneTables;
import io.alfheim.one.tables.TableInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Tables as Parquet files, beside the catalog of the home. */
@Component(service = CacheTables.class)
public final class ParquetCacheTables implements CacheTables {
  private static final String PARQUET = "(io.alfheim.reader.extensions=pqt)";
  private static final String TO_PARQUET = "(io.alfheim.writer.extensions=pqt)";
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final String SERVER_INFO = "cache_info.json";

  private final Catalog catalog;
  private final TableFiles files;
  private volatile Progress progress = Progress.NONE;

  /** With the services it needs. */
  @Activate
  public ParquetCacheTables(
      @Reference Catalog catalog,
      @Reference(target = PARQUET) TableReader reader,
      @Reference(target = TO_PARQUET) TableWriter writer) {
    this.catalog = catalog;
    this.files = new TableFiles(reader, writer);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void setProgress(Progress shown) {
    progress = shown;
  }

  void unsetProgress(Progress shown) {
    if (progress == shown) {
      progress = Progress.NONE;
    }
  }

  /** What is done with files. */
  @FunctionalInterface
  private interface Work<T> {
    T run() throws IOException;
  }

  private static <T> T with(String what, Path folder, Work<T> work) {
    try {
      return work.run();
    } catch (IOException e) {
      String start = what + " '" + folder + "' cannot be";
      if (Thread.currentThread().isInterrupted()) {
        throw cancelled(start, e);
      }
      String reason = String.valueOf(e.getMessage());
      throw new CatalogException(
          start + " done: " + reason + (reason.endsWith(".") ? "" : "."),
          "ONE's folder has the files " + SESSIONS + " and " + DATASETS
              + "; check it and its permissions.",
          e);
    }
  }

  /** Does something while no other program saves into the folder. */
  private static <T> T inTurn(Path folder, Work<T> work) throws IOException {
    FolderLock turn = FolderLock.of(folder, PATIENCE);
    try {
      return work.run();
    } finally {
      turn.close();
    }
  }

  private static CancellationException cancelled(String start, IOException e) {
    CancellationException cancelled = new CancellationException(start + " done: cancelled.");
    cancelled.initCause(e);
    return cancelled;
  }

  @Override
  public OneTables read(Path folder) {
    return with(
        "Reading tables of", folder, () -> files.read(folder).orElseGet(ParquetCacheTables::none));
  }

  private static OneTables none() {
    return OneTables.empty(TableInfo.of(LocalDateTime.now(ZoneId.systemDefault())));
  }

  @Override
  public List<Path> write(OneTables tables, Path folder) {
    return with(
        "Writing tables into", folder, () -> inTurn(folder, () -> files.write(tables, folder)));
  }

  @Override
  public OneTables save(OneTables tables, Path folder) {
    return with("Saving tables into", folder, () -> inTurn(folder, () -> saved(tables, folder)));
  }

  private OneTables saved(OneTables tables, Path folder) throws IOException {
    OneTables there = files.read(folder).orElseGet(() -> OneTables.empty(tables.info()));
    OneTables merged = there.merge(tables);
    boolean same =
        merged.sessions().equals(there.sessions()) && merged.datasets().equals(there.datasets());
    if (same && Files.exists(folder.resolve(SESSIONS))) {
      return there;
    }
    OneTables saved =
        merged.withInfo(merged.info().changedAt(LocalDateTime.now(ZoneId.systemDefault())));
    files.write(saved, folder);
    return saved;
  }

  @Override
  public OneTables make(Path root) {
    return make(root, MakeOptions.DEFAULT);
  }

  @Override
  public OneTables make(Path root, MakeOptions options) {
    UUID given = options.namespace();
    UUID namespace = given == null ? catalog.namespace() : given;
    return with("Making tables of", root, () -> new TableMaking(root, options, namespace).make());
  }

  @Override
  public Leftovers findLeftovers(Path folder) {
    return with("Comparing files and tables of", folder, () -> {
      OneTables tables = files
          .read(folder)
          .filter(found -> !found.datasets().isEmpty())
          .orElseThrow(() -> new CatalogException(
              "There are no rows of datasets in the tables of '" + folder
                  + "', so every file would be left over.",
              "Make tables first: write(make(folder), folder)."));
      return new LeftoverSearch(tables).in(folder);
    });
  }

  @Override
  public List<Path> removeTableFiles(Path folder) {
    return with("Removing tables of", folder, () -> {
      List<Path> removed = new ArrayList<>();
      for (String name : List.of(SESSIONS, DATASETS, SERVER_INFO)) {
        if (Files.deleteIfExists(folder.resolve(name))) {
          removed.add(folder.resolve(name));
        }
      }
      return removed;
    });
  }

  @Override
  public ImportReport importInto(Path tables, Path root) {
    return with(
        "Importing tables of",
        tables,
        () -> new TableImport(catalog, files, progress).run(tables, root));
  }

  @Override
  public List<Path> export(Path folder) {
    return export(folder, catalog.commit());
  }

  @Override
  public List<Path> export(Path folder, String when) {
    return export(folder, catalog.at(when).commit());
  }

  @Override
  public List<Path> export(Path folder, CommitId commit) {
    return with(
        "Exporting tables into",
        folder,
        () -> inTurn(folder, () -> new TableExport(catalog, files, progress).run(folder, commit)));
  }
}
