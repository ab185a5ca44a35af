/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.tables.internal;

import io.alfheim.alf.AlfIds;
import io.alfheim.alf.DatasetPath;
import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.Editor;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.one.tables.ImportReport.LeftOut;
import io.alfheim.one.tables.TableDataset;
import io.alfheim.one.tables.TableSession;
import io.alfheim.store.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Puts one session of the tables into the record. What the tables say goes before what is known; what
 * they do not know stays, and so does a file that a scan has seen.
 */
final class SessionImport {
  private final UUID namespace;
  private final Path root;
  private final Location at;

  /** @param at where the root is in the stores */
  SessionImport(UUID namespace, Path root, Location at) {
    this.namespace = namespace;
    this.root = root;
    this.at = at;
  }

  /** Puts a session and says how many datasets of it. */
  long put(
      SessionKey key,
      TableSession row,
      List<TableDataset> rows,
      Editor editor,
      List<LeftOut> leftOut)
      throws IOException {
    Optional<SessionEntry> known = editor.base().find(key);
    UUID id = AlfIds.findUuid(row.id()).orElseGet(() -> AlfIds.sessionId(namespace, key));
    List<Location> locations =
        new ArrayList<>(known.map(SessionEntry::locations).orElse(List.of()));
    boolean elsewhere =
        locations.stream().anyMatch(location -> !location.store().equals(at.store()));
    if (locations.stream().noneMatch(location -> location.store().equals(at.store()))) {
      locations.add(new Location(at.store(), at.path().resolve(folder(key))));
    }
    Map<String, DatasetEntry> datasets = known(known, id);
    long count = 0;
    Set<String> seen = new HashSet<>();
    for (TableDataset dataset : rows) {
      Optional<String> fault = DatasetPath.whyInvalid(dataset.path());
      if (fault.isEmpty() && !seen.add(dataset.path())) {
        fault =
            Optional.of("is there twice; the row with the id '" + dataset.id() + "' is left out");
      }
      if (fault.isPresent()) {
        leftOut.add(new LeftOut(key + "/" + dataset.path(), fault.get()));
      } else {
        datasets.put(dataset.path(), entry(dataset, id, datasets.get(dataset.path()), elsewhere));
        count++;
      }
    }
    String protocol =
        row.protocol().isEmpty() ? known.map(SessionEntry::protocol).orElse("") : row.protocol();
    List<String> projects = row.projects().isEmpty()
        ? known.map(SessionEntry::projects).orElse(List.of())
        : Arrays.stream(row.projects().split(",")).map(String::strip).toList();
    editor.put(
        new SessionEntry(key, id, protocol, projects, locations, List.copyOf(datasets.values())));
    return count;
  }

  /** The datasets known, by path; when the session gets another id, theirs stay. */
  private Map<String, DatasetEntry> known(Optional<SessionEntry> session, UUID newId) {
    Map<String, DatasetEntry> datasets = new TreeMap<>();
    for (DatasetEntry old : session.map(SessionEntry::datasets).orElse(List.of())) {
      UUID before = session.orElseThrow().id();
      UUID id = old.id()
          .orElseGet(() -> AlfIds.datasetId(namespace, before, DatasetPath.parse(old.path())));
      datasets.put(old.path(), before.equals(newId) ? old : withId(old, id));
    }
    return datasets;
  }

  private static DatasetEntry withId(DatasetEntry old, UUID id) {
    return new DatasetEntry(
        old.path(),
        old.size(),
        old.hash(),
        old.qc(),
        old.present(),
        old.defaultRevision(),
        id,
        old.stores());
  }

  private DatasetEntry entry(
      TableDataset row, UUID session, @Nullable DatasetEntry known, boolean elsewhere) {
    UUID derived = AlfIds.datasetId(namespace, session, DatasetPath.parse(row.path()));
    UUID id = AlfIds.findUuid(row.id()).filter(given -> !given.equals(derived)).orElse(null);
    if (known == null) {
      List<String> stores = row.exists() && elsewhere ? List.of(at.store()) : List.of();
      return new DatasetEntry(
          row.path(),
          row.size(),
          row.hash(),
          row.qc(),
          row.exists(),
          row.defaultRevision(),
          id,
          stores);
    }
    boolean sameSize = row.size() < 0 || row.size() == known.size();
    List<String> stores = new ArrayList<>(known.stores());
    if (row.exists() && !stores.isEmpty() && !stores.contains(at.store())) {
      stores.add(at.store());
    }
    return new DatasetEntry(
        row.path(),
        row.size() < 0 ? known.size() : row.size(),
        row.hash().isEmpty() && sameSize ? known.hash() : row.hash(),
        row.qc(),
        row.exists() || known.present(),
        row.defaultRevision() == null ? known.defaultRevision() : row.defaultRevision(),
        id,
        stores);
  }

  /** Where the session is below the root: as it is spelled there, else as it would be written. */
  private String folder(SessionKey key) {
    List<String> spellings = new ArrayList<>();
    for (String start : List.of(key.path(), key.toString(), key.withoutLab().path())) {
      spellings.add(start);
      spellings.add(start.substring(0, start.lastIndexOf('/') + 1) + key.number());
    }
    return spellings.stream()
        .filter(name -> Files.isDirectory(root.resolve(name)))
        .findFirst()
        .orElse(key.path());
  }
}
