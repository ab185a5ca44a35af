/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.ScanReport;
import io.alfheim.catalog.ScanReport.LeftOut;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.SessionChange;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.catalog.spi.SessionRecord;
import io.alfheim.catalog.spi.Snapshot;
import io.alfheim.catalog.spi.UnreadableSessionException;
import io.alfheim.store.Location;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The name that a store is given unasked: that of its folder, and a number if the home or the record
 * has another store of that name. A record that was fetched knows the stores of other computers.
 */
final class NewStoreName {
  private final SessionRecord record;
  private String avoided = "";

  NewStoreName(SessionRecord record) {
    this.record = record;
  }

  /**
   * A free name; looks through the whole record for it, and past what nobody can read there.
   *
   * @param configured the names of the stores of the home
   */
  String of(Path folder, Set<String> configured) throws IOException {
    Set<String> recorded = new HashSet<>();
    Snapshot now = record.at(record.head());
    record.follow(
        CommitId.NONE,
        now.commit(),
        change -> session(change, now).stream()
            .flatMap(session -> session.locations().stream())
            .map(Location::store)
            .forEach(recorded::add),
        (where, what) -> {});
    String base = plain(folder);
    String name = base;
    for (int i = 2; configured.contains(name) || recorded.contains(name); i++) {
      name = base + "-" + i;
    }
    avoided = configured.contains(base) || name.equals(base) ? "" : base;
    return name;
  }

  /** A session that is damaged may be put right later, and is in the stores then that it was in. */
  private Optional<SessionEntry> session(SessionChange change, Snapshot now) throws IOException {
    if (change.current().isPresent()) {
      return change.current();
    }
    try {
      return KnownSession.find(record, now, change.key()).session();
    } catch (UnreadableSessionException e) {
      return Optional.empty();
    }
  }

  private static String plain(Path folder) {
    Path last = folder.getFileName();
    String name = (last == null ? "root" : last.toString())
        .replaceAll("[^\\p{L}\\p{N}_.-]+", "_")
        .replaceFirst("^\\.+", "");
    return name.isEmpty() ? "store" : name;
  }

  /** Tells in the report of the first scan why a store is not called like its folder. */
  ScanReport told(ScanReport report) {
    if (avoided.isEmpty()) {
      return report;
    }
    List<LeftOut> problems = new ArrayList<>(report.problems());
    problems.add(new LeftOut(
        ".",
        "is store '" + report.store() + "' here: the record has a store '" + avoided
            + "' that is not configured in this home. If this folder is that store, say so:"
            + " stores.remove(\"" + report.store() + "\"), stores.add(\"" + avoided
            + "\", \"/…\")."));
    return new ScanReport(
        report.store(),
        report.sessions(),
        report.datasets(),
        report.added(),
        report.changed(),
        report.removed(),
        report.leftOut(),
        problems,
        report.commit(),
        report.duration());
  }
}
