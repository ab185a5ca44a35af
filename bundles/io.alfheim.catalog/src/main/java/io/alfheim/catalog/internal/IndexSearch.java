/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.Qc;
import io.alfheim.catalog.Counted;
import io.alfheim.catalog.Search;
import io.alfheim.catalog.Session;
import io.alfheim.catalog.spi.CatalogIndex;
import io.alfheim.catalog.spi.CatalogIndex.FieldValue;
import io.alfheim.catalog.spi.Field;
import io.alfheim.catalog.spi.SessionQuery;
import io.alfheim.catalog.spi.SessionQuery.HasDataset;
import io.alfheim.catalog.spi.SessionQuery.HasNumber;
import io.alfheim.catalog.spi.SessionQuery.HasValue;
import io.alfheim.catalog.spi.SessionQuery.OnDate;
import io.alfheim.catalog.spi.SessionRow;
import io.alfheim.catalog.spi.TextMatch;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A search that the index answers. */
final class IndexSearch implements Search {
  private final HomeCatalog catalog;
  private final SessionQuery query;

  IndexSearch(HomeCatalog catalog, SessionQuery query) {
    this.catalog = catalog;
    this.query = query;
  }

  @Override
  public Search where(SessionQuery.Term term) {
    return new IndexSearch(catalog, query.and(term));
  }

  @Override
  public Search where(Field field, TextMatch... anyOf) {
    return where(new HasValue(field, List.of(anyOf)));
  }

  private Search named(Field field, String... names) {
    return where(field, Stream.of(names).map(TextMatch::wildcards).toArray(TextMatch[]::new));
  }

  @Override
  public Search subject(String... names) {
    return named(Field.SUBJECT, names);
  }

  @Override
  public Search lab(String... names) {
    return named(Field.LAB, names);
  }

  @Override
  public Search project(String... names) {
    return named(Field.PROJECT, names);
  }

  @Override
  public Search protocol(String... names) {
    return named(Field.PROTOCOL, names);
  }

  @Override
  public Search date(String when) {
    return where(Days.parse(when));
  }

  @Override
  public Search date(LocalDate from, LocalDate to) {
    return where(new OnDate(from, to));
  }

  @Override
  public Search number(int... numbers) {
    return where(new HasNumber(IntStream.of(numbers).boxed().collect(Collectors.toSet())));
  }

  @Override
  public Search dataset(String... names) {
    return dataset(Qc.FAIL, names);
  }

  @Override
  public Search dataset(Qc worst, String... names) {
    Search search = this;
    for (String name : names) {
      search = search.where(new HasDataset(List.of(DatasetNames.match(name)), worst));
    }
    return search;
  }

  @Override
  public List<Session> list() {
    return ask(index -> {
      List<SessionRow> rows = index.search(query);
      return new RecordedSessions(this, catalog, rows, catalog.backends().snapshot());
    });
  }

  @Override
  public Optional<Session> first() {
    return list().stream().findFirst();
  }

  @Override
  public int count() {
    return ask(index -> index.count(query));
  }

  @Override
  public List<String> unmet() {
    return ask(index -> new UnmetTerms(index).of(query));
  }

  private List<String> values(Field field) {
    return ask(
        index -> index.values(field, query).stream().map(FieldValue::value).toList());
  }

  @Override
  public List<String> subjects() {
    return values(Field.SUBJECT);
  }

  @Override
  public List<String> labs() {
    return values(Field.LAB).stream().filter(name -> !name.isEmpty()).toList();
  }

  @Override
  public List<String> projects() {
    return values(Field.PROJECT);
  }

  @Override
  public List<String> protocols() {
    return values(Field.PROTOCOL).stream().filter(name -> !name.isEmpty()).toList();
  }

  @Override
  public List<String> datasets() {
    return values(Field.PATH);
  }

  @Override
  public List<String> collections() {
    return values(Field.COLLECTION);
  }

  @Override
  public List<String> revisions() {
    return values(Field.REVISION);
  }

  @Override
  public String toString() {
    return Counted.of(count(), "session");
  }

  private interface Question<T> {
    T put(CatalogIndex index) throws IOException;
  }

  private <T> T ask(Question<T> question) {
    try {
      return question.put(catalog.backends().index());
    } catch (IOException e) {
      throw Failure.of("The index cannot be searched", e);
    }
  }
}
