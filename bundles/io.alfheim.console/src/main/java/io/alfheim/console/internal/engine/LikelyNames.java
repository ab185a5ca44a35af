/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.engine;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** What was probably meant by a name that the compiler does not know. */
public final class LikelyNames {
  private static final Pattern LAST_NAME = Pattern.compile("\\w+$");
  private final SourceCodeAnalysis analysis;

  /** Looks among all that can be named where the unknown name stands. */
  public LikelyNames(SourceCodeAnalysis analysis) {
    this.analysis = analysis;
  }

  /**
   * The most similar name that could stand there: a variable, a method, a type or a member.
   *
   * @param source ends with the unknown name
   */
  public Optional<String> similar(String source) {
    Matcher name = LAST_NAME.matcher(source);
    if (!name.find()) {
      return Optional.empty();
    }
    // All members of something are looked at, of all other names those with the same first letter.
    boolean member = source.substring(0, name.start()).stripTrailing().endsWith(".");
    String before = source.substring(0, name.start() + (member ? 0 : 1));
    List<String> names =
        analysis.completionSuggestions(before, before.length(), new int[1]).stream()
            .map(Suggestion::continuation)
            .map(LikelyNames::withoutParentheses)
            .toList();
    return Similar.to(name.group(), names);
  }

  /**
   * The full names of types of that name, which an import would make known.
   *
   * @param source ends with the unknown name
   */
  public List<String> importable(String source) {
    Matcher name = LAST_NAME.matcher(source);
    boolean type = name.find() && Character.isUpperCase(name.group().charAt(0));
    return type ? analysis.listQualifiedNames(source, source.length()).getNames() : List.of();
  }

  private static String withoutParentheses(String suggestion) {
    int end = suggestion.indexOf('(');
    return end < 0 ? suggestion : suggestion.substring(0, end);
  }
}
