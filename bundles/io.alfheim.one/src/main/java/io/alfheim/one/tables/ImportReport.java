/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.tables;

import io.alfheim.catalog.spi.CommitId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What an import did.
 *
 * @param sessions taken in
 * @param datasets taken in
 * @param leftOut rows that the catalog cannot hold, each with the reason
 * @param sharedIds ids that several datasets of one session have; all of them were taken in
 * @param commit at which the record stands now
 */
public record ImportReport(
    long sessions,
    long datasets,
    List<LeftOut> leftOut,
    List<SharedId> sharedIds,
    CommitId commit) {
  private static final int SHOWN = 5;

  /** Copies the lists. */
  public ImportReport {
    leftOut = List.copyOf(leftOut);
    sharedIds = List.copyOf(sharedIds);
  }

  /**
   * A row, and why it is not in the catalog.
   *
   * @param row session or path
   * @param reason in plain words
   */
  public record LeftOut(String row, String reason) {
    @Override
    public String toString() {
      return row + ": " + reason;
    }
  }

  @Override
  public String toString() {
    String head = String.format(
        Locale.ROOT, "Imported %,d sessions and %,d datasets (%s).", sessions, datasets, commit);
    return head
        + some("Left out", "leftOut()", leftOut)
        + some("Ids of several datasets", "sharedIds()", sharedIds);
  }

  private static String some(String title, String verb, List<?> all) {
    if (all.isEmpty()) {
      return "";
    }
    String shown = all.stream().limit(SHOWN).map(one -> "\n  " + one).collect(Collectors.joining());
    String rest = all.size() > SHOWN ? "\n  … all of them: ." + verb : "";
    return String.format(Locale.ROOT, "%n%s: %,d%s%s", title, all.size(), shown, rest);
  }
}
