/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.tables;

import io.alfheim.catalog.spi.CommitId;
import java.nio.file.Path;
import java.util.List;

/**
 * ONE's cache tables: read, made, saved, and moved into and out of the catalog. A service. Safe for
 * threads.
 *
 * <p>Every call throws {@link io.alfheim.catalog.CatalogException} if a file cannot be read or written,
 * or is not a table of ONE; the message says what is missing in it. A folder without tables is read as
 * tables without rows.
 */
public interface CacheTables {
  /** File name of the table of sessions. */
  String SESSIONS = "sessions.pqt";

  /** File name of the table of datasets. */
  String DATASETS = "datasets.pqt";

  /** Reads the tables of a folder, old ones in the shape of new ones. */
  OneTables read(Path folder);

  /**
   * Writes tables into a folder, over those that are there. Other tables in it, such as {@code
   * insertions.pqt}, stay as they are.
   *
   * @return the files
   */
  List<Path> write(OneTables tables, Path folder);

  /**
   * Puts rows over those that are in a folder now, in the same way as {@link OneTables#merge}, and
   * writes the result: what others saved in the meantime stays, and so does the date of creation.
   *
   * @return what is in the folder now
   */
  OneTables save(OneTables tables, Path folder);

  /** Makes tables of the sessions and datasets in a folder and below. */
  OneTables make(Path root, MakeOptions options);

  /** As {@link #make(Path, MakeOptions)}, with the ids of this catalog and no hashes. */
  OneTables make(Path root);

  /**
   * Looks for files in and below a folder that could be datasets and are not in its tables. Nothing is
   * deleted before {@link Leftovers#delete()}.
   */
  Leftovers findLeftovers(Path folder);

  /**
   * Deletes the tables of a folder and what a server says about them.
   *
   * @return the files that were there
   */
  List<Path> removeTableFiles(Path folder);

  /**
   * Takes all rows into the catalog as one commit of the record: ids, QC, default revisions, protocols
   * and projects as they are there. Sessions that the catalog has already get what the tables say of
   * them. Files are neither listed nor read. When anything fails, nothing has happened.
   *
   * @param tables the folder with the tables
   * @param root the local folder that the sessions are in; becomes a store, unless it lies in one
   * @throws io.alfheim.catalog.CatalogException also if ids contradict each other or the catalog
   */
  ImportReport importInto(Path tables, Path root);

  /** As {@link #importInto(Path, Path)}, with the sessions beside the tables. */
  default ImportReport importInto(Path tables) {
    return importInto(tables, tables);
  }

  /**
   * Writes the catalog as of a commit as tables, over those that are there.
   *
   * @return the files
   */
  List<Path> export(Path folder, CommitId commit);

  /** As {@link #export(Path, CommitId)}, as of a commit, a tag or a date. */
  List<Path> export(Path folder, String when);

  /** As {@link #export(Path, CommitId)}, as of now. */
  List<Path> export(Path folder);
}
