/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.catalog.spi.Snapshot;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A table of all datasets of a snapshot, as tab-separated text. */
record Manifest(Snapshot snapshot) {
  private static final String HEADER = "session\tid\tdataset\tsize\tmd5\tqc\n";

  /** Writes it to a file that is not there yet; what was begun is deleted if it cannot be ended. */
  Path write(Path file) throws IOException {
    boolean done = false;
    try (Writer out = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW)) {
      out.write(HEADER);
      snapshot.forEach(session -> write(session, out));
      done = true;
      return file;
    } catch (FileAlreadyExistsException e) {
      done = true;
      throw new CatalogException(
          "There is a file '" + file + "' already.", "Choose another name, or delete it.", e);
    } finally {
      if (!done) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static void write(SessionEntry session, Writer out) throws IOException {
    for (DatasetEntry dataset : session.datasets()) {
      boolean known = dataset.size() != DatasetEntry.UNKNOWN_SIZE;
      out.write(session.key() + "\t" + session.id() + "\t" + dataset.path() + "\t"
          + (known ? Long.toString(dataset.size()) : "") + "\t" + dataset.hash() + "\t"
          + dataset.qc() + "\n");
    }
  }
}
