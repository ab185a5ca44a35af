/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.parquet.internal;

import io.alfheim.data.ColumnBuilder;
import io.alfheim.data.ColumnType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveStringifier;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** Puts the values that the decoder finds into the cells of a column. */
final class CellSink extends PrimitiveConverter {
  private static final long NANOS_PER_DAY = 86_400_000_000_000L;
  private static final int JULIAN_DAY_OF_EPOCH = 2_440_588;

  private final PrimitiveType type;
  private final LongConsumer whole;
  private final Consumer<Binary> bytes;
  private final Consumer<String> seen;
  private ColumnBuilder cells;
  private String[] words = {};

  /**
   * @param seen is told every text, those of a dictionary in its order
   */
  CellSink(PrimitiveType type, ColumnBuilder cells, Consumer<String> seen) {
    this.type = type;
    this.cells = cells;
    this.seen = seen;
    this.whole = whole();
    this.bytes = bytes();
  }

  /** Puts what comes from now on into other cells. */
  void fill(ColumnBuilder next) {
    cells = next;
  }

  /** Whether the bytes of the values are the letters of a text. */
  static boolean isText(PrimitiveType type) {
    return type.getLogicalTypeAnnotation() instanceof StringLogicalTypeAnnotation
        || type.getLogicalTypeAnnotation() instanceof EnumLogicalTypeAnnotation
        || type.getLogicalTypeAnnotation() instanceof JsonLogicalTypeAnnotation;
  }

  private LongConsumer whole() {
    boolean narrow = type.getPrimitiveTypeName() == PrimitiveTypeName.INT32;
    if (type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation decimal) {
      return value -> cells.add(BigDecimal.valueOf(value, decimal.getScale()).doubleValue());
    }
    if (CellType.of(type) == ColumnType.STRING) {
      PrimitiveStringifier text = type.stringifier();
      return value -> cells.add(narrow ? text.stringify((int) value) : text.stringify(value));
    }
    if (narrow && CellType.of(type).isUnsigned()) {
      return value -> cells.add(value & 0xffff_ffffL);
    }
    return value -> cells.add(value);
  }

  private Consumer<Binary> bytes() {
    if (isText(type)) {
      return value -> addText(value.toStringUsingUTF8());
    }
    if (type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation decimal) {
      return value -> cells.add(
          new BigDecimal(new BigInteger(value.getBytes()), decimal.getScale()).doubleValue());
    }
    if (type.getPrimitiveTypeName() == PrimitiveTypeName.INT96) {
      return value -> cells.add(nanos(value));
    }
    PrimitiveStringifier text = type.stringifier();
    return CellType.of(type) == ColumnType.FLOAT32
        ? value -> cells.add(Float.parseFloat(text.stringify(value)))
        : value -> cells.add(text.stringify(value));
  }

  /** The nanoseconds since 1970 of an old timestamp: nanoseconds of a day and the Julian day. */
  private static long nanos(Binary value) {
    ByteBuffer parts = ByteBuffer.wrap(value.getBytes()).order(ByteOrder.LITTLE_ENDIAN);
    long nanosOfDay = parts.getLong();
    long day = parts.getInt() - (long) JULIAN_DAY_OF_EPOCH;
    return Math.addExact(Math.multiplyExact(day, NANOS_PER_DAY), nanosOfDay);
  }

  private void addText(String text) {
    seen.accept(text);
    cells.add(text);
  }

  @Override
  public boolean hasDictionarySupport() {
    return isText(type);
  }

  @Override
  public void setDictionary(Dictionary dictionary) {
    words = new String[dictionary.getMaxId() + 1];
    Arrays.setAll(words, id -> dictionary.decodeToBinary(id).toStringUsingUTF8());
    Arrays.asList(words).forEach(seen);
  }

  @Override
  public void addValueFromDictionary(int id) {
    cells.add(words[id]);
  }

  @Override
  public void addInt(int value) {
    whole.accept(value);
  }

  @Override
  public void addLong(long value) {
    whole.accept(value);
  }

  @Override
  public void addBinary(Binary value) {
    bytes.accept(value);
  }

  @Override
  public void addBoolean(boolean value) {
    cells.add(value);
  }

  @Override
  public void addFloat(float value) {
    cells.add((double) value);
  }

  @Override
  public void addDouble(double value) {
    cells.add(value);
  }
}
