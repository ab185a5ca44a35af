/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs;

import io.alfheim.blobs.Cleanup.Tally;
import io.alfheim.blobs.Cleanup.Trouble;
import java.util.List;

/**
 * What became of what was put aside.
 *
 * @param section its name
 * @param deleted for ever
 * @param restored to where it was
 * @param waiting not long enough aside yet
 * @param errors what could not be deleted or restored, empty folders too
 */
public record PurgeReport(
    String section, Tally deleted, Tally restored, Tally waiting, List<Trouble> errors) {

  /** Copies the list. */
  public PurgeReport {
    errors = List.copyOf(errors);
  }

  @Override
  public String toString() {
    return "Section '" + section + "': deleted " + deleted + ", restored " + restored
        + ", waiting " + waiting
        + (errors.isEmpty() ? "." : "; errors " + errors.size() + ".");
  }
}
