/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

/**
 * What the cells of a {@link Column} are. Any cell may be missing, whatever the type; {@code get}
 * then gives null.
 */
public enum ColumnType {
  /** {@link Boolean}. */
  BOOLEAN("bool", 1),
  /** Whole numbers of one signed byte; {@link Long}. */
  INT8("int8", 1),
  /** Whole numbers of two signed bytes; {@link Long}. */
  INT16("int16", 2),
  /** Whole numbers of four signed bytes; {@link Long}. */
  INT32("int32", 4),
  /** Whole numbers of eight signed bytes; {@link Long}. */
  INT64("int64", 8),
  /** Whole numbers of one unsigned byte; {@link Long}. */
  UINT8("uint8", 1),
  /** Whole numbers of two unsigned bytes; {@link Long}. */
  UINT16("uint16", 2),
  /** Whole numbers of four unsigned bytes; {@link Long}. */
  UINT32("uint32", 4),
  /**
   * Whole numbers of eight unsigned bytes; {@link Long}, or {@link java.math.BigInteger} from
   * 2<sup>63</sup> on.
   */
  UINT64("uint64", 8),
  /** {@link Float}. */
  FLOAT32("float32", 4),
  /** {@link Double}. */
  FLOAT64("float64", 8),
  /** {@link String}. */
  STRING("string", 4),
  /** {@link String} out of a fixed list, which may be ordered: {@link Column#categories()}. */
  CATEGORY("category", 4),
  /** {@link java.time.LocalDate}. */
  DATE("date", 4),
  /** A point on the time line, {@link java.time.Instant}. */
  INSTANT("instant", 8),
  /** What a calendar and a clock show in a place not told, {@link java.time.LocalDateTime}. */
  DATETIME("datetime", 8);

  private final String label;
  private final int width;

  ColumnType(String label, int width) {
    this.label = label;
    this.width = width;
  }

  /** Bytes of one cell in memory. */
  public int width() {
    return width;
  }

  /** Whether the cells are whole numbers, signed or not. */
  public boolean isWhole() {
    return compareTo(INT8) >= 0 && compareTo(UINT64) <= 0;
  }

  /** Whether the cells are whole numbers without a sign. */
  public boolean isUnsigned() {
    return compareTo(UINT8) >= 0 && compareTo(UINT64) <= 0;
  }

  /** Whether the cells are numbers. */
  public boolean isNumber() {
    return isWhole() || this == FLOAT32 || this == FLOAT64;
  }

  /** Whether the cells are texts. */
  public boolean isText() {
    return this == STRING || this == CATEGORY;
  }

  /** Whether the cells are dates or times. */
  public boolean isTime() {
    return compareTo(DATE) >= 0;
  }

  /** The name in lower case, for example {@code float64}. */
  @Override
  public String toString() {
    return label;
  }
}
