/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.stream.Stream;

/** The whole ALF path on one line, and its parts explained; for people to read. */
public final class AlfTemplate {
  private static final String LINE = "[lab/Subjects/]subject/date/number/[collection/][#revision#/]"
      + "[_namespace_]object.attribute[_timescale][.extra].extension";
  private static final int WIDTH = 99;

  private AlfTemplate() {}

  /** The path on one line, optional parts in brackets. */
  public static String line() {
    return LINE;
  }

  /** The line, then every part with its meaning. */
  public static String describe() {
    return Stream.of(AlfPart.values())
        .map(part -> "\n\n" + explained(part, WIDTH))
        .collect(joining("", LINE, ""));
  }

  /** The line with one part underlined, then its meaning. */
  public static String describe(AlfPart part) {
    return describe(part, WIDTH);
  }

  /** As {@link #describe(AlfPart)} by the part's label; the error lists the labels. */
  public static String describe(String part) {
    return describe(AlfPart.parse(part));
  }

  /** As {@link #describe(AlfPart)} with the meaning wrapped at {@code width} characters; words stay whole. */
  public static String describe(AlfPart part, int width) {
    String label = part.label();
    String underline = " ".repeat(LINE.indexOf(label)) + "^".repeat(label.length());
    return LINE + "\n" + underline + "\n\n" + explained(part, width);
  }

  private static String explained(AlfPart part, int width) {
    StringBuilder out = new StringBuilder(part.label().toUpperCase(Locale.ROOT));
    int column = width;
    for (String word : part.description().split(" ", -1)) {
      boolean fits = column + 1 + word.length() <= width;
      out.append(fits ? ' ' : '\n').append(word);
      column = (fits ? column + 1 : 0) + word.length();
    }
    return out.toString();
  }
}
