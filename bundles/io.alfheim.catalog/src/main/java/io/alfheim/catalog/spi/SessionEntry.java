/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.spi;

import io.alfheim.alf.SessionKey;
import io.alfheim.store.Location;
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
}
