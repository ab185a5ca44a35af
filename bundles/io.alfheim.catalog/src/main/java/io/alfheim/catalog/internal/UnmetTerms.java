/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.DatasetPath;
import io.alfheim.alf.Nearest;
import io.alfheim.catalog.spi.CatalogIndex;
import io.alfheim.catalog.spi.CatalogIndex.FieldValue;
import io.alfheim.catalog.spi.Field;
import io.alfheim.catalog.spi.SessionQuery;
import io.alfheim.catalog.spi.SessionQuery.AnyOf;
import io.alfheim.catalog.spi.SessionQuery.HasDataset;
import io.alfheim.catalog.spi.SessionQuery.HasNumber;
import io.alfheim.catalog.spi.SessionQuery.HasValue;
import io.alfheim.catalog.spi.SessionQuery.OnDate;
import io.alfheim.catalog.spi.SessionQuery.Term;
import io.alfheim.catalog.spi.TextMatch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says which words of a question no session meets, and what they may have been meant to be. */
final class UnmetTerms {
  private final CatalogIndex index;

  UnmetTerms(CatalogIndex index) {
    this.index = index;
  }

  List<String> of(SessionQuery query) throws IOException {
    List<String> sentences = new ArrayList<>();
    for (Term term : query.terms()) {
      if (index.count(SessionQuery.ALL.and(term)) == 0) {
        sentences.add(sentence(term));
      }
    }
    return sentences;
  }

  private String sentence(Term term) throws IOException {
    if (term instanceof HasValue value) {
      return "No " + word(value.field()) + " is " + quoted(value.anyOf()) + nearest(List.of(value));
    }
    if (term instanceof HasDataset dataset) {
      return dataset(dataset);
    }
    if (term instanceof OnDate day) {
      return "No session is from " + day.from() + " to " + day.to() + ".";
    }
    if (term instanceof HasNumber number) {
      return "No session has the number " + join(number.numbers()) + ".";
    }
    List<HasValue> values = term instanceof AnyOf any
        ? any.terms().stream()
            .filter(HasValue.class::isInstance)
            .map(HasValue.class::cast)
            .toList()
        : List.of();
    return values.isEmpty()
        ? "No session has what is asked for."
        : "Nothing is called " + quoted(values.get(0).anyOf()) + nearest(values);
  }

  private String nearest(List<HasValue> values) throws IOException {
    Set<String> known = new LinkedHashSet<>();
    for (HasValue value : values) {
      known.addAll(all(value.field()));
    }
    known.remove("");
    String asked =
        values.get(0).anyOf().stream().findFirst().map(TextMatch::text).orElse("");
    return known.isEmpty() ? "; there is none." : ending(Nearest.to(asked, known));
  }

  private String dataset(HasDataset asked) throws IOException {
    if (asked.anyOf().isEmpty()) {
      return "No dataset has a QC not worse than " + asked.worst() + ".";
    }
    String start = "No dataset is " + quoted(asked.anyOf());
    List<String> names = all(Field.FILE);
    if (names.stream().anyMatch(name -> asked.anyOf().stream().anyMatch(m -> m.test(name)))) {
      return start + " and there, with a QC not worse than " + asked.worst() + ".";
    }
    List<DatasetPath> known =
        names.stream().map(DatasetPath::find).flatMap(Optional::stream).toList();
    return known.isEmpty()
        ? start + "; there is none."
        : start + ending(NearestDataset.to(asked.anyOf().get(0).text(), known));
  }

  private List<String> all(Field field) throws IOException {
    return index.values(field, SessionQuery.ALL).stream().map(FieldValue::value).toList();
  }

  private static String ending(String nearest) {
    return "; nearest is '" + nearest + "'.";
  }

  private static String word(Field field) {
    return field.name().toLowerCase(Locale.ROOT);
  }

  private static String quoted(List<TextMatch> anyOf) {
    return "'" + anyOf.stream().map(TextMatch::text).collect(Collectors.joining("' or '")) + "'";
  }

  private static String join(Set<Integer> numbers) {
    return numbers.stream().sorted().map(String::valueOf).collect(Collectors.joining(" or "));
  }
}
