/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one item of an {@link NDArray} is and how it is laid out in bytes. Named as numpy names it:
 * {@code float64}, {@code <U5}, {@code datetime64[ns]}, {@code >i2} (big-endian).
 *
 * <p>Two types are equal if they describe the same bytes; the byte order counts.
 */
public final class DType {
  public static final DType BOOL = of("|b1");
  public static final DType INT8 = of("|i1");
  public static final DType INT16 = of("<i2");
  public static final DType INT32 = of("<i4");
  public static final DType INT64 = of("<i8");
  public static final DType UINT8 = of("|u1");
  public static final DType UINT16 = of("<u2");
  public static final DType UINT32 = of("<u4");
  public static final DType UINT64 = of("<u8");
  public static final DType FLOAT16 = of("<f2");
  public static final DType FLOAT32 = of("<f4");
  public static final DType FLOAT64 = of("<f8");
  public static final DType COMPLEX64 = of("<c8");
  public static final DType COMPLEX128 = of("<c16");

  /** The families of types. */
  public enum Kind {
    BOOL('b', "bool"),
    INTEGER('i', "int"),
    UNSIGNED('u', "uint"),
    FLOAT('f', "float"),
    COMPLEX('c', "complex"),
    /** Unicode text of a fixed number of code points, padded with NUL. */
    TEXT('U', "str"),
    /** Bytes, mostly ASCII text, padded with NUL. */
    BYTES('S', "bytes"),
    /** A point in time, counted in units since 1970-01-01 without a time zone. */
    DATETIME('M', "datetime64"),
    /** A duration, counted in units. */
    TIMEDELTA('m', "timedelta64"),
    /** Bytes without a meaning. */
    RAW('V', "void"),
    /** Named fields side by side. */
    STRUCT('V', "struct");

    final char code;
    final String word;

    Kind(char code, String word) {
      this.code = code;
      this.word = word;
    }
  }

  /**
   * One field of a structured type.
   *
   * @param shape of the array in each item; empty if the field holds one value
   * @param offset in bytes from the start of the item
   */
  public record Field(String name, DType type, List<Integer> shape, int offset) {
    public Field {
      shape = List.copyOf(shape);
      if (offset < 0 || shape.stream().anyMatch(length -> length < 0)) {
        throw new DataException(
            "Field '" + name + "' has a negative length or offset.", "Count from 0.");
      }
    }

    /** The number of bytes of the field in each item. */
    public int size() {
      try {
        return shape.stream().reduce(type.itemSize(), Math::multiplyExact);
      } catch (ArithmeticException e) {
        throw tooLarge(name);
      }
    }
  }

  private final Kind kind;
  private final int itemSize;
  private final boolean bigEndian;
  private final String unit;
  private final List<Field> fields;
  private final String descr;

  DType(Kind kind, int itemSize, boolean bigEndian, String unit, List<Field> fields) {
    this.kind = kind;
    this.itemSize = itemSize;
    this.bigEndian = bigEndian;
    this.unit = unit;
    this.fields = List.copyOf(fields);
    this.descr = DTypeNames.descr(this);
  }

  /**
   * The type of this name, as {@code float64}, {@code <f8}, {@code U12}, {@code datetime64[ms]}.
   *
   * @throws DataException if there is no such type here
   */
  public static DType of(String name) {
    return DTypeNames.parse(name);
  }

  /**
   * A type of named fields side by side, in the order of their offsets.
   *
   * @param itemSize in bytes, with whatever lies between and behind the fields
   * @throws DataException if two fields overlap or share a name, or one lies outside the item
   */
  public static DType struct(List<Field> fields, int itemSize) {
    int end = 0;
    Set<String> names = new HashSet<>();
    for (Field field : fields) {
      if (field.offset() < end || field.size() > itemSize - field.offset()) {
        throw new DataException(
            "Field '" + field.name() + "' overlaps another or lies outside the item.",
            "Give fields in the order of their offsets.");
      }
      if (!names.add(field.name())) {
        throw new DataException(
            "Two fields are named '" + field.name() + "'.", "Give each field its own name.");
      }
      end = field.offset() + field.size();
    }
    return new DType(Kind.STRUCT, itemSize, false, "", fields);
  }

  public Kind kind() {
    return kind;
  }

  /** The number of bytes of one item. */
  public int itemSize() {
    return itemSize;
  }

  /** Whether the most significant byte comes first. A structured type says so by field. */
  public boolean isBigEndian() {
    return bigEndian;
  }

  /** What times are counted in, as {@code ns} or {@code 25s}; empty if it is not said. */
  public String unit() {
    return unit;
  }

  /** The fields of a structured type, else empty. */
  public List<Field> fields() {
    return fields;
  }

  /** Whether items are booleans or integers, which are counted exactly. */
  public boolean isWhole() {
    return kind == Kind.BOOL || kind == Kind.INTEGER || kind == Kind.UNSIGNED;
  }

  /** Whether items are real numbers or booleans, with which one can reckon. */
  public boolean isReal() {
    return isWhole() || kind == Kind.FLOAT;
  }

  /** Whether items are points in time or durations. */
  boolean isTime() {
    return kind == Kind.DATETIME || kind == Kind.TIMEDELTA;
  }

  /** Whether 64 bits hold any item exactly. */
  boolean isCounted() {
    return isWhole() || isTime();
  }

  /** Whether a {@code long} would take the greatest items for negative ones. */
  boolean isUnsignedLong() {
    return kind == Kind.UNSIGNED && itemSize == Long.BYTES;
  }

  /** The type as it stands in the header of an npy file: {@code '<f8'}, quotes included. */
  public String descr() {
    return descr;
  }

  Field field(String name) {
    return fields.stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new DataException(
            "No field '" + name + "' in " + this + ".",
            fields.isEmpty()
                ? "This type has no fields."
                : "Fields: "
                    + String.join(", ", fields.stream().map(Field::name).toList())
                    + "."));
  }

  static DataException tooLarge(String what) {
    return new DataException(
        "Items of '" + what + "' take more bytes than can be addressed.", "Use a smaller type.");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DType type && descr.equals(type.descr);
  }

  @Override
  public int hashCode() {
    return descr.hashCode();
  }

  @Override
  public String toString() {
    return DTypeNames.name(this);
  }
}
