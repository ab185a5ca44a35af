/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which files are checked by their content, and not by their size alone: those of fewer bytes. It is
 * one limit for putting and for fetching.
 *
 * @param bytes {@code Long.MAX_VALUE} for all, 0 for none
 */
public record ChecksumLimit(long bytes) {
  /** All files. */
  public static final ChecksumLimit ALWAYS = new ChecksumLimit(Long.MAX_VALUE);

  /** No file. */
  public static final ChecksumLimit NEVER = new ChecksumLimit(0);

  private static final Pattern BELOW = Pattern.compile("below (\\d{1,18}) ?([kmgt]?)b");
  private static final String UNITS = "kmgt";
  private static final long STEP = 1000;

  /**
   * The limit said in words: {@code always}, {@code never}, {@code below 1GB}.
   *
   * @throws BlobException if these are other words
   */
  public static ChecksumLimit of(String words) {
    String said = words.strip().toLowerCase(Locale.ROOT);
    Matcher below = BELOW.matcher(said);
    if (below.matches()) {
      return below(words, Long.parseLong(below.group(1)), below.group(2));
    }
    return switch (said) {
      case "always" -> ALWAYS;
      case "never" -> NEVER;
      default -> throw wrong(words);
    };
  }

  private static ChecksumLimit below(String words, long count, String unit) {
    long bytes = count;
    try {
      for (int i = unit.isEmpty() ? -1 : UNITS.indexOf(unit); i >= 0; i--) {
        bytes = Math.multiplyExact(bytes, STEP);
      }
      return new ChecksumLimit(bytes);
    } catch (ArithmeticException e) {
      throw wrong(words);
    }
  }

  private static BlobException wrong(String words) {
    return new BlobException(
        "'" + words + "' does not say which files are checked.",
        "Say always, never, or below 1GB.");
  }

  /** Whether a file of this size is checked. */
  public boolean covers(long size) {
    return size < bytes;
  }

  @Override
  public String toString() {
    if (equals(ALWAYS) || equals(NEVER)) {
      return equals(ALWAYS) ? "always" : "never";
    }
    long count = bytes;
    int unit = -1;
    while (count % STEP == 0 && unit < UNITS.length() - 1) {
      count /= STEP;
      unit++;
    }
    return "below " + count
        + (unit < 0 ? "" : UNITS.substring(unit, unit + 1).toUpperCase(Locale.ROOT)) + "B";
  }
}
