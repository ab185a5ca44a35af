/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.parquet.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveStringifier;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.jspecify.annotations.Nullable;

/** What lists, maps and structures are as the tree of a document. */
final class NestedTree {
  private NestedTree() {}

  /** The field of this position: a list if it repeats, null if it is missing. */
  static @Nullable Object field(Group group, int field) {
    Type type = group.getType().getType(field);
    int count = group.getFieldRepetitionCount(field);
    if (type.isRepetition(Repetition.REPEATED)) {
      List<@Nullable Object> values = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        values.add(value(group, field, i));
      }
      return values;
    }
    return count == 0 ? null : value(group, field, 0);
  }

  private static Object value(Group group, int field, int index) {
    Type type = group.getType().getType(field);
    return type.isPrimitive()
        ? scalar(group, field, index, type.asPrimitiveType())
        : tree(group.getGroup(field, index));
  }

  private static Object tree(Group group) {
    GroupType type = group.getType();
    var meaning = type.getLogicalTypeAnnotation();
    if (meaning instanceof ListLogicalTypeAnnotation && type.getFieldCount() == 1) {
      return list(group);
    }
    return meaning instanceof MapLogicalTypeAnnotation && type.getFieldCount() == 1
        ? map(group)
        : struct(group);
  }

  private static Map<String, @Nullable Object> struct(Group group) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < group.getType().getFieldCount(); i++) {
      fields.put(group.getType().getFieldName(i), field(group, i));
    }
    return fields;
  }

  /** A list is a group that repeats a group around each element, or, in old files, the element. */
  private static List<@Nullable Object> list(Group group) {
    Type repeated = group.getType().getType(0);
    boolean wrapped = !repeated.isPrimitive()
        && repeated.asGroupType().getFieldCount() == 1
        && !repeated.getName().equals("array")
        && !repeated.getName().endsWith("_tuple");
    List<@Nullable Object> elements = new ArrayList<>();
    for (int i = 0; i < group.getFieldRepetitionCount(0); i++) {
      elements.add(wrapped ? field(group.getGroup(0, i), 0) : value(group, 0, i));
    }
    return elements;
  }

  private static Map<String, @Nullable Object> map(Group group) {
    Map<String, @Nullable Object> entries = new LinkedHashMap<>();
    for (int i = 0; i < group.getFieldRepetitionCount(0); i++) {
      Group entry = group.getGroup(0, i);
      entries.put(
          String.valueOf(field(entry, 0)),
          entry.getType().getFieldCount() > 1 ? field(entry, 1) : null);
    }
    return entries;
  }

  private static Object scalar(Group group, int field, int index, PrimitiveType type) {
    PrimitiveStringifier text = type.stringifier();
    boolean plain = type.getLogicalTypeAnnotation() == null || CellType.of(type).isWhole();
    return switch (type.getPrimitiveTypeName()) {
      case BOOLEAN -> group.getBoolean(field, index);
      case FLOAT -> Double.valueOf(Float.toString(group.getFloat(field, index)));
      case DOUBLE -> group.getDouble(field, index);
      case INT32 -> {
        int value = group.getInteger(field, index);
        yield plain ? (Object) value : text.stringify(value);
      }
      case INT64 -> {
        long value = group.getLong(field, index);
        yield plain ? (Object) value : text.stringify(value);
      }
      case BINARY, FIXED_LEN_BYTE_ARRAY -> text.stringify(group.getBinary(field, index));
      case INT96 -> text.stringify(group.getInt96(field, index));
    };
  }
}
