/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.tables.internal;

import io.alfheim.data.ByteSource;
import io.alfheim.data.Table;
import io.alfheim.data.TablePieces;
import io.alfheim.data.TableReader;
import io.alfheim.data.TableWriter;
import io.alfheim.one.tables.CacheTables;
import io.alfheim.one.tables.OneTables;
import io.alfheim.one.tables.TableDataset;
import io.alfheim.one.tables.TableInfo;
import io.alfheim.one.tables.TableSession;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The files of tables: read some rows at a time, written beside and moved into place. */
final class TableFiles {
  /** Rows held at once where not all of a table is. */
  static final int PIECE = 1 << 16;

  private final TableReader reader;
  private final TableWriter writer;

  TableFiles(TableReader reader, TableWriter writer) {
    this.reader = reader;
    this.writer = writer;
  }

  /** Is told of rows. */
  @FunctionalInterface
  interface Rows<T> {
    void take(List<T> rows) throws IOException;
  }

  /** Makes rows of a piece. */
  @FunctionalInterface
  private interface Decoder<T> {
    List<T> rows(String file, Table piece) throws IOException;
  }

  /** Reads the sessions of a folder; says nothing if it has no table of them. */
  Optional<TableInfo> sessions(Path folder, Rows<TableSession> rows) throws IOException {
    return read(folder.resolve(CacheTables.SESSIONS), SessionRows::read, rows);
  }

  /** Reads the datasets of a folder; says nothing if it has no table of them. */
  Optional<TableInfo> datasets(Path folder, Rows<TableDataset> rows) throws IOException {
    return read(folder.resolve(CacheTables.DATASETS), DatasetRows::read, rows);
  }

  private <T> Optional<TableInfo> read(Path file, Decoder<T> decoder, Rows<T> rows)
      throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    TableInfo info = null;
    try (TablePieces pieces = reader.open(ByteSource.of(file), PIECE)) {
      for (Optional<Table> next = pieces.next(); next.isPresent(); next = pieces.next()) {
        Table piece = next.get();
        info = info == null ? OneNotes.read(file.toString(), piece) : info;
        rows.take(decoder.rows(file.toString(), piece));
      }
    }
    return Optional.ofNullable(info);
  }

  /** Reads both tables of a folder. */
  Optional<OneTables> read(Path folder) throws IOException {
    List<TableSession> sessions = new ArrayList<>();
    List<TableDataset> datasets = new ArrayList<>();
    Optional<TableInfo> first = sessions(folder, sessions::addAll);
    Optional<TableInfo> second = datasets(folder, datasets::addAll);
    Optional<TableInfo> info = first.isPresent() && second.isPresent()
        ? first.map(i -> i.and(second.get()))
        : first.or(() -> second);
    return info.map(both -> new OneTables(sessions, datasets, both));
  }

  /** Writes both tables into a folder; neither is replaced before both are written. */
  List<Path> write(OneTables tables, Path folder) throws IOException {
    Map<String, String> notes = OneNotes.metadata(tables.info());
    List<String> optional = DatasetRows.optionalColumns(tables.datasets());
    Iterator<TableDataset> datasets = tables.datasets().iterator();
    return write(
        folder,
        once(SessionRows.table(tables.sessions(), notes)),
        inPieces(datasets, notes, optional));
  }

  /** Writes both tables as they come. */
  List<Path> write(Path folder, TablePieces sessions, TablePieces datasets) throws IOException {
    Files.createDirectories(folder);
    Path first = folder.resolve("." + UUID.randomUUID() + ".tmp");
    Path second = folder.resolve("." + UUID.randomUUID() + ".tmp");
    Path sessionFile = folder.resolve(CacheTables.SESSIONS);
    Path datasetFile = folder.resolve(CacheTables.DATASETS);
    try {
      write(sessions, first);
      write(datasets, second);
      Files.move(second, datasetFile, StandardCopyOption.ATOMIC_MOVE);
      Files.move(first, sessionFile, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(first);
      Files.deleteIfExists(second);
    }
    return List.of(sessionFile, datasetFile);
  }

  private void write(TablePieces pieces, Path file) throws IOException {
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
      writer.write(pieces, out);
      out.flush();
      channel.force(true);
    }
  }

  /** A table in one piece. */
  static TablePieces once(Table table) {
    Iterator<Table> one = List.of(table).iterator();
    return () -> one.hasNext() ? Optional.of(one.next()) : Optional.empty();
  }

  private static TablePieces inPieces(
      Iterator<TableDataset> rows, Map<String, String> notes, List<String> optional) {
    return new TablePieces() {
      private @Nullable Table last;

      @Override
      public Optional<Table> next() {
        if (last != null && !rows.hasNext()) {
          return Optional.empty();
        }
        List<TableDataset> some = new ArrayList<>();
        while (some.size() < PIECE && rows.hasNext()) {
          some.add(rows.next());
        }
        last = DatasetRows.table(some, notes, optional);
        return Optional.of(last);
      }
    };
  }
}
