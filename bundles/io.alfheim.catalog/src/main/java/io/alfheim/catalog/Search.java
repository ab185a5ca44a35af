/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

import io.alfheim.alf.Qc;
import io.alfheim.catalog.spi.SessionQuery;
import io.alfheim.catalog.spi.TextMatch;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A question about sessions, made narrower word by word. Immutable: every word gives a new search.
 * Nothing is looked up before {@link #list()}, {@link #count()} or one of the lists of names.
 *
 * <p>Names match whole; {@code *} stands for any characters and {@code ?} for one. Several names in one
 * word are alternatives, several words must all hold.
 */
public interface Search extends Iterable<Session>, Unmet {

  /** Of these subjects. */
  Search subject(String... names);

  /** Of these labs. */
  Search lab(String... names);

  /** In any of these projects. */
  Search project(String... names);

  /** With any of these task protocols. */
  Search protocol(String... names);

  /** On a day, in a month or in a year: {@code 2020-01-31}, {@code 2020-01}, {@code 2020}. */
  Search date(String when);

  /** Between two days, both included. */
  Search date(LocalDate from, LocalDate to);

  /** With any of these numbers. */
  Search number(int... numbers);

  /**
   * With all of these datasets. A name is a file name ({@code spikes.times.npy}) or an object and its
   * attribute in any format ({@code spikes.times}).
   */
  Search dataset(String... names);

  /** With all of these datasets, and with a QC not worse than {@code worst}. */
  Search dataset(Qc worst, String... names);

  /** By any condition that the index can answer. */
  Search where(SessionQuery.Term term);

  /** By a condition on a field. */
  Search where(io.alfheim.catalog.spi.Field field, TextMatch... anyOf);

  /** The sessions, ordered by date, subject and number, all descending. Rows are read when asked for. */
  List<Session> list();

  /** The first of the list. */
  Optional<Session> first();

  /** How many there are. */
  int count();

  /** Names of their subjects. */
  List<String> subjects();

  /** Names of their labs. */
  List<String> labs();

  /** Their projects. */
  List<String> projects();

  /** Their task protocols. */
  List<String> protocols();

  /** Paths of their datasets below the session, each once. */
  List<String> datasets();

  /** Their collections; the session folder itself is {@code ""}. */
  List<String> collections();

  /** Their revisions; {@code ""} for unrevised datasets. */
  List<String> revisions();

  @Override
  default Iterator<Session> iterator() {
    return list().iterator();
  }
}
