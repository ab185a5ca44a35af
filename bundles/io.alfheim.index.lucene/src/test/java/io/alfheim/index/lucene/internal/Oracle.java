/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.index.lucene.internal;

import io.alfheim.alf.DatasetPath;
import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.spi.CatalogIndex.FieldValue;
import io.alfheim.catalog.spi.CatalogIndex.Totals;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.Field;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.catalog.spi.SessionQuery;
import io.alfheim.catalog.spi.SessionQuery.AnyOf;
import io.alfheim.catalog.spi.SessionQuery.HasDataset;
import io.alfheim.catalog.spi.SessionQuery.HasDatasetId;
import io.alfheim.catalog.spi.SessionQuery.HasId;
import io.alfheim.catalog.spi.SessionQuery.HasNumber;
import io.alfheim.catalog.spi.SessionQuery.HasValue;
import io.alfheim.catalog.spi.SessionQuery.InFolder;
import io.alfheim.catalog.spi.SessionQuery.OnDate;
import io.alfheim.catalog.spi.SessionQuery.Term;
import io.alfheim.store.Location;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers by looking at every dataset of every session, with the names that ALF sees in them. */
record Oracle(Collection<SessionEntry> sessions) {

  List<SessionKey> search(SessionQuery query) {
    return sessions.stream()
        .filter(session -> query.terms().stream().allMatch(term -> meets(session, term)))
        .map(SessionEntry::key)
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  List<FieldValue> values(Field field, SessionQuery query) {
    Set<SessionKey> found = Set.copyOf(search(query));
    return sessions.stream()
        .filter(session -> found.contains(session.key()))
        .flatMap(session -> values(session, field).stream())
        .collect(
            Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.summingInt(v -> 1)))
        .entrySet()
        .stream()
        .map(entry -> new FieldValue(entry.getKey(), entry.getValue()))
        .toList();
  }

  Totals totals() {
    List<DatasetEntry> all =
        sessions.stream().flatMap(s -> s.datasets().stream()).toList();
    long bytes =
        all.stream().mapToLong(DatasetEntry::size).filter(size -> size >= 0).sum();
    return new Totals(sessions.size(), all.size(), bytes);
  }

  private static boolean meets(SessionEntry session, Term term) {
    if (term instanceof HasValue value) {
      return values(session, value.field()).stream()
          .anyMatch(text -> value.anyOf().stream().anyMatch(match -> match.test(text)));
    } else if (term instanceof HasDataset dataset) {
      return session.datasets().stream().anyMatch(each -> meets(each, dataset));
    } else if (term instanceof OnDate date) {
      return !session.key().date().isBefore(date.from())
          && !session.key().date().isAfter(date.to());
    } else if (term instanceof HasNumber number) {
      return number.numbers().contains(session.key().number());
    } else if (term instanceof HasDatasetId id) {
      return session.datasets().stream()
          .anyMatch(each -> each.id().filter(id.ids()::contains).isPresent());
    } else if (term instanceof InFolder in) {
      return session.locations().stream().anyMatch(each -> isIn(each, in.folder()));
    } else if (term instanceof AnyOf any) {
      return any.terms().stream().anyMatch(alternative -> meets(session, alternative));
    }
    return ((HasId) term).ids().contains(session.id());
  }

  private static boolean isIn(Location location, Location folder) {
    Path path = Path.of("/" + location.path());
    return location.store().equals(folder.store()) && path.startsWith("/" + folder.path());
  }

  private static boolean meets(DatasetEntry dataset, HasDataset term) {
    String name = DatasetPath.parse(dataset.path()).name().toString();
    return dataset.present()
        && dataset.qc().isAtMost(term.worst())
        && (term.anyOf().isEmpty() || term.anyOf().stream().anyMatch(match -> match.test(name)));
  }

  private static Set<String> values(SessionEntry session, Field field) {
    return switch (field) {
      case LAB -> Set.of(session.key().lab());
      case SUBJECT -> Set.of(session.key().subject());
      case PROTOCOL -> Set.of(session.protocol());
      case PROJECT -> Set.copyOf(session.projects());
      case PATH -> names(session, DatasetPath::toString);
      case FILE -> names(session, path -> path.name().toString());
      case COLLECTION -> names(session, DatasetPath::collection);
      case REVISION -> names(session, DatasetPath::revision);
    };
  }

  private static Set<String> names(SessionEntry session, Function<DatasetPath, String> name) {
    return session.datasets().stream()
        .map(dataset -> name.apply(DatasetPath.parse(dataset.path())))
        .collect(Collectors.toSet());
  }
}
