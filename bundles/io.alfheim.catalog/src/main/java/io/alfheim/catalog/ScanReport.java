/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

import io.alfheim.catalog.spi.CommitId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a scan found and did.
 *
 * @param store the store that was scanned
 * @param sessions sessions found
 * @param datasets datasets found in them
 * @param added datasets that were not known before
 * @param changed datasets known with another size or content
 * @param removed datasets that are gone
 * @param leftOut files that are not datasets, each with the reason
 * @param problems what could not be looked at or understood, and files whose content is not the one
 *     that the record knows from other stores
 * @param commit the commit at which the record stands now
 * @param duration how long it took
 */
public record ScanReport(
    String store,
    long sessions,
    long datasets,
    long added,
    long changed,
    long removed,
    List<LeftOut> leftOut,
    List<LeftOut> problems,
    CommitId commit,
    Duration duration) {
  private static final int SHOWN = 5;

  /** Copies the lists. */
  public ScanReport {
    leftOut = List.copyOf(leftOut);
    problems = List.copyOf(problems);
  }

  /**
   * A file or folder, and why it is not in the catalog.
   *
   * @param path below the root of the store
   * @param reason in plain words
   */
  public record LeftOut(String path, String reason) {
    @Override
    public String toString() {
      return path + ": " + reason;
    }
  }

  /** A few lines for people; the lists are cut, {@link #leftOut()} and {@link #problems()} are not. */
  @Override
  public String toString() {
    String head = String.format(
        Locale.ROOT,
        "Scanned store '%s' in %.1f s: %s, %s (%,d added, %,d changed, %,d removed).",
        store,
        duration.toMillis() / 1000.0,
        Counted.of(sessions, "session"),
        Counted.of(datasets, "dataset"),
        added,
        changed,
        removed);
    return head
        + some("Left out, because the name is not ALF", "leftOut()", leftOut)
        + some("Problems", "problems()", problems);
  }

  private static String some(String title, String verb, List<LeftOut> all) {
    if (all.isEmpty()) {
      return "";
    }
    String shown = all.stream().limit(SHOWN).map(one -> "\n  " + one).collect(Collectors.joining());
    String rest = all.size() > SHOWN ? "\n  … all of them: ." + verb : "";
    return String.format(Locale.ROOT, "%n%s: %,d%s%s", title, all.size(), shown, rest);
  }
}
