/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.parquet.internal;

import io.alfheim.data.Column;
import io.alfheim.data.ColumnType;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DateType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.IntType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.MicroSeconds;
import org.apache.parquet.format.MilliSeconds;
import org.apache.parquet.format.NanoSeconds;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.TimeUnit;
import org.apache.parquet.format.TimestampType;
import org.apache.parquet.format.Type;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/** Which Parquet type a column becomes, in memory and in the footer. */
final class TypeElement {
  private TypeElement() {}

  static PrimitiveType of(Column column) {
    return Types.optional(physical(column.type())).as(meaning(column)).named(column.name());
  }

  private static PrimitiveTypeName physical(ColumnType type) {
    return switch (type) {
      case BOOLEAN -> PrimitiveTypeName.BOOLEAN;
      case INT64, UINT64, INSTANT, DATETIME -> PrimitiveTypeName.INT64;
      case FLOAT32 -> PrimitiveTypeName.FLOAT;
      case FLOAT64 -> PrimitiveTypeName.DOUBLE;
      case STRING, CATEGORY -> PrimitiveTypeName.BINARY;
      default -> PrimitiveTypeName.INT32;
    };
  }

  private static @Nullable LogicalTypeAnnotation meaning(Column column) {
    ColumnType type = column.type();
    return switch (type) {
      case INT8, INT16, UINT8, UINT16, UINT32, UINT64 ->
        LogicalTypeAnnotation.intType(8 * type.width(), !type.isUnsigned());
      case STRING, CATEGORY -> LogicalTypeAnnotation.stringType();
      case DATE -> LogicalTypeAnnotation.dateType();
      case INSTANT, DATETIME ->
        LogicalTypeAnnotation.timestampType(
            type == ColumnType.INSTANT,
            LogicalTypeAnnotation.TimeUnit.valueOf(column.unit().name()));
      default -> null;
    };
  }

  /** The schema as the footer has it: a root and the columns. */
  static List<SchemaElement> elements(List<Column> columns) {
    List<SchemaElement> elements = new ArrayList<>();
    SchemaElement root = new SchemaElement("schema");
    root.setNum_children(columns.size());
    elements.add(root);
    columns.forEach(column -> elements.add(element(column)));
    return elements;
  }

  private static SchemaElement element(Column column) {
    PrimitiveType type = of(column);
    SchemaElement element = new SchemaElement(column.name());
    element.setType(physical(type));
    element.setRepetition_type(FieldRepetitionType.OPTIONAL);
    if (type.getLogicalTypeAnnotation() != null) {
      element.setLogicalType(logical(column));
      ConvertedType older = older(column);
      if (older != null) {
        element.setConverted_type(older);
      }
    }
    return element;
  }

  /** The meaning in the words of 2018, for readers that know no others. */
  private static @Nullable ConvertedType older(Column column) {
    ColumnType type = column.type();
    return switch (type) {
      case STRING, CATEGORY -> ConvertedType.UTF8;
      case DATE -> ConvertedType.DATE;
      case DATETIME -> null;
      case INSTANT ->
        switch (column.unit()) {
          case MILLIS -> ConvertedType.TIMESTAMP_MILLIS;
          case MICROS -> ConvertedType.TIMESTAMP_MICROS;
          default -> null;
        };
      default -> ConvertedType.valueOf(type.name().replace("INT", "INT_"));
    };
  }

  static Type physical(PrimitiveType type) {
    PrimitiveTypeName name = type.getPrimitiveTypeName();
    return name == PrimitiveTypeName.BINARY ? Type.BYTE_ARRAY : Type.valueOf(name.name());
  }

  private static LogicalType logical(Column column) {
    ColumnType type = column.type();
    return switch (type) {
      case STRING, CATEGORY -> LogicalType.STRING(new StringType());
      case DATE -> LogicalType.DATE(new DateType());
      case INSTANT, DATETIME ->
        LogicalType.TIMESTAMP(new TimestampType(type == ColumnType.INSTANT, unit(column)));
      default -> LogicalType.INTEGER(new IntType((byte) (8 * type.width()), !type.isUnsigned()));
    };
  }

  private static TimeUnit unit(Column column) {
    return switch (column.unit()) {
      case MILLIS -> TimeUnit.MILLIS(new MilliSeconds());
      case MICROS -> TimeUnit.MICROS(new MicroSeconds());
      default -> TimeUnit.NANOS(new NanoSeconds());
    };
  }
}
