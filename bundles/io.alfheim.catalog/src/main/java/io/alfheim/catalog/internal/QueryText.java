/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.AlfException;
import io.alfheim.alf.Nearest;
import io.alfheim.alf.Qc;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.Search;
import io.alfheim.catalog.spi.Field;
import io.alfheim.catalog.spi.SessionQuery;
import io.alfheim.catalog.spi.SessionQuery.AnyOf;
import io.alfheim.catalog.spi.SessionQuery.HasValue;
import io.alfheim.catalog.spi.TextMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a line of {@code field:value} words into a search. */
final class QueryText {
  private static final Pattern WORD = Pattern.compile("(?:([\\p{L}_]+):)?(\"[^\"]*\"|\\S+)");
  private static final List<String> FIELDS =
      List.of("subject", "lab", "date", "number", "project", "protocol", "dataset", "qc");

  private QueryText() {}

  static Search narrow(Search all, String text) {
    Search search = all;
    Qc worst = Qc.FAIL;
    List<String[]> datasets = new ArrayList<>();
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      String field = words.group(1);
      String[] values = values(words.group(2));
      if ("qc".equals(field)) {
        worst = qc(values[0]);
      } else if ("dataset".equals(field)) {
        datasets.add(values);
      } else {
        search = field == null ? anywhere(search, values[0]) : word(search, field, values);
      }
    }
    return withDatasets(search, datasets, worst, text.contains("qc:"));
  }

  private static String[] values(String text) {
    String bare = text.startsWith("\"") ? text.substring(1, text.length() - 1) : text;
    return text.startsWith("\"") ? new String[] {bare} : bare.split(",", -1);
  }

  private static Search word(Search search, String field, String[] values) {
    return switch (field) {
      case "subject" -> search.subject(values);
      case "lab" -> search.lab(values);
      case "project" -> search.project(values);
      case "protocol" -> search.protocol(values);
      case "date" -> search.date(values[0]);
      case "number" ->
        search.number(Stream.of(values).mapToInt(QueryText::number).toArray());
      default ->
        throw new CatalogException(
            "There is no field '" + field + "' to search by; nearest is '"
                + Nearest.to(field, FIELDS) + "'.",
            "Fields: " + String.join(", ", FIELDS) + ".");
    };
  }

  private static Search withDatasets(
      Search search, List<String[]> datasets, Qc worst, boolean qcAsked) {
    Search narrowed = search;
    for (String[] alternatives : datasets) {
      List<TextMatch> anyOf = Stream.of(alternatives).map(DatasetNames::match).toList();
      narrowed = narrowed.where(new SessionQuery.HasDataset(anyOf, worst));
    }
    return datasets.isEmpty() && qcAsked
        ? narrowed.where(new SessionQuery.HasDataset(List.of(), worst))
        : narrowed;
  }

  private static Search anywhere(Search search, String word) {
    String wanted = word.toLowerCase(Locale.ROOT);
    TextMatch match = TextMatch.that(word, text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    return search.where(new AnyOf(Stream.of(Field.SUBJECT, Field.LAB, Field.PROJECT, Field.PROTOCOL)
        .<SessionQuery.Term>map(field -> new HasValue(field, List.of(match)))
        .toList()));
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new CatalogException(
          "'" + text + "' is not the number of a session.", "Write number:1 or number:1,2.", e);
    }
  }

  private static Qc qc(String text) {
    try {
      return Qc.parse(text);
    } catch (AlfException e) {
      throw new CatalogException(String.valueOf(e.getMessage()), e.hint(), e);
    }
  }
}
