/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.files;

import io.alfheim.alf.AlfException;
import io.alfheim.alf.AlfName;
import io.alfheim.alf.AlfPart;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.spi.TextMatch;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * Which file names are meant, part by part. All parts must hold; several texts for one part are
 * alternatives, but of extras all must be there. Texts are shell patterns, {@code times*}; after {@link
 * #regex()} they are regular expressions that match from the start of a part. A part that nobody asked
 * for may be anything. Immutable.
 */
public final class NameFilter implements Predicate<AlfName> {
  /** Every legal name. */
  public static final NameFilter ANY = new NameFilter(Map.of(), List.of(), false);

  private static final Set<AlfPart> PARTS = Set.of(
      AlfPart.NAMESPACE,
      AlfPart.OBJECT,
      AlfPart.ATTRIBUTE,
      AlfPart.TIMESCALE,
      AlfPart.EXTENSION,
      AlfPart.EXTRA);

  private final Map<AlfPart, List<String>> texts;
  private final List<String> extras;
  private final boolean regex;
  private final Predicate<AlfName> condition;

  private NameFilter(Map<AlfPart, List<String>> texts, List<String> extras, boolean regex) {
    this.texts = texts;
    this.extras = extras;
    this.regex = regex;
    this.condition = texts.entrySet().stream()
        .map(asked -> condition(asked.getKey(), asked.getValue()))
        .reduce(name -> name.extraParts().containsAll(extras), Predicate::and);
  }

  /** With regular expressions instead of shell patterns. */
  public NameFilter regex() {
    return new NameFilter(texts, extras, true);
  }

  /** With any of these namespaces. */
  public NameFilter namespace(String... anyOf) {
    return with(AlfPart.NAMESPACE, anyOf);
  }

  /** Of any of these objects. */
  public NameFilter object(String... anyOf) {
    return with(AlfPart.OBJECT, anyOf);
  }

  /** With any of these attributes. */
  public NameFilter attribute(String... anyOf) {
    return with(AlfPart.ATTRIBUTE, anyOf);
  }

  /** On any of these clocks. */
  public NameFilter timescale(String... anyOf) {
    return with(AlfPart.TIMESCALE, anyOf);
  }

  /** With any of these extensions. */
  public NameFilter extension(String... anyOf) {
    return with(AlfPart.EXTENSION, anyOf);
  }

  /** With all of these extras, in any order; no patterns. Each may hold dots and then is several. */
  public NameFilter extra(String... allOf) {
    List<String> pieces =
        Stream.of(allOf).flatMap(extra -> Stream.of(extra.split("\\.", -1))).toList();
    return new NameFilter(texts, pieces, regex);
  }

  /**
   * As the method of that name, for the part with a label, {@code object}.
   *
   * @throws AlfException if file names have no such part
   */
  public NameFilter with(String part, String... texts) {
    return with(AlfPart.parse(part), texts);
  }

  private NameFilter with(AlfPart part, String... anyOf) {
    if (!PARTS.contains(part)) {
      throw new AlfException(
          "File names have no " + part.label() + ", it is a part of their folders.",
          "Name the folder instead.");
    }
    return part == AlfPart.EXTRA ? extra(anyOf) : and(part, List.of(anyOf));
  }

  /** Without this part. */
  public NameFilter without(AlfPart part) {
    return and(part, List.of(""));
  }

  private NameFilter and(AlfPart part, List<String> anyOf) {
    Map<AlfPart, List<String>> more = new EnumMap<>(AlfPart.class);
    more.putAll(texts);
    more.put(part, anyOf);
    return new NameFilter(more, extras, regex);
  }

  private Predicate<AlfName> condition(AlfPart part, List<String> anyOf) {
    List<TextMatch> matches = anyOf.stream().map(this::match).toList();
    return name -> {
      String value = name.part(part);
      // What is absent meets nothing but the question for its absence, not even '*'.
      return matches.stream()
          .anyMatch(match -> value.isEmpty() ? match.text().isEmpty() : match.test(value));
    };
  }

  private TextMatch match(String text) {
    if (text.isEmpty()) {
      return TextMatch.exactly(text);
    }
    try {
      return TextMatch.that(text, regex ? fromTheStart(text) : shell(text));
    } catch (PatternSyntaxException e) {
      throw new CatalogException(
          "'" + text + "' is not a " + (regex ? "regular expression: " : "shell pattern: ")
              + e.getDescription() + ".",
          "Put a backslash before characters that stand for themselves.",
          e);
    }
  }

  private static Predicate<String> fromTheStart(String regex) {
    Pattern pattern = Pattern.compile(regex);
    return value -> pattern.matcher(value).lookingAt();
  }

  private static Predicate<String> shell(String glob) {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
    return value -> matcher.matches(Path.of(value));
  }

  @Override
  public boolean test(AlfName name) {
    return condition.test(name);
  }

  /** What is asked, for example {@code object wheel*, timescale none}. */
  @Override
  public String toString() {
    List<String> words = new ArrayList<>();
    texts.forEach((part, anyOf) -> words.add(part.label() + " "
        + (anyOf.equals(List.of("")) ? "none" : "'" + String.join("' or '", anyOf) + "'")));
    if (!extras.isEmpty()) {
      words.add("extra '" + String.join("' and '", extras) + "'");
    }
    return words.isEmpty() ? "any name" : String.join(", ", words);
  }
}
