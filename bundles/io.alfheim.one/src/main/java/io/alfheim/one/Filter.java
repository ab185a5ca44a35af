/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one;

import io.alfheim.alf.AlfPart;
import io.alfheim.alf.DatasetPath;
import io.alfheim.alf.Nearest;
import io.alfheim.alf.Qc;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.DatasetQuery;
import io.alfheim.catalog.spi.TextMatch;
import io.alfheim.one.internal.Patterns;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What has been asked of datasets so far; see {@link Narrowing}. Immutable. */
public final class Filter {
  static final Filter NONE = new Filter(List.of(), Map.of(), Qc.FAIL, false);

  private static final List<AlfPart> NAMEABLE = List.of(
      AlfPart.COLLECTION,
      AlfPart.NAMESPACE,
      AlfPart.OBJECT,
      AlfPart.ATTRIBUTE,
      AlfPart.TIMESCALE,
      AlfPart.EXTRA,
      AlfPart.EXTENSION);

  private final List<String> names;
  private final Map<AlfPart, List<String>> parts;
  private final Qc worst;
  private final boolean checkedOnly;

  private Filter(
      List<String> names, Map<AlfPart, List<String>> parts, Qc worst, boolean checkedOnly) {
    this.names = names;
    this.parts = parts;
    this.worst = worst;
    this.checkedOnly = checkedOnly;
  }

  Filter names(String... anyOf) {
    return new Filter(List.of(anyOf), parts, worst, checkedOnly);
  }

  Filter part(AlfPart part, String... anyOf) {
    Map<AlfPart, List<String>> more = new EnumMap<>(AlfPart.class);
    more.putAll(parts);
    more.put(part, List.of(anyOf));
    return new Filter(names, more, worst, checkedOnly);
  }

  /** What a dictionary of parts says; a null in it asks for nothing. */
  Filter parts(Map<?, ?> byName) {
    Filter all = this;
    for (Map.Entry<?, ?> each : byName.entrySet()) {
      AlfPart part = nameable(String.valueOf(each.getKey()));
      Object value = each.getValue();
      if (value instanceof Collection<?> several) {
        all = all.part(part, several.stream().map(String::valueOf).toArray(String[]::new));
      } else if (value != null) {
        all = all.part(part, value.toString());
      }
    }
    return all;
  }

  private static AlfPart nameable(String label) {
    return NAMEABLE.stream()
        .filter(part -> part.label().equals(label))
        .findFirst()
        .orElseThrow(() -> {
          List<String> labels = NAMEABLE.stream().map(AlfPart::label).toList();
          return new CatalogException(
              "Datasets are not described by '" + label + "'; nearest is '"
                  + Nearest.to(label, labels) + "'.",
              "Parts: " + String.join(", ", labels) + ".");
        });
  }

  Filter qc(Qc newWorst) {
    return new Filter(names, parts, newWorst, checkedOnly);
  }

  Filter checked() {
    return new Filter(names, parts, worst, true);
  }

  Qc worst() {
    return worst;
  }

  boolean isCheckedOnly() {
    return checkedOnly;
  }

  boolean has(AlfPart part) {
    return parts.containsKey(part);
  }

  /** The first that was asked of a part. */
  Optional<String> text(AlfPart part) {
    return Optional.ofNullable(parts.get(part)).flatMap(any -> any.stream().findFirst());
  }

  /** The question to the catalog. */
  DatasetQuery query(Patterns patterns) {
    String asked = names.isEmpty()
        ? text(AlfPart.OBJECT).orElse("*")
            + text(AlfPart.ATTRIBUTE).map(a -> "." + a).orElse("")
        : String.join("' or '", names);
    Predicate<DatasetPath> named =
        names.isEmpty() ? path -> true : any(names, patterns::filename, DatasetPath::toString);
    DatasetQuery query = DatasetQuery.of(asked, named).qc(worst);
    for (Map.Entry<AlfPart, List<String>> part : parts.entrySet()) {
      query = query.and(
          words(part.getKey(), part.getValue()),
          condition(part.getKey(), part.getValue(), patterns));
    }
    return checkedOnly ? query.checked() : query;
  }

  /** What the message says of a part; nothing of those that are the name asked for. */
  private String words(AlfPart part, List<String> anyOf) {
    boolean said = names.isEmpty() && (part == AlfPart.OBJECT || part == AlfPart.ATTRIBUTE);
    return said ? "" : "with " + part.label() + " '" + String.join("' or '", anyOf) + "'";
  }

  private static Predicate<DatasetPath> condition(
      AlfPart part, List<String> anyOf, Patterns patterns) {
    return any(anyOf, patterns::part, path -> switch (part) {
      case COLLECTION -> path.collection();
      case REVISION -> path.revision();
      default -> path.name().part(part);
    });
  }

  private static Predicate<DatasetPath> any(
      List<String> texts,
      Function<String, TextMatch> compile,
      Function<DatasetPath, String> value) {
    List<TextMatch> matches = texts.stream().map(compile).toList();
    return path -> {
      String text = value.apply(path);
      return matches.stream().anyMatch(match -> meets(match, text));
    };
  }

  /** What is absent meets nothing but the question for its absence, not even {@code *}. */
  private static boolean meets(TextMatch match, String text) {
    return text.isEmpty() ? match.text().isEmpty() : match.test(text);
  }
}
