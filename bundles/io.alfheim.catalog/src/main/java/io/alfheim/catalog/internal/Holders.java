/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.store.Location;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which stores have the datasets of a session, with their names or without: no name means every store of
 * the session, which means something else as soon as the session comes to another store.
 */
final class Holders {
  private Holders() {}

  /** The session with every dataset naming its stores. */
  static SessionEntry named(SessionEntry session) {
    List<String> all = List.copyOf(new TreeSet<>(places(session).keySet()));
    return session.withDatasets(session.datasets().stream()
        .map(dataset -> isNowhere(dataset) ? dataset.withStores(true, all) : dataset)
        .toList());
  }

  /** The session with the stores named only where they are not all. */
  static SessionEntry brief(SessionEntry session) {
    Set<String> all = places(session).keySet();
    return session.withDatasets(session.datasets().stream()
        .map(dataset -> new HashSet<>(dataset.stores()).equals(all)
            ? dataset.withStores(dataset.present(), List.of())
            : dataset)
        .toList());
  }

  /** The session in these of its places, without the datasets that were in none of them. */
  static SessionEntry in(SessionEntry session, List<Location> places) {
    Set<String> left = places.stream().map(Location::store).collect(Collectors.toSet());
    List<DatasetEntry> datasets = named(session).datasets().stream()
        .map(dataset -> dataset.withStores(
            dataset.present(), dataset.stores().stream().filter(left::contains).toList()))
        .filter(dataset -> !isNowhere(dataset))
        .toList();
    return brief(new SessionEntry(
        session.key(), session.id(), session.protocol(), session.projects(), places, datasets));
  }

  /** Whether it is said to be somewhere, but in no store of its session. */
  static boolean isNowhere(DatasetEntry dataset) {
    return dataset.present() && dataset.stores().isEmpty();
  }

  /** Where the session is, by store. */
  static Map<String, Location> places(SessionEntry session) {
    Map<String, Location> places = new LinkedHashMap<>();
    session.locations().forEach(at -> places.putIfAbsent(at.store(), at));
    return places;
  }

  /** The stores that some dataset names. */
  static Set<String> ofAny(List<DatasetEntry> datasets) {
    Set<String> stores = new HashSet<>();
    datasets.forEach(dataset -> stores.addAll(dataset.stores()));
    return stores;
  }
}
