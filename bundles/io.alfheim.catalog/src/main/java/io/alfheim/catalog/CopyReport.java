/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

import java.util.List;
import java.util.Locale;

/**
 * What was copied, or moved, to a store.
 *
 * @param store the store that has the datasets now
 * @param datasets all that were asked for, as of the new commit
 * @param copied how many of them were copied
 * @param skipped how many were there already, intact
 * @param bytes how many bytes were copied
 */
public record CopyReport(
    String store, List<Dataset> datasets, long copied, long skipped, long bytes) {

  /** Copies the list. */
  public CopyReport {
    datasets = List.copyOf(datasets);
  }

  /** One line for people. */
  @Override
  public String toString() {
    String text = String.format(
        Locale.ROOT,
        "Copied %,d dataset%s (%s) to store '%s'",
        copied,
        copied == 1 ? "" : "s",
        ByteCount.text(bytes),
        store);
    return skipped == 0
        ? text + "."
        : String.format(
            Locale.ROOT, "%s; %,d %s there already.", text, skipped, skipped == 1 ? "was" : "were");
  }
}
