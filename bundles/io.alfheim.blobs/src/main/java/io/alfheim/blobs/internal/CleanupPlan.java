/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import io.alfheim.blobs.Kept;
import java.time.Duration;

/**
 * How a section is cleaned up.
 *
 * @param kept which commits count
 * @param grace how long what was put aside waits
 * @param sparing how long what nobody refers to is left alone
 * @param limit how many objects at most
 * @param files whether files of the stage are meant too
 */
record CleanupPlan(Kept kept, Duration grace, Duration sparing, long limit, boolean files) {
  static final CleanupPlan DEFAULT = new CleanupPlan(
      Kept.EVERYTHING, Duration.ofDays(7), Duration.ofDays(1), Long.MAX_VALUE, false);
}
