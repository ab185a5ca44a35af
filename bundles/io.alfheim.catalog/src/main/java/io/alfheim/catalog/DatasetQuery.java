/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

import io.alfheim.alf.DatasetPath;
import io.alfheim.alf.Qc;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which datasets of a session are wanted: those at certain paths whose QC is good enough, each in one
 * revision. Immutable.
 *
 * @param asked the name or pattern asked for, as it was written, for messages
 * @param where what else was asked, worded to follow it: {@code in collection 'alf'}; may be empty
 * @param paths the condition on collection, revision and file name
 * @param worst the worst QC accepted
 * @param checkedOnly whether a dataset must have passed through quality control at all
 * @param asOf take the latest revision not after this label; nothing for the default revision
 */
public record DatasetQuery(
    String asked,
    String where,
    Predicate<DatasetPath> paths,
    Qc worst,
    boolean checkedOnly,
    Optional<String> asOf) {

  /** Every dataset whose QC is not critical, in its default revision. */
  public static final DatasetQuery ALL =
      new DatasetQuery("*", "", path -> true, Qc.FAIL, false, Optional.empty());

  /** The datasets at paths that meet a condition. */
  public static DatasetQuery of(String asked, Predicate<DatasetPath> paths) {
    return new DatasetQuery(asked, "", paths, ALL.worst, false, ALL.asOf);
  }

  /** Those of them that meet one more condition; {@code words} tells it in a message, if any. */
  public DatasetQuery and(String words, Predicate<DatasetPath> more) {
    String all = where + (where.isEmpty() || words.isEmpty() ? "" : " ") + words;
    return new DatasetQuery(asked, all, paths.and(more), worst, checkedOnly, asOf);
  }

  /** Those with a QC not worse than this. */
  public DatasetQuery qc(Qc newWorst) {
    return new DatasetQuery(asked, where, paths, newWorst, checkedOnly, asOf);
  }

  /** Those that quality control has looked at. */
  public DatasetQuery checked() {
    return new DatasetQuery(asked, where, paths, worst, true, asOf);
  }

  /** In the latest revision not after a label, in plain string order; without pound signs. */
  public DatasetQuery asOf(String label) {
    return new DatasetQuery(asked, where, paths, worst, checkedOnly, Optional.of(label));
  }

  /** Whether a verdict of quality control is good enough. */
  public boolean accepts(Qc verdict) {
    return verdict.isAtMost(worst) && !(checkedOnly && verdict == Qc.NOT_SET);
  }

  /** What was asked, in words. */
  @Override
  public String toString() {
    return "'" + asked + "'" + (where.isEmpty() ? "" : " " + where)
        + asOf.map(label -> " as of revision '" + label + "'").orElse("")
        + (worst == ALL.worst ? "" : " with QC not worse than " + worst)
        + (checkedOnly ? " and set" : "");
  }
}
