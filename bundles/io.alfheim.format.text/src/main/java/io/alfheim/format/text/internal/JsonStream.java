/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.text.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.Reader;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON values in a stream of tokens; NaN and Infinity are numbers, as for Python. */
final class JsonStream {
  static final JsonFactory FACTORY = JsonFactory.builder()
      .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
      .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
      .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
      .streamReadConstraints(StreamReadConstraints.builder()
          .maxNestingDepth(TreeBuilder.DEEPEST + 1)
          .maxStringLength(Integer.MAX_VALUE)
          .build())
      .build();

  private JsonStream() {}

  /** All values of the text, one after the other, added to the list. */
  static void readAll(Reader text, List<@Nullable Object> values) throws IOException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      TreeBuilder tree = new TreeBuilder();
      int seen = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        add(token, parser, tree);
        if (tree.isComplete()) {
          values.add(tree.root());
        }
        Interruption.check(seen++);
      }
    } catch (JsonProcessingException e) {
      String where = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
      String problem =
          String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
      throw new MalformedTextException(where + problem, e);
    }
  }

  private static void add(JsonToken token, JsonParser parser, TreeBuilder tree) throws IOException {
    switch (token) {
      case START_OBJECT -> tree.startMap();
      case START_ARRAY -> tree.startList();
      case END_OBJECT, END_ARRAY -> tree.end();
      case FIELD_NAME -> tree.key(parser.currentName());
      case VALUE_STRING -> tree.value(parser.getText());
      case VALUE_NUMBER_INT -> tree.value(parser.getNumberValue());
      case VALUE_NUMBER_FLOAT -> tree.value(parser.getDoubleValue());
      case VALUE_TRUE -> tree.value(true);
      case VALUE_FALSE -> tree.value(false);
      case VALUE_NULL -> tree.value(null);
      default -> throw new MalformedTextException("a " + token + " cannot be here");
    }
  }

  static void write(@Nullable Object value, JsonGenerator out) throws IOException {
    if (value instanceof Map<?, ?> map) {
      out.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.writeFieldName(String.valueOf(entry.getKey()));
        write(entry.getValue(), out);
      }
      out.writeEndObject();
    } else if (value instanceof List<?> list) {
      out.writeStartArray();
      for (Object element : list) {
        write(element, out);
      }
      out.writeEndArray();
    } else {
      writeScalar(value, out);
    }
  }

  private static void writeScalar(@Nullable Object value, JsonGenerator out) throws IOException {
    if (value instanceof String text) {
      out.writeString(text);
    } else if (value instanceof Long number) {
      out.writeNumber(number);
    } else if (value instanceof BigInteger number) {
      out.writeNumber(number);
    } else if (value instanceof Double number) {
      out.writeNumber(number);
    } else if (value instanceof Boolean flag) {
      out.writeBoolean(flag);
    } else {
      out.writeNull();
    }
  }
}
