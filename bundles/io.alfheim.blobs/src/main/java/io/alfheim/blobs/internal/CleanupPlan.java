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
 * @param older whether what was there before the section is meant too
 */
record CleanupPlan(
    Kept kept, Duration grace, Duration sparing, long limit, boolean files, boolean older) {
  static final CleanupPlan DEFAULT = new CleanupPlan(
      Kept.EVERYTHING, Duration.ofDays(7), Duration.ofDays(1), Long.MAX_VALUE, false, false);

  CleanupPlan keeping(Kept other) {
    return new CleanupPlan(other, grace, sparing, limit, files, older);
  }

  CleanupPlan waiting(Duration time) {
    return new CleanupPlan(kept, time, sparing, limit, files, older);
  }

  CleanupPlan sparing(Duration age) {
    return new CleanupPlan(kept, grace, age, limit, files, older);
  }

  CleanupPlan limited(long objects) {
    return new CleanupPlan(kept, grace, sparing, objects, files, older);
  }

  CleanupPlan withFiles() {
    return new CleanupPlan(kept, grace, sparing, limit, true, older);
  }

  CleanupPlan withOlder() {
    return new CleanupPlan(kept, grace, sparing, limit, files, true);
  }
}
