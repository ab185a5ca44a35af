/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.spi;

import io.alfheim.alf.Qc;
import io.alfheim.store.Location;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A question about sessions: those that meet every one of its terms.
 *
 * @param terms none for all sessions
 */
public record SessionQuery(List<Term> terms) {

  /** All sessions. */
  public static final SessionQuery ALL = new SessionQuery(List.of());

  /** Copies the list. */
  public SessionQuery {
    terms = List.copyOf(terms);
  }

  /** The same question with one more term. */
  public SessionQuery and(Term term) {
    List<Term> all = new ArrayList<>(terms);
    all.add(term);
    return new SessionQuery(all);
  }

  /** One condition. */
  public sealed interface Term {}

  /**
   * A field has a value that meets any of the matches.
   *
   * @param field any field
   * @param anyOf at least one
   */
  public record HasValue(Field field, List<TextMatch> anyOf) implements Term {
    /** Copies the list. */
    public HasValue {
      anyOf = List.copyOf(anyOf);
    }
  }

  /**
   * There is a dataset that is present, whose QC is not worse than a limit and whose name meets any of
   * the matches.
   *
   * @param anyOf conditions on the file name; empty for any dataset
   * @param worst the worst QC accepted
   */
  public record HasDataset(List<TextMatch> anyOf, Qc worst) implements Term {
    /** Copies the list. */
    public HasDataset {
      anyOf = List.copyOf(anyOf);
    }
  }

  /**
   * The date lies between two days, both included.
   *
   * @param from {@link LocalDate#MIN} for no beginning
   * @param to {@link LocalDate#MAX} for no end
   */
  public record OnDate(LocalDate from, LocalDate to) implements Term {}

  /**
   * The number is one of these.
   *
   * @param numbers accepted
   */
  public record HasNumber(Set<Integer> numbers) implements Term {
    /** Copies the set. */
    public HasNumber {
      numbers = Set.copyOf(numbers);
    }
  }

  /**
   * The experiment id is one of these.
   *
   * @param ids accepted
   */
  public record HasId(Set<UUID> ids) implements Term {
    /** Copies the set. */
    public HasId {
      ids = Set.copyOf(ids);
    }
  }

  /**
   * A dataset, present or not, has an id that is one of these.
   *
   * @param ids accepted
   */
  public record HasDatasetId(Set<UUID> ids) implements Term {
    /** Copies the set. */
    public HasDatasetId {
      ids = Set.copyOf(ids);
    }
  }

  /**
   * One of its folders is this one or below it.
   *
   * @param folder a folder in a store
   */
  public record InFolder(Location folder) implements Term {}

  /**
   * At least one of several terms holds.
   *
   * @param terms alternatives
   */
  public record AnyOf(List<Term> terms) implements Term {
    /** Copies the list. */
    public AnyOf {
      terms = List.copyOf(terms);
    }
  }
}
