/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.RecordHistory;
import io.alfheim.catalog.spi.SessionRecord;
import io.alfheim.catalog.spi.Snapshot;
import io.alfheim.store.Location;
import io.alfheim.store.Store;
import java.nio.file.Path;

/** The record of a catalog, session by session. Safe for threads. */
public interface CatalogRecord {

  /**
   * Changes sessions as one commit of the record, all of them or, if anything fails, none.
   *
   * @param message what was done, first line for the log
   * @param edit puts and removes sessions
   * @return the commit at which the record stands then
   * @throws CatalogException if the record cannot be written
   */
  CommitId change(String message, SessionRecord.Edit edit);

  /**
   * The sessions as the record has them at a commit.
   *
   * @throws CatalogException if there is no such commit
   */
  Snapshot snapshot(CommitId commit);

  /** The commits that led here, and the notes in them. */
  RecordHistory history();

  /**
   * The store of a name. It is the catalog that closes it.
   *
   * @throws CatalogException if there is none, or it cannot be opened
   */
  Store store(String name);

  /**
   * Where a local folder is in the stores. It becomes a store, unless it lies in one already.
   *
   * @throws CatalogException if there is no such folder, or the home cannot be written
   */
  Location locate(Path folder);
}
