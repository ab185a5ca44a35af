/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs;

import java.time.Instant;

/**
 * Which commits of the record count when it is asked whether something is used. The newest state,
 * every state that has a tag, and the one that was fetched last always do.
 *
 * @param since further states count that were the newest at this time or later
 */
public record Kept(Instant since) {
  /** All commits there ever were. What was referred to once is never deleted. */
  public static final Kept EVERYTHING = new Kept(Instant.MIN);

  /** Only the states that always count. The catalog of another time loads what is left. */
  public static final Kept NOW_AND_TAGS = new Kept(Instant.MAX);

  /** The last so many days, too. */
  public static Kept lastDays(int days) {
    return new Kept(Instant.now().minusSeconds(days * 86_400L));
  }
}
