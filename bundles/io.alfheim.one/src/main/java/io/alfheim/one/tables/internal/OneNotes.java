/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.tables.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.alfheim.data.Document;
import io.alfheim.data.Table;
import io.alfheim.one.tables.TableInfo;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What ONE writes into the footer of a table. */
final class OneNotes {
  private static final String KEY = "one_metadata";
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
  /** What ONE writes for never. */
  private static final int NEVER = 1;

  private OneNotes() {}

  /** What the footer of a table says. */
  static TableInfo read(String file, Table table) throws IOException {
    String json = table.metadata().get(KEY);
    if (json == null) {
      throw new IOException("'" + file + "' is no table of ONE's: its footer has no '" + KEY + "'");
    }
    try {
      Map<String, List<String>> fields = fields(json);
      LocalDateTime created = time(fields, "date_created");
      if (created == null) {
        throw new IOException("'" + file + "' has no 'date_created' in '" + KEY + "'");
      }
      LocalDateTime changed = time(fields, "date_modified");
      return new TableInfo(
          created,
          changed == null || changed.getYear() <= NEVER ? null : changed,
          new TreeSet<>(texts(fields, "origin")),
          String.join("", texts(fields, "min_api_version")),
          texts(fields, "database_tags"));
    } catch (JsonProcessingException | DateTimeException e) {
      throw new IOException("'" + file + "' has a damaged '" + KEY + "' in its footer", e);
    }
  }

  private static List<String> texts(Map<String, List<String>> fields, String name) {
    return fields.getOrDefault(name, List.of()).stream()
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private static @Nullable LocalDateTime time(Map<String, List<String>> fields, String name) {
    List<String> given = texts(fields, name);
    return given.isEmpty() ? null : LocalDateTime.parse(given.get(0), MINUTE);
  }

  /** The texts of each field, one or a list of them; what is deeper does not count. */
  private static Map<String, List<String>> fields(String json) throws IOException {
    Map<String, List<String>> fields = new HashMap<>();
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      String field = "";
      int depth = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (token == JsonToken.FIELD_NAME && depth == 1) {
          field = parser.currentName();
        } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL && depth <= 2) {
          fields.computeIfAbsent(field, name -> new ArrayList<>()).add(parser.getText());
        }
      }
    }
    return fields;
  }

  /** The metadata of a table. */
  static Map<String, String> metadata(TableInfo info) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("date_created", info.created().format(MINUTE));
    info.modified().ifPresent(time -> fields.put("date_modified", time.format(MINUTE)));
    fields.put(
        "origin", info.origin().size() == 1 ? info.origin().first() : List.copyOf(info.origin()));
    if (!info.apiVersion().isEmpty()) {
      fields.put("min_api_version", info.apiVersion());
    }
    if (!info.tags().isEmpty()) {
      fields.put("database_tags", info.tags());
    }
    return Map.of(KEY, Document.of(fields).toJson());
  }
}
