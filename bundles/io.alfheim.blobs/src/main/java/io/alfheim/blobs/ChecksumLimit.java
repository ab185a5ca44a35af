/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs;

import java.util.Locale;
import java.util.Map;
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

  private static final Pattern BELOW = Pattern.compile("below (\\d{1,9}) ?([kmgt]?b)");
  private static final Map<String, Long> UNITS = Map.of(
      "b", 1L, "kb", 1_000L, "mb", 1_000_000L, "gb", 1_000_000_000L, "tb", 1_000_000_000_000L);

  /**
   * The limit said in words: {@code always}, {@code never}, {@code below 1GB}.
   *
   * @throws BlobException if these are other words
   */
  public static ChecksumLimit of(String words) {
    String said = words.strip().toLowerCase(Locale.ROOT);
    Matcher below = BELOW.matcher(said);
    if (below.matches()) {
      return new ChecksumLimit(Math.multiplyExact(
          Long.parseLong(below.group(1)), UNITS.getOrDefault(below.group(2), 1L)));
    }
    return switch (said) {
      case "always" -> ALWAYS;
      case "never" -> NEVER;
      default ->
        throw new BlobException(
            "'" + words + "' does not say which files are checked.",
            "Say always, never, or below 1GB.");
    };
  }

  /** Whether a file of this size is checked. */
  public boolean covers(long size) {
    return size < bytes;
  }

  @Override
  public String toString() {
    return equals(ALWAYS) ? "always" : equals(NEVER) ? "never" : "below " + bytes + "B";
  }
}
