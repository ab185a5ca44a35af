/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static io.alfheim.catalog.CheckLevel.FILES;

import io.alfheim.catalog.Catalog.StoreInfo;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.CheckLevel;
import io.alfheim.catalog.CheckOptions;
import io.alfheim.catalog.CheckReport;
import io.alfheim.catalog.Finding.Problem;
import io.alfheim.catalog.Progress;
import io.alfheim.catalog.ScanReport.LeftOut;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.catalog.spi.SessionRecord;
import io.alfheim.store.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Checks a catalog level by level; what is wrong in one place does not end it. */
final class CatalogCheck {
  private final HomeCatalog catalog;
  private final Stores stores;
  private final CheckLevel level;
  private final RateLimit limit;
  private final Progress progress;
  private final CheckTally tally = new CheckTally();
  private final Set<Location> recorded = ConcurrentHashMap.newKeySet();
  private final Set<String> closed = ConcurrentHashMap.newKeySet();

  CatalogCheck(HomeCatalog catalog, Stores stores, CheckOptions options, Progress progress) {
    this.catalog = catalog;
    this.stores = stores;
    this.level = options.level();
    this.limit = RateLimit.of(options.bytesPerSecond());
    this.progress = progress;
  }

  CheckReport run() throws IOException {
    SessionRecord record = catalog.backends().record();
    Optional<IndexCheck> index = index();
    CommitId commit = index.map(IndexCheck::commit).orElse(record.head());
    boolean files = level.compareTo(FILES) >= 0;
    DatasetIds ids = new DatasetIds(catalog.namespace());
    StoreCheck check = new StoreCheck(level == CheckLevel.CONTENT, ids, tally, limit);
    try (Progress.Task task = progress.begin("Checking sessions", -1);
        InFlight<SessionEntry> sessions = new InFlight<>(session -> {
          files(check, session);
          task.advance(1);
        })) {
      record.verify(
          commit,
          session -> {
            tally.sessions.increment();
            index.ifPresent(other -> other.look(session));
            if (files) {
              sessions.add(session);
            } else {
              tally.datasets.add(session.datasets().size());
              task.advance(1);
            }
          },
          (where, what) -> tally.found(CheckLevel.RECORD, Problem.UNREADABLE, where, what));
    }
    index.ifPresent(IndexCheck::finish);
    if (files) {
      unknownSessions();
    }
    return tally.report(level, commit);
  }

  private Optional<IndexCheck> index() {
    if (level == CheckLevel.RECORD) {
      return Optional.empty();
    }
    try {
      return Optional.of(IndexCheck.of(catalog.backends(), tally));
    } catch (IOException e) {
      tally.found(
          CheckLevel.INDEX,
          Problem.UNREADABLE,
          "the index",
          "Cannot be brought to the newest commit: " + e.getMessage()
              + " Make it anew: catalog.rebuild().");
      return Optional.empty();
    }
  }

  private void files(StoreCheck check, SessionEntry session) {
    for (Location at : session.locations()) {
      recorded.add(at);
      try {
        check.look(session, stores.get(at.store()), at.path());
      } catch (IOException | CatalogException e) {
        cannotOpen(at.store(), e);
      } catch (IllegalArgumentException | UncheckedIOException e) {
        tally.found(
            FILES,
            Problem.UNREADABLE,
            at.store() + ":" + at.path(),
            "The session cannot be checked: " + e.getMessage());
      }
    }
  }

  /** Says so of each store once. */
  private void cannotOpen(String store, Exception e) {
    if (closed.add(store)) {
      tally.found(
          FILES,
          Problem.UNREADABLE,
          "store '" + store + "'",
          "Cannot be opened: " + e.getMessage() + " See its file in the folder 'etc' of the home.");
    }
  }

  private void unknownSessions() throws IOException {
    try (Workers workers = Workers.ofProcessors()) {
      for (StoreInfo store : stores.list()) {
        try {
          ScanTally scan = new ScanTally();
          new SessionFinder(stores.root(store.name()), workers, scan)
              .find().values().stream()
                  .map(found -> new Location(store.name(), found.path()))
                  .filter(found -> !recorded.contains(found))
                  .forEach(this::unknown);
          scan.problems().forEach(what -> found(Problem.UNREADABLE, store, what));
          scan.again().forEach(what -> found(Problem.UNKNOWN, store, what));
        } catch (IOException | CatalogException e) {
          cannotOpen(store.name(), e);
        }
      }
    }
  }

  private void found(Problem problem, StoreInfo store, LeftOut what) {
    String reason = what.reason().endsWith(".") ? what.reason() : what.reason() + ".";
    tally.found(FILES, problem, store.name() + ":" + what.path(), "The folder " + reason);
  }

  private void unknown(Location found) {
    tally.found(
        FILES,
        Problem.UNKNOWN,
        found.store() + ":" + found.path(),
        "The record does not know the session folder. Scan the store again.");
  }
}
