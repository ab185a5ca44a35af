/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one;

import io.alfheim.alf.Qc;
import io.alfheim.catalog.Search;
import io.alfheim.catalog.Session;
import io.alfheim.catalog.Unmet;
import io.alfheim.catalog.spi.Field;
import io.alfheim.catalog.spi.SessionQuery;
import io.alfheim.catalog.spi.SessionQuery.HasDataset;
import io.alfheim.catalog.spi.SessionQuery.HasNumber;
import io.alfheim.catalog.spi.SessionQuery.HasValue;
import io.alfheim.catalog.spi.SessionQuery.OnDate;
import io.alfheim.catalog.spi.TextMatch;
import io.alfheim.data.Column;
import io.alfheim.data.Table;
import io.alfheim.one.internal.Patterns;
import io.alfheim.one.internal.TermValues;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ids of the sessions that meet every word said so far, ordered by date, subject and number, all
 * descending. It is looked up when first looked at; a word gives a new search.
 *
 * <p>Texts are regular expressions that are found anywhere in the name ({@code "KS"}, {@code
 * "^KS0\\d+$"}), plain text of {@link One#wildcards(boolean) one without wildcards}. They distinguish
 * case. Several in one word are alternatives, but for {@link #datasets}.
 */
public final class SessionSearch extends LazyList<UUID> implements Unmet {
  private static final Logger log = LoggerFactory.getLogger(SessionSearch.class);

  private final View view;
  private final SessionQuery query;
  private final List<String> datasets;
  private final Optional<Qc> worst;

  SessionSearch(View view) {
    this(view, SessionQuery.ALL, List.of(), Optional.empty());
  }

  private SessionSearch(View view, SessionQuery query, List<String> datasets, Optional<Qc> worst) {
    this.view = view;
    this.query = query;
    this.datasets = datasets;
    this.worst = worst;
  }

  private SessionSearch and(SessionQuery.Term term) {
    return new SessionSearch(view, query.and(term), datasets, worst);
  }

  private SessionSearch and(Field field, String... anyOf) {
    return and(new HasValue(field, Stream.of(anyOf).map(view.patterns()::term).toList()));
  }

  /** Of any of these subjects. */
  public SessionSearch subject(String... anyOf) {
    return and(Field.SUBJECT, anyOf);
  }

  /** Of any of these labs. */
  public SessionSearch laboratory(String... anyOf) {
    return and(Field.LAB, anyOf);
  }

  /** As {@link #laboratory}. */
  public SessionSearch lab(String... anyOf) {
    return laboratory(anyOf);
  }

  /** In any of these projects. */
  public SessionSearch projects(String... anyOf) {
    return and(Field.PROJECT, anyOf);
  }

  /** With any of these task protocols. */
  public SessionSearch taskProtocol(String... anyOf) {
    return and(Field.PROTOCOL, anyOf);
  }

  /** With any of these numbers. */
  public SessionSearch number(int... anyOf) {
    return and(new HasNumber(IntStream.of(anyOf).boxed().collect(Collectors.toSet())));
  }

  /** On a day. */
  public SessionSearch dateRange(String day) {
    LocalDate date = TermValues.day(day);
    return dateRange(date, date);
  }

  /** Between two days, both included; null for an open end. */
  public SessionSearch dateRange(@Nullable String from, @Nullable String to) {
    return dateRange(
        from == null ? LocalDate.MIN : TermValues.day(from),
        to == null ? LocalDate.MAX : TermValues.day(to));
  }

  /** Between two days, both included. */
  public SessionSearch dateRange(LocalDate from, LocalDate to) {
    return and(new OnDate(from, to));
  }

  /**
   * With all of these datasets. Each is a regular expression, whatever the mode, that must match the
   * whole file name of a dataset that is there and whose QC is good enough.
   */
  public SessionSearch datasets(String... all) {
    List<String> more = new ArrayList<>(datasets);
    more.addAll(List.of(all));
    return new SessionSearch(view, query, more, worst);
  }

  /**
   * The QC that a dataset asked for may have at worst; without this word, any but critical. Where no
   * dataset is asked for, the sessions with any dataset that good.
   */
  public SessionSearch datasetQcLte(Qc newWorst) {
    return new SessionSearch(view, query, datasets, Optional.of(newWorst));
  }

  /**
   * By a term of ONE, which may be abbreviated: {@code where("subj", "KS014")}, {@code where("num", 1,
   * 2)}, {@code where("date", "2020-01-01", null)}.
   *
   * @param values texts, numbers, dates, or lists of them
   * @throws io.alfheim.catalog.CatalogException if there is no such term, or not just one, or a value
   *     cannot be read
   */
  public SessionSearch where(String term, @Nullable Object... values) {
    TermValues given = TermValues.of(term, values);
    return switch (SearchTerm.of(term)) {
      case DATASETS -> datasets(given.texts());
      case DATASET_QC_LTE -> datasetQcLte(given.qc());
      case DATE_RANGE -> dateRange(given.from(), given.to());
      case LABORATORY -> laboratory(given.texts());
      case NUMBER -> number(given.numbers());
      case PROJECTS -> projects(given.texts());
      case SUBJECT -> subject(given.texts());
      case TASK_PROTOCOL -> taskProtocol(given.texts());
    };
  }

  private Search search() {
    Search search = view.catalog().search();
    for (SessionQuery.Term term : query.terms()) {
      search = search.where(term);
    }
    Qc limit = worst.orElse(Qc.FAIL);
    for (String name : datasets) {
      TextMatch match = TextMatch.whole(Patterns.regex(name));
      search = search.where(new HasDataset(List.of(match), limit));
    }
    return datasets.isEmpty() && worst.isPresent()
        ? search.where(new HasDataset(List.of(), limit))
        : search;
  }

  @Override
  List<UUID> find() {
    return sessions().stream().map(Session::id).toList();
  }

  /** The sessions themselves, in the same order. */
  public List<Session> sessions() {
    List<Session> found = search().list();
    if (found.isEmpty()) {
      unmet().forEach(word -> log.warn("{}", word));
    }
    return found;
  }

  /**
   * What is asked for and no session has, a sentence for each word, with the nearest name there is.
   * Where nothing is found these sentences are logged as warnings.
   */
  @Override
  public List<String> unmet() {
    return search().unmet();
  }

  /** A row for each session, in the same order, with the columns that ONE calls details. */
  public Table details() {
    return details(sessions());
  }

  static Table details(List<Session> sessions) {
    return Table.of(
        Column.of("eid", strings(sessions.stream().map(s -> s.id().toString()))),
        Column.of("lab", strings(sessions.stream().map(Session::lab))),
        Column.of("subject", strings(sessions.stream().map(Session::subject))),
        Column.of("date", sessions.stream().map(Session::date).toArray(LocalDate[]::new)),
        Column.of("number", sessions.stream().mapToInt(Session::number).toArray()),
        Column.of("task_protocol", strings(sessions.stream().map(Session::protocol))),
        Column.of("projects", strings(sessions.stream().map(s -> String.join(",", s.projects())))));
  }

  private static String[] strings(Stream<String> texts) {
    return texts.toArray(String[]::new);
  }

  /** How many there are. */
  public int count() {
    return search().count();
  }
}
