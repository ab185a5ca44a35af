/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.spi;

import io.alfheim.alf.SessionKey;
import io.alfheim.store.Location;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * One session as the record holds it.
 *
 * @param key lab, subject, date and number; there is one session for a key
 * @param id the experiment id; there is one session for an id
 * @param protocol the task protocol, or empty
 * @param projects in the order given
 * @param locations its folder in each store that has it
 * @param datasets sorted by path, which is unique
 */
public record SessionEntry(
    SessionKey key,
    UUID id,
    String protocol,
    List<String> projects,
    List<Location> locations,
    List<DatasetEntry> datasets) {

  /** Copies the lists. */
  public SessionEntry {
    projects = List.copyOf(projects);
    locations = List.copyOf(locations);
    datasets = List.copyOf(datasets);
  }

  /** The same session with other datasets, in any order. */
  public SessionEntry withDatasets(Collection<DatasetEntry> newDatasets) {
    List<DatasetEntry> sorted =
        newDatasets.stream().sorted(Comparator.comparing(DatasetEntry::path)).toList();
    return new SessionEntry(key, id, protocol, projects, locations, sorted);
  }

  /** The same session with its folder in one more store. */
  public SessionEntry withLocation(Location more) {
    List<Location> all = new ArrayList<>(locations);
    all.add(more);
    return new SessionEntry(key, id, protocol, projects, all, datasets);
  }
}
