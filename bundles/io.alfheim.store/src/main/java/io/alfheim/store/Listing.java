/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store;

import java.util.List;

/**
 * What a store found, and what it could not look at. A listing with problems is incomplete: from it
 * nobody may conclude that a file is gone.
 *
 * @param entries sorted by path
 * @param problems unreadable folders, broken links and the like
 */
public record Listing(List<StoreEntry> entries, List<Problem> problems) {

  /** Copies the lists. */
  public Listing {
    entries = List.copyOf(entries);
    problems = List.copyOf(problems);
  }

  /**
   * One thing that could not be listed.
   *
   * @param path where; the text is the store's own, it may not be a legal {@link StorePath}
   * @param reason why, in plain words
   */
  public record Problem(String path, String reason) {}
}
