/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.index.lucene.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.alfheim.alf.Qc;
import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.spi.CatalogIndex.Changes;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.SessionChange;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.store.Location;
import io.alfheim.store.StorePath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Builds sessions for tests. */
final class ASession {
  private final SessionKey key;
  private String protocol = "";
  private List<String> projects = List.of();
  private final List<Location> locations = new ArrayList<>();
  private final List<DatasetEntry> datasets = new ArrayList<>();

  private ASession(SessionKey key) {
    this.key = key;
  }

  static ASession of(String lab, String subject, String date, int number) {
    return new ASession(new SessionKey(lab, subject, LocalDate.parse(date), number));
  }

  static ASession of(String subject, String date, int number) {
    return of("", subject, date, number);
  }

  ASession protocol(String name) {
    protocol = name;
    return this;
  }

  ASession projects(String... names) {
    projects = List.of(names);
    return this;
  }

  ASession in(String store, String folder) {
    locations.add(new Location(store, new StorePath(folder)));
    return this;
  }

  ASession has(String path, UUID id) {
    datasets.add(DatasetEntry.found(path, 10).withId(id));
    return this;
  }

  ASession has(String... paths) {
    for (String path : paths) {
      datasets.add(DatasetEntry.found(path, 10));
    }
    return this;
  }

  ASession has(String path, Qc qc) {
    return has(path, qc, true);
  }

  ASession has(String path, Qc qc, boolean present) {
    datasets.add(new DatasetEntry(path, 10, "", qc, present, null, null, List.of()));
    return this;
  }

  ASession hasOfUnknownSize(String path) {
    datasets.add(DatasetEntry.found(path, DatasetEntry.UNKNOWN_SIZE));
    return this;
  }

  SessionEntry entry() {
    return new SessionEntry(key, id(key), protocol, projects, locations, datasets);
  }

  static UUID id(SessionKey key) {
    return UUID.nameUUIDFromBytes(key.toString().getBytes(UTF_8));
  }

  /** Changes that put these sessions. */
  static Changes putting(ASession... sessions) {
    return visitor -> {
      for (ASession session : sessions) {
        visitor.changed(new SessionChange(session.key, null, session.entry()));
      }
    };
  }

  /** Changes that remove the session of a key. */
  static Changes removing(ASession session) {
    return visitor -> visitor.changed(new SessionChange(session.key, session.entry(), null));
  }
}
