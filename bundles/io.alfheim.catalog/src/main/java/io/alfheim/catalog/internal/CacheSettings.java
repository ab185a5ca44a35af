/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far files are brought here, {@code etc/io.alfheim.cache.cfg}.
 *
 * @param limit bytes that the cache may have
 * @param whole a file of up to so many bytes is fetched whole when it is loaded; a larger one is read
 *     where it is
 * @param parallel files fetched at a time
 */
record CacheSettings(long limit, long whole, int parallel) {
  static final CacheSettings DEFAULT = new CacheSettings(50L << 30, 64L << 20, 8);

  static final String FILE = "io.alfheim.cache.cfg";
  private static final List<String> UNITS = List.of("bytes", "KB", "MB", "GB", "TB");
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,9}) ?(|KB|MB|GB|TB)");

  static CacheSettings read(Path etc) throws IOException {
    Properties lines = new Properties();
    try (Reader in = Files.newBufferedReader(etc.resolve(FILE))) {
      lines.load(in);
    } catch (NoSuchFileException e) {
      return DEFAULT;
    }
    return new CacheSettings(
        size(lines, "limit", DEFAULT.limit), size(lines, "whole", DEFAULT.whole), (int)
            Math.max(1, Math.min(64, size(lines, "parallel", DEFAULT.parallel))));
  }

  private static long size(Properties lines, String key, long other) throws IOException {
    String text = lines.getProperty(key, String.valueOf(other)).strip();
    Matcher matcher = SIZE.matcher(text);
    if (text.equals(String.valueOf(other))) {
      return other;
    } else if (!matcher.matches()) {
      throw new IOException("Line '" + key + "' of the file '" + FILE + "' is '" + text
          + "'. Write a number, with KB, MB, GB or TB for bytes.");
    }
    int power = "KB MB GB TB".indexOf(matcher.group(2)) / 3 + 1;
    return Long.parseLong(matcher.group(1)) << (matcher.group(2).isEmpty() ? 0 : 10 * power);
  }

  /** A number of bytes as it is written in the file, to a tenth. */
  static String text(long bytes) {
    double size = bytes;
    int unit = 0;
    while (size >= 1024 && unit < UNITS.size() - 1) {
      size /= 1024;
      unit++;
    }
    String number = String.format(Locale.ROOT, "%.1f", size);
    return (number.endsWith(".0") ? number.substring(0, number.length() - 2) : number) + " "
        + UNITS.get(unit);
  }
}
