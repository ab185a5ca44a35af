/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.CatalogRecord;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.RecordHistory;
import io.alfheim.catalog.spi.SessionRecord;
import io.alfheim.catalog.spi.Snapshot;
import io.alfheim.store.Location;
import io.alfheim.store.Store;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The record of a home, with the index behind it.
 *
 * @param home named in errors
 * @param backends record and index
 * @param stores of the home
 */
record HomeRecord(Home home, Backends backends, Stores stores) implements CatalogRecord {

  @Override
  public CommitId change(String message, SessionRecord.Edit edit) {
    try {
      CommitId commit = backends.record().commit(message, edit);
      backends.index();
      return commit;
    } catch (IOException e) {
      throw Failure.of("The record of home '" + home.path() + "' cannot be changed", e);
    }
  }

  @Override
  public Snapshot snapshot(CommitId commit) {
    try {
      return backends.record().at(commit);
    } catch (IOException e) {
      throw Failure.of("Commit '" + commit + "' cannot be read", e);
    }
  }

  @Override
  public RecordHistory history() {
    return backends.record().history();
  }

  @Override
  public Store store(String name) {
    try {
      return stores.get(name);
    } catch (IOException e) {
      throw Failure.of("Store '" + name + "' cannot be opened", e);
    }
  }

  @Override
  public Location locate(Path folder) {
    try {
      NewStoreName name = new NewStoreName(backends.record());
      Stores.Place place = stores.place(folder.toAbsolutePath().normalize(), name);
      return new Location(place.store().name(), place.folder());
    } catch (IOException e) {
      throw Failure.of("Folder '" + folder + "' cannot be made a store", e);
    }
  }
}
