/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.DatasetPath;
import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.ExistsException;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.Editor;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.catalog.spi.SessionRecord;
import io.alfheim.store.Location;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Adds datasets to sessions of the record, and never changes one that is known. */
final class Additions {
  private final Backends backends;

  Additions(Backends backends) {
    this.backends = backends;
  }

  /**
   * New datasets in one place.
   *
   * @param session as it was known; recorded anew if it is not in the record any more
   * @param location its folder
   * @param datasets what is new
   * @param marking what else becomes of the session with them in it
   */
  record At(
      SessionEntry session,
      Location location,
      List<DatasetEntry> datasets,
      UnaryOperator<SessionEntry> marking) {
    At(SessionEntry session, Location location, List<DatasetEntry> datasets) {
      this(session, location, datasets, UnaryOperator.identity());
    }
  }

  /** The session as the record has it now; as it was, without datasets, if it has gone. */
  SessionEntry known(SessionEntry session) throws IOException {
    SessionRecord record = backends.record();
    return record.at(record.head()).find(session.key()).orElse(session.withDatasets(List.of()));
  }

  void commit(String message, List<At> all) throws IOException {
    backends.record().commit(message, edit(all));
  }

  /** As a part of a commit; of one session there may be several, in places of their own. */
  static SessionRecord.Edit edit(List<At> all) {
    return editor -> {
      Map<SessionKey, SessionEntry> changed = new HashMap<>();
      for (At each : all) {
        SessionEntry known = changed.get(each.session.key());
        SessionEntry now = add(each, known == null ? known(each, editor) : known);
        changed.put(now.key(), now);
        editor.put(now);
      }
    };
  }

  private static SessionEntry known(At at, Editor editor) throws IOException {
    return editor.base().find(at.session.key()).orElse(at.session.withDatasets(List.of()));
  }

  private static SessionEntry add(At at, SessionEntry known) {
    refuseAnotherFolder(known, at.location);
    Map<String, DatasetEntry> fresh = new LinkedHashMap<>();
    at.datasets.forEach(dataset -> fresh.put(dataset.path(), dataset));
    known.datasets().stream()
        .filter(old -> fresh.containsKey(old.path()))
        .forEach(old -> refuseAnotherContent(known, old, fresh.get(old.path())));
    SessionMerge merge = new SessionMerge(at.location.store(), new ScanTally());
    return at.marking.apply(merge.merge(known, at.location, fresh, false));
  }

  private static void refuseAnotherFolder(SessionEntry known, Location location) {
    for (Location other : known.locations()) {
      if (other.store().equals(location.store()) && !other.equals(location)) {
        throw new CatalogException(
            "Session '" + known.key() + "' is in folder '" + other + "', not in '" + location
                + "'.",
            "Move the files there, or rename one of the folders.");
      }
    }
  }

  /** The same content may come twice: a scan may have been faster than the commit. */
  private static void refuseAnotherContent(
      SessionEntry session, DatasetEntry old, @Nullable DatasetEntry now) {
    Objects.requireNonNull(now);
    boolean sizeFits = old.size() == now.size() || old.size() == DatasetEntry.UNKNOWN_SIZE;
    boolean hashFits = old.hash().isEmpty() || old.hash().equals(now.hash());
    if (old.present() && !(sizeFits && hashFits)) {
      throw exists(session, old);
    }
  }

  /** A dataset that is known is not replaced. */
  static ExistsException exists(SessionEntry session, DatasetEntry dataset) {
    DatasetPath path = DatasetPath.parse(dataset.path());
    String label = path.isRevised()
        ? path.revision()
        : LocalDate.now(ZoneId.systemDefault()).toString();
    DatasetPath revised = path.withRevision(NextRevision.free(session, path, label));
    String size = dataset.size() < 0 ? "" : ", with " + dataset.size() + " bytes";
    return new ExistsException(
        "Dataset '" + dataset.path() + "' of session '" + session.key()
            + "' is in the catalog already" + size + "; it is not replaced.",
        "Write the next revision: revise(\"" + revised.revision() + "\", \"why\").put(\""
            + path.unrevised() + "\", …).");
  }
}
