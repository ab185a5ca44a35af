/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf.internal;

import java.util.Optional;

/** Says in plain words why a text is no ALF file name; slow and thorough where {@link NameScanner} is fast. */
public final class NameFault {
  private NameFault() {}

  /** The first fault from left to right, worded to follow the name: "has 1 dot, …"; empty for a legal name. */
  public static Optional<String> of(String name) {
    return new NameScanner().scan(name) ? Optional.empty() : Optional.of(worded(name));
  }

  private static String worded(String name) {
    if (name.isEmpty()) {
      return "is empty";
    }
    if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
      return "is a path, not a file name";
    }
    long dots = name.chars().filter(c -> c == '.').count();
    if (dots < 2) {
      String count = dots == 0 ? "no dot" : "1 dot";
      return "has " + count + ", needs at least 2: object.attribute.extension";
    }
    int first = name.indexOf('.');
    int second = name.indexOf('.', first + 1);
    int last = name.lastIndexOf('.');
    return word("object", name.substring(0, first))
        .or(() -> attribute(name.substring(first + 1, second)))
        .or(() -> extra(name, second, last))
        .or(() -> word("extension", name.substring(last + 1)))
        .orElseThrow(() -> new AssertionError(name));
  }

  private static Optional<String> attribute(String segment) {
    if (segment.isEmpty()) {
      return Optional.of("has no attribute between its first two dots");
    }
    int start = 0;
    if (segment.charAt(0) == '_') {
      int end = Chars.lowerEnd(segment, 1);
      if (end == 1 || end == segment.length() || segment.charAt(end) != '_') {
        return Optional.of("has an attribute "
            + Quoted.text(segment)
            + " that starts with '_' but not with a lower-case prefix such as '_phy_'");
      }
      start = end + 1;
    }
    int end = Chars.alnumEnd(segment, start);
    if (end == segment.length() && end > start) {
      return Optional.empty();
    }
    if (end == segment.length()) {
      return Optional.of("has nothing after the prefix in the attribute " + Quoted.text(segment));
    }
    if (segment.charAt(end) != '_' || end == start) {
      return Optional.of(notAllowed(segment, end, "attribute") + ": ASCII letters and digits only");
    }
    return word("timescale", segment.substring(end + 1));
  }

  private static Optional<String> extra(String name, int second, int last) {
    if (last == second) {
      return Optional.empty();
    }
    String extra = name.substring(second + 1, last);
    if (extra.isEmpty()) {
      return Optional.of("has nothing between two dots before the extension");
    }
    int end = Chars.labelEnd(extra, 0);
    return end == extra.length() ? Optional.empty() : Optional.of(notAllowed(extra, end, "extra"));
  }

  private static Optional<String> word(String part, String text) {
    if (text.isEmpty()) {
      return Optional.of("has an empty " + part);
    }
    int end = Chars.wordEnd(text, 0);
    return end == text.length() ? Optional.empty() : Optional.of(notAllowed(text, end, part));
  }

  private static String notAllowed(String text, int index, String part) {
    return "has "
        + Quoted.characterAt(text, index)
        + ", which is not allowed in the "
        + part
        + " "
        + Quoted.text(text);
  }
}
