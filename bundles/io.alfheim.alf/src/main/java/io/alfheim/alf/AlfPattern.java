/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf;

import io.alfheim.alf.internal.Quoted;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Regular expressions over ALF texts, with one named group per part.
 *
 * <pre>{@code
 * Matcher m = AlfPattern.fileName().with(AlfPart.OBJECT, "spikes|clusters").compile().matcher(name);
 * if (m.matches()) m.group("attribute");
 * }</pre>
 *
 * <p>They accept the same file names as {@link AlfName}; dates are told by shape only. To read many names, {@link
 * AlfName} is faster; a pattern is for searching in other text and for asking about one part.
 */
public final class AlfPattern {
  private static final String FILE =
      "_?{namespace}?_?{object}\\.{attribute}(?:_{timescale})?(?:\\.{extra})*\\.{extension}";
  private static final String FOLDERS = "(?:{collection}/)?(?:#{revision}#/)?";
  private static final String SESSION = "(?:{lab}/{Subjects}/)?{subject}/{date}/{number}";

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)}");
  private static final String WORD = "[\\p{L}\\p{N}_]+";
  private static final String LABEL = "[\\p{L}\\p{N}_.-]+";

  private final String template;
  private final Map<AlfPart, String> overrides;

  private AlfPattern(String template, Map<AlfPart, String> overrides) {
    this.template = template;
    this.overrides = overrides;
  }

  /** File names. */
  public static AlfPattern fileName() {
    return of(FILE);
  }

  /** Paths relative to a session folder. */
  public static AlfPattern datasetPath() {
    return of(FOLDERS + FILE);
  }

  /** Session folders, with their lab if the folder {@code Subjects} shows it. */
  public static AlfPattern session() {
    return of(SESSION);
  }

  /** Whole paths from lab or subject to extension. */
  public static AlfPattern fullPath() {
    return of(SESSION + "/" + FOLDERS + FILE);
  }

  /** Any regular expression in which {@code {object}} and the like stand for parts, each at most once. */
  public static AlfPattern of(String template) {
    PLACEHOLDER.matcher(template).results().forEach(found -> AlfPart.parse(found.group(1)));
    return new AlfPattern(template, Map.of());
  }

  /** With another expression for one part. */
  public AlfPattern with(AlfPart part, String regex) {
    Map<AlfPart, String> changed = new EnumMap<>(AlfPart.class);
    changed.putAll(overrides);
    changed.put(part, regex);
    return new AlfPattern(template, changed);
  }

  /** As {@link #with(AlfPart, String)} by the part's label; the error lists the labels. */
  public AlfPattern with(String part, String regex) {
    return with(AlfPart.parse(part), regex);
  }

  /** The compiled expression; its groups are named as {@link AlfPart#label}. */
  public Pattern compile() {
    String regex = toString();
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException broken) {
      AlfException refused = new AlfException(
          "No regular expression: " + Quoted.text(regex) + ", " + broken.getDescription() + ".",
          "Check the expressions given for single parts.");
      refused.initCause(broken);
      throw refused;
    }
  }

  /** The expression as text. */
  @Override
  public String toString() {
    return PLACEHOLDER.matcher(template).replaceAll(found -> {
      AlfPart part = AlfPart.parse(found.group(1));
      String regex = overrides.getOrDefault(part, usual(part));
      return Matcher.quoteReplacement("(?<" + part.label() + ">" + regex + ")");
    });
  }

  private static String usual(AlfPart part) {
    return switch (part) {
      case LAB, OBJECT, TIMESCALE, EXTENSION -> WORD;
      case SUBJECTS -> SessionFolder.SUBJECTS;
      case SUBJECT, REVISION, EXTRA -> LABEL;
      case DATE -> "[0-9]{4}-[0-9]{2}-[0-9]{2}";
      case NUMBER -> "[0-9]{1,3}";
      case COLLECTION -> "[\\p{L}\\p{N}_./-]+";
      case NAMESPACE -> "(?<=_)[a-zA-Z0-9]+";
      case ATTRIBUTE -> "(?:_[a-z]+_)?[a-zA-Z0-9]+(?:_(?:times|intervals)(?=[_.]))?";
    };
  }
}
