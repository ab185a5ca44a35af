/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.CheckLevel;
import io.alfheim.catalog.CheckReport;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.catalog.spi.Snapshot;
import io.alfheim.store.Location;
import io.alfheim.store.Store;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.util.stream.Stream;

/**
 * Compares a copy of data with what the record says: its folders may be where a store has them, or
 * where sessions are by rule.
 */
final class CopyCheck {
  private final Snapshot snapshot;
  private final DatasetIds ids;
  private final Store copy;
  private final CheckTally tally = new CheckTally();

  CopyCheck(Snapshot snapshot, DatasetIds ids, Store copy) {
    this.snapshot = snapshot;
    this.ids = ids;
    this.copy = copy;
  }

  CheckReport run() throws IOException {
    StoreCheck check = new StoreCheck(true, ids, tally, RateLimit.NONE);
    try (InFlight<SessionEntry> sessions = new InFlight<>(session -> {
      tally.sessions.increment();
      check.look(session, DatasetEntry::present, copy, folder(session));
    })) {
      snapshot.forEach(sessions::add);
    }
    return tally.report(CheckLevel.CONTENT, snapshot.commit());
  }

  private StorePath folder(SessionEntry session) throws IOException {
    StorePath rule = new StorePath(session.key().path());
    Stream<StorePath> places = Stream.concat(
        session.locations().stream().map(Location::path),
        Stream.of(rule, new StorePath(session.key().toString())));
    for (StorePath place : places.toList()) {
      if (copy.find(place).isPresent()) {
        return place;
      }
    }
    return rule;
  }
}
