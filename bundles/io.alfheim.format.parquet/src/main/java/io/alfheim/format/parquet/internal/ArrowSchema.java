/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.parquet.internal;

import com.google.flatbuffers.FlatBufferBuilder;
import io.alfheim.data.Column;
import io.alfheim.data.ColumnType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.flatbuf.Bool;
import org.apache.arrow.flatbuf.Date;
import org.apache.arrow.flatbuf.DateUnit;
import org.apache.arrow.flatbuf.DictionaryEncoding;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.KeyValue;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.TimeUnit;
import org.apache.arrow.flatbuf.Timestamp;
import org.apache.arrow.flatbuf.Type;
import org.apache.arrow.flatbuf.Utf8;

/**
 * The schema that Arrow's programs put into the metadata of a file, and the only place that says
 * which texts are categories and whether these are ordered.
 */
final class ArrowSchema {
  /** The key in the metadata. */
  static final String KEY = "ARROW:schema";

  private static final int CONTINUATION = -1;

  private final FlatBufferBuilder flat = new FlatBufferBuilder(1024);

  private ArrowSchema() {}

  /** The names of the columns of categories, and whether these are ordered. */
  static Map<String, Boolean> categories(String base64) {
    Map<String, Boolean> categories = new HashMap<>();
    try {
      ByteBuffer bytes =
          ByteBuffer.wrap(Base64.getDecoder().decode(base64)).order(ByteOrder.LITTLE_ENDIAN);
      bytes.position(bytes.getInt(0) == CONTINUATION ? 8 : 4);
      Schema schema = (Schema) Message.getRootAsMessage(bytes).header(new Schema());
      for (int i = 0; schema != null && i < schema.fieldsLength(); i++) {
        Field field = schema.fields(i);
        if (field.dictionary() != null && field.name() != null) {
          categories.put(field.name(), field.dictionary().isOrdered());
        }
      }
    } catch (RuntimeException unreadable) {
      // Arrow's private notes in a Parquet file: without them its texts are texts, no less, no
      // more.
      return Map.of();
    }
    return categories;
  }

  /**
   * The schema of these columns.
   *
   * @param metadata repeated here: where there is a schema, Arrow's programs look nowhere else
   */
  static String of(List<Column> columns, Map<String, String> metadata) {
    return new ArrowSchema().message(columns, metadata);
  }

  private String message(List<Column> columns, Map<String, String> metadata) {
    int[] fields = new int[columns.size()];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = field(columns.get(i), i);
    }
    int vector = Schema.createFieldsVector(flat, fields);
    int notes = Schema.createCustomMetadataVector(flat, notes(metadata));
    int schema = Schema.createSchema(flat, Endianness.Little, vector, notes, 0);
    flat.finish(
        Message.createMessage(flat, MetadataVersion.V5, MessageHeader.Schema, schema, 0, 0));
    byte[] message = flat.sizedByteArray();
    int padded = (message.length + 7) & ~7;
    ByteBuffer framed = ByteBuffer.allocate(8 + padded).order(ByteOrder.LITTLE_ENDIAN);
    framed.putInt(CONTINUATION).putInt(padded).put(message);
    return Base64.getEncoder().encodeToString(framed.array());
  }

  private int[] notes(Map<String, String> metadata) {
    return metadata.entrySet().stream()
        .mapToInt(note -> KeyValue.createKeyValue(
            flat, flat.createString(note.getKey()), flat.createString(note.getValue())))
        .toArray();
  }

  private int field(Column column, int id) {
    int name = flat.createString(column.name());
    int type = type(column);
    int children = Field.createChildrenVector(flat, new int[0]);
    int dictionary = 0;
    if (column.type() == ColumnType.CATEGORY) {
      int bits = column.categories().size() <= Byte.MAX_VALUE ? 8 : 32;
      int index = Int.createInt(flat, bits, true);
      dictionary = DictionaryEncoding.createDictionaryEncoding(
          flat, id, index, column.isOrdered(), (short) 0);
    }
    return Field.createField(flat, name, true, tag(column.type()), type, dictionary, children, 0);
  }

  private static byte tag(ColumnType type) {
    return switch (type) {
      case BOOLEAN -> Type.Bool;
      case FLOAT32, FLOAT64 -> Type.FloatingPoint;
      case STRING, CATEGORY -> Type.Utf8;
      case DATE -> Type.Date;
      case INSTANT, DATETIME -> Type.Timestamp;
      default -> Type.Int;
    };
  }

  private int type(Column column) {
    ColumnType type = column.type();
    switch (type) {
      case BOOLEAN -> {
        Bool.startBool(flat);
        return Bool.endBool(flat);
      }
      case STRING, CATEGORY -> {
        Utf8.startUtf8(flat);
        return Utf8.endUtf8(flat);
      }
      case FLOAT32, FLOAT64 -> {
        short precision = type == ColumnType.FLOAT32 ? Precision.SINGLE : Precision.DOUBLE;
        return FloatingPoint.createFloatingPoint(flat, precision);
      }
      case DATE -> {
        return Date.createDate(flat, DateUnit.DAY);
      }
      case INSTANT, DATETIME -> {
        int zone = type == ColumnType.INSTANT ? flat.createString("UTC") : 0;
        return Timestamp.createTimestamp(flat, unit(column.unit()), zone);
      }
      default -> {
        return Int.createInt(flat, 8 * type.width(), !type.isUnsigned());
      }
    }
  }

  private static short unit(ChronoUnit unit) {
    return switch (unit) {
      case MILLIS -> TimeUnit.MILLISECOND;
      case MICROS -> TimeUnit.MICROSECOND;
      default -> TimeUnit.NANOSECOND;
    };
  }
}
