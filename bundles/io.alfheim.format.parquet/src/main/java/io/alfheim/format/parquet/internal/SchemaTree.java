/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.parquet.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DecimalType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.IntType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.TimeType;
import org.apache.parquet.format.TimestampType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/** Makes the tree of types out of the flat list in which the footer has it. */
final class SchemaTree {
  private static final int DEEPEST = 64;

  private final Iterator<SchemaElement> elements;

  private SchemaTree(List<SchemaElement> elements) {
    this.elements = elements.iterator();
  }

  static MessageType read(List<SchemaElement> elements) throws IOException {
    SchemaTree tree = new SchemaTree(elements);
    SchemaElement root = tree.next();
    return new MessageType(root.getName(), tree.children(root, 0));
  }

  private SchemaElement next() throws IOException {
    if (!elements.hasNext()) {
      throw new IOException("its schema ends too early");
    }
    return elements.next();
  }

  private List<Type> children(SchemaElement parent, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw new IOException("its columns are nested more than " + DEEPEST + " levels deep");
    }
    List<Type> fields = new ArrayList<>();
    for (int i = 0; i < parent.getNum_children(); i++) {
      fields.add(type(next(), depth));
    }
    return fields;
  }

  private Type type(SchemaElement element, int depth) throws IOException {
    Repetition repetition = repetition(element.getRepetition_type());
    LogicalTypeAnnotation meaning = meaning(element);
    if (!element.isSetType()) {
      return Types.buildGroup(repetition)
          .as(meaning)
          .addFields(children(element, depth + 1).toArray(new Type[0]))
          .named(element.getName());
    }
    PrimitiveTypeName name = switch (element.getType()) {
      case BYTE_ARRAY -> PrimitiveTypeName.BINARY;
      default -> PrimitiveTypeName.valueOf(element.getType().name());
    };
    return Types.primitive(name, repetition)
        .length(element.getType_length())
        .as(meaning)
        .named(element.getName());
  }

  private static Repetition repetition(@Nullable FieldRepetitionType repetition) {
    return repetition == null ? Repetition.REQUIRED : Repetition.valueOf(repetition.name());
  }

  /** What the bare type stands for; null if nothing more, or nothing known here, is said. */
  private static @Nullable LogicalTypeAnnotation meaning(SchemaElement element) {
    if (element.isSetLogicalType()) {
      return meaning(element.getLogicalType());
    }
    return element.isSetConverted_type() ? older(element) : null;
  }

  /** The same in files from before 2018. */
  private static @Nullable LogicalTypeAnnotation older(SchemaElement element) {
    ConvertedType type = element.getConverted_type();
    return switch (type) {
      case UTF8 -> LogicalTypeAnnotation.stringType();
      case ENUM -> LogicalTypeAnnotation.enumType();
      case JSON -> LogicalTypeAnnotation.jsonType();
      case LIST -> LogicalTypeAnnotation.listType();
      case MAP, MAP_KEY_VALUE -> LogicalTypeAnnotation.mapType();
      case DATE -> LogicalTypeAnnotation.dateType();
      case TIME_MILLIS -> LogicalTypeAnnotation.timeType(true, TimeUnit.MILLIS);
      case TIME_MICROS -> LogicalTypeAnnotation.timeType(true, TimeUnit.MICROS);
      case TIMESTAMP_MILLIS -> LogicalTypeAnnotation.timestampType(true, TimeUnit.MILLIS);
      case TIMESTAMP_MICROS -> LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS);
      case DECIMAL -> LogicalTypeAnnotation.decimalType(element.getScale(), element.getPrecision());
      case INT_8, INT_16, INT_32, INT_64, UINT_8, UINT_16, UINT_32, UINT_64 ->
        LogicalTypeAnnotation.intType(
            Integer.parseInt(type.name().replaceAll("\\D", "")), type.name().startsWith("I"));
      default -> null;
    };
  }

  private static @Nullable LogicalTypeAnnotation meaning(LogicalType type) {
    return switch (type.getSetField()) {
      case STRING -> LogicalTypeAnnotation.stringType();
      case ENUM -> LogicalTypeAnnotation.enumType();
      case JSON -> LogicalTypeAnnotation.jsonType();
      case UUID -> LogicalTypeAnnotation.uuidType();
      case FLOAT16 -> LogicalTypeAnnotation.float16Type();
      case LIST -> LogicalTypeAnnotation.listType();
      case MAP -> LogicalTypeAnnotation.mapType();
      case DATE -> LogicalTypeAnnotation.dateType();
      case UNKNOWN -> LogicalTypeAnnotation.unknownType();
      case DECIMAL -> {
        DecimalType decimal = type.getDECIMAL();
        yield LogicalTypeAnnotation.decimalType(decimal.getScale(), decimal.getPrecision());
      }
      case INTEGER -> {
        IntType whole = type.getINTEGER();
        yield LogicalTypeAnnotation.intType(whole.getBitWidth(), whole.isIsSigned());
      }
      case TIME -> {
        TimeType time = type.getTIME();
        yield LogicalTypeAnnotation.timeType(time.isIsAdjustedToUTC(), unit(time.getUnit()));
      }
      case TIMESTAMP -> {
        TimestampType time = type.getTIMESTAMP();
        yield LogicalTypeAnnotation.timestampType(time.isIsAdjustedToUTC(), unit(time.getUnit()));
      }
      default -> null;
    };
  }

  private static TimeUnit unit(org.apache.parquet.format.TimeUnit unit) {
    return TimeUnit.valueOf(unit.getSetField().name());
  }
}
