/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.parquet.internal;

import io.alfheim.data.Column;
import io.alfheim.data.ColumnBuilder;
import io.alfheim.data.ColumnType;
import java.time.temporal.ChronoUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.Float16LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UnknownLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** Which column a Parquet type becomes. */
final class CellType {
  private CellType() {}

  static ColumnType of(PrimitiveType type) {
    LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
    if (meaning instanceof UnknownLogicalTypeAnnotation) {
      return ColumnType.STRING;
    }
    if (meaning instanceof DecimalLogicalTypeAnnotation) {
      return ColumnType.FLOAT64;
    }
    return switch (type.getPrimitiveTypeName()) {
      case BOOLEAN -> ColumnType.BOOLEAN;
      case FLOAT -> ColumnType.FLOAT32;
      case DOUBLE -> ColumnType.FLOAT64;
      case INT32 -> whole(meaning, ColumnType.INT32);
      case INT64 -> whole(meaning, ColumnType.INT64);
      case INT96 -> ColumnType.DATETIME;
      case BINARY, FIXED_LEN_BYTE_ARRAY ->
        meaning instanceof Float16LogicalTypeAnnotation ? ColumnType.FLOAT32 : ColumnType.STRING;
    };
  }

  private static ColumnType whole(@Nullable LogicalTypeAnnotation meaning, ColumnType plain) {
    if (meaning instanceof IntLogicalTypeAnnotation whole) {
      return ColumnType.valueOf((whole.isSigned() ? "INT" : "UINT") + whole.getBitWidth());
    }
    if (meaning instanceof TimestampLogicalTypeAnnotation time) {
      return time.isAdjustedToUTC() ? ColumnType.INSTANT : ColumnType.DATETIME;
    }
    if (meaning instanceof DateLogicalTypeAnnotation) {
      return ColumnType.DATE;
    }
    return meaning instanceof TimeLogicalTypeAnnotation ? ColumnType.STRING : plain;
  }

  static ColumnBuilder builder(PrimitiveType type) {
    return type.getLogicalTypeAnnotation() instanceof TimestampLogicalTypeAnnotation time
        ? Column.builder(
            type.getName(), of(type), ChronoUnit.valueOf(time.getUnit().name()))
        : Column.builder(type.getName(), of(type));
  }
}
