/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs;

import io.alfheim.blobs.Cleanup.Tally;
import io.alfheim.blobs.Cleanup.Trouble;
import io.alfheim.store.StoreEntry;
import java.util.List;

/**
 * What a section holds, and what was put aside or would be.
 *
 * @param section its name
 * @param used what commits that are kept refer to
 * @param unused what only commits refer to that are not kept
 * @param untracked what no commit ever referred to, older than what is spared; with files of the stage
 *     that were placed from here and never hung, which stay: delete them by hand, or hang them
 * @param young what no commit refers to yet
 * @param foreign what is not named as the section names it, what was there before a home first used
 *     the section and is not referred to, and, if there was any of that, all that was never referred to;
 *     it is left alone
 * @param moved what was put aside; nothing in a preview
 * @param list the first thousand of what is unused or untracked
 * @param problems what could not be listed, and who else uses the section; if there is any, nothing
 *     is put aside
 * @param errors what could not be put aside, and empty folders that could not be deleted
 */
public record CleanupReport(
    String section,
    Tally used,
    Tally unused,
    Tally untracked,
    Tally young,
    Tally foreign,
    Tally moved,
    List<StoreEntry> list,
    List<String> problems,
    List<Trouble> errors) {

  /** Copies the lists. */
  public CleanupReport {
    list = List.copyOf(list);
    problems = List.copyOf(problems);
    errors = List.copyOf(errors);
  }

  @Override
  public String toString() {
    return "Section '" + section + "': used " + used + ", unused " + unused + ", untracked "
        + untracked + ", too young " + young + ", foreign " + foreign + "; put aside " + moved
        + (problems.isEmpty() ? "" : "; NOT LISTED " + problems.size())
        + (errors.isEmpty() ? "." : "; errors " + errors.size() + ".");
  }
}
