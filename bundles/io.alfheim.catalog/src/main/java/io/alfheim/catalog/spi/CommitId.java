/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.spi;

/**
 * The name of one commit of the record.
 *
 * @param value hexadecimal text; empty for {@link #NONE}
 */
public record CommitId(String value) {

  /** Before the first commit: a catalog without sessions. */
  public static final CommitId NONE = new CommitId("");

  /** Whether this is {@link #NONE}. */
  public boolean isNone() {
    return value.isEmpty();
  }

  /** The first ten digits, for people. */
  public String brief() {
    return isNone() ? "(empty)" : value.substring(0, Math.min(10, value.length()));
  }

  @Override
  public String toString() {
    return brief();
  }
}
