/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.index.lucene.internal;

import io.alfheim.catalog.spi.CatalogIndex.Changes;
import io.alfheim.catalog.spi.CatalogIndex.Totals;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.SessionChange;
import io.alfheim.catalog.spi.SessionEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.regex.Pattern;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** Brings an index directory to a commit: waits for its turn, writes, commits once. */
final class Update {
  /** Holds the terms of some ten thousand sessions before anything is written. */
  private static final double BUFFER_MEGABYTES = 64;

  private static final Pattern FILE_OF_LUCENE = Pattern.compile("_.*|(pending_)?segments.*");

  private final Path path;
  private final Directory directory;
  private final Latest latest;
  private final Duration patience;

  Update(Path path, Directory directory, Latest latest, Duration patience) {
    this.path = path;
    this.directory = directory;
    this.latest = latest;
    this.patience = patience;
  }

  /** As {@link io.alfheim.catalog.spi.CatalogIndex#update}. */
  boolean run(CommitId from, CommitId to, Changes changes) throws IOException {
    Files.createDirectories(path);
    State before = latest.look();
    try (Turn turn = Turn.take(directory, path, patience)) {
      State now = latest.look();
      boolean othersDidIt = now.commit().equals(to) && !now.reader().equals(before.reader());
      if (othersDidIt) {
        return true;
      }
      if (!from.isNone() && !now.commit().equals(from)) {
        return now.commit().equals(to);
      }
      if (now.isNothing()) {
        deleteFiles();
      }
      write(from.isNone() ? OpenMode.CREATE : OpenMode.APPEND, to, changes, turn);
      return true;
    }
  }

  /** Clears away what Lucene would refuse to begin with. */
  private void deleteFiles() throws IOException {
    for (String file : directory.listAll()) {
      if (FILE_OF_LUCENE.matcher(file).matches()) {
        directory.deleteFile(file);
      }
    }
  }

  /** Closing the writer without a commit leaves everything as it was. */
  private void write(OpenMode mode, CommitId to, Changes changes, Turn turn) throws IOException {
    IndexWriter writer = new IndexWriter(new Hasty(directory), config(mode));
    try {
      changes.visit(change -> {
        Cancellation.check();
        apply(writer, change);
      });
      // Merges what has to be merged; after the commit that would be lost again.
      writer.flush();
      writer.setLiveCommitData(State.describe(to, totals(writer)).entrySet());
      turn.ensureMine();
      Cancellation.check();
      writer.commit();
    } finally {
      Cancellation.withheldFrom(writer);
    }
  }

  /** Everything in this thread: an update is short, and ends with nothing left behind. */
  private static IndexWriterConfig config(OpenMode mode) {
    return new IndexWriterConfig()
        .setOpenMode(mode)
        .setCommitOnClose(false)
        .setMergeScheduler(new SerialMergeScheduler())
        .setRAMBufferSizeMB(BUFFER_MEGABYTES);
  }

  private static void apply(IndexWriter writer, SessionChange change) throws IOException {
    SessionEntry session = change.after();
    if (session == null) {
      writer.deleteDocuments(SessionDocument.term(change.key()));
    } else {
      writer.updateDocument(SessionDocument.term(change.key()), SessionDocument.of(session));
    }
  }

  /** Adds up what is there in the end, rather than what changed: a sum cannot drift. */
  private static Totals totals(IndexWriter writer) throws IOException {
    long sessions = 0;
    long datasets = 0;
    long bytes = 0;
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      Bits live = MultiBits.getLiveDocs(reader);
      BinaryDocValues rows = MultiDocValues.getBinaryValues(reader, RowBytes.FIELD);
      while (rows != null && rows.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (live == null || live.get(rows.docID())) {
          BytesRef row = rows.binaryValue();
          sessions++;
          datasets += RowBytes.datasets(row);
          bytes += RowBytes.bytes(row);
        }
      }
    }
    return new Totals(sessions, datasets, bytes);
  }

  /**
   * Does not wait for the disk, which is nearly all the time of a small update. What a power failure
   * leaves is found out by its checksums when it is opened, and made again from the record.
   */
  private static final class Hasty extends FilterDirectory {
    Hasty(Directory directory) {
      super(directory);
    }

    @Override
    public void sync(Collection<String> names) {}

    @Override
    public void syncMetaData() {}
  }
}
