/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.mym;

import io.alfheim.data.Complex;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads one value; used once. */
final class ValueReader {
  /** Turning more into a number takes too long. */
  private static final int MOST_DIGITS = 10_000;

  private final Input in;
  private final ArrayReader arrays;
  private int depth;

  ValueReader(Input in) {
    this.in = in;
    this.arrays = new ArrayReader(this, in);
  }

  /** The value, which must be all there is. */
  @Nullable
  Object read() {
    Object value = value();
    if (in.remaining() > 0) {
      throw MymException.damaged(in.remaining() + " bytes follow the value");
    }
    return value;
  }

  @Nullable
  Object element() {
    if (++depth > Code.DEEPEST) {
      throw MymException.damaged("it is nested more than " + Code.DEEPEST + " deep");
    }
    int outer = in.enter(in.count());
    Object value = value();
    in.leave(outer);
    depth--;
    return value;
  }

  private @Nullable Object value() {
    int code = in.u8();
    return switch (code) {
      case Code.NONE -> null;
      case Code.ARRAY -> arrays.read();
      case Code.CELLS -> cells();
      case Code.STRUCTS -> structs();
      case Code.RECORDS -> records();
      case Code.TUPLE -> new Tuple(elements());
      case Code.LIST -> Collections.unmodifiableList(elements());
      case Code.SET -> Collections.unmodifiableSet(new LinkedHashSet<>(elements()));
      case Code.MAP -> map();
      default -> simple(code);
    };
  }

  private Object simple(int code) {
    return switch (code) {
      case Code.TEXT -> in.text(in.count());
      case Code.BYTES -> in.bytes(in.count());
      case Code.WHOLE -> whole();
      case Code.BOOL -> in.u8() != 0;
      case Code.COMPLEX -> new Complex(in.f64(), in.f64());
      case Code.FLOAT -> in.f64();
      case Code.DECIMAL -> decimal(in.text(in.count()));
      case Code.TIME -> DayTime.of(in.i32(), in.i64());
      case Code.UUID -> id(in.slice(16));
      case Code.SPARSE -> throw MymException.damaged("a sparse matrix in it is not supported");
      default -> throw MymException.damaged("a part of it has the unknown code " + code);
    };
  }

  private static UUID id(ByteBuffer bytes) {
    bytes.order(ByteOrder.BIG_ENDIAN);
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  private Object whole() {
    byte[] bytes = in.bytes(in.u16());
    for (int i = 0, j = bytes.length - 1; i < j; i++, j--) {
      byte first = bytes[i];
      bytes[i] = bytes[j];
      bytes[j] = first;
    }
    BigInteger whole = bytes.length == 0 ? BigInteger.ZERO : new BigInteger(bytes);
    if (whole.bitLength() < Long.SIZE) {
      return whole.longValue();
    }
    return whole;
  }

  /** What is no number to Java is one to Python. */
  private static Object decimal(String text) {
    if (text.length() > MOST_DIGITS) {
      throw MymException.damaged("a decimal number in it has " + text.length() + " digits");
    }
    switch (text) {
      case "NaN", "sNaN" -> {
        return Double.NaN;
      }
      case "Infinity" -> {
        return Double.POSITIVE_INFINITY;
      }
      case "-Infinity" -> {
        return Double.NEGATIVE_INFINITY;
      }
      default -> {
        try {
          return new BigDecimal(text);
        } catch (NumberFormatException e) {
          throw MymException.damaged("a decimal number in it is none");
        }
      }
    }
  }

  private List<@Nullable Object> elements() {
    return arrays.elements(in.count(in.countSize() + 1));
  }

  private Map<@Nullable Object, @Nullable Object> map() {
    int count = in.count(2 * (in.countSize() + 1));
    Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      map.put(element(), element());
    }
    return Collections.unmodifiableMap(map);
  }

  private CellArray cells() {
    List<Long> shape = arrays.shape();
    return new CellArray(shape, arrays.elements(arrays.places(shape, in.countSize() + 1)));
  }

  private StructArray structs() {
    List<Long> shape = arrays.shape();
    List<String> fields = names();
    List<List<@Nullable Object>> items = new ArrayList<>();
    if (!fields.isEmpty()) {
      int least = Math.multiplyExact(fields.size(), in.countSize() + 1);
      int count = arrays.places(shape, least);
      for (int i = 0; i < count; i++) {
        items.add(arrays.elements(fields.size()));
      }
    }
    return new StructArray(shape, fields, items);
  }

  private List<String> names() {
    long count = in.u32();
    List<String> names = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      names.add(in.zeroEnded());
    }
    return names;
  }

  /** Fields carry no length of their own. */
  private RecordArray records() {
    if (++depth > Code.DEEPEST) {
      throw MymException.damaged("it is nested more than " + Code.DEEPEST + " deep");
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    for (String name : names()) {
      if (fields.put(name, field(in.u8())) != null) {
        throw MymException.damaged("a record in it has two fields of one name");
      }
    }
    depth--;
    return new RecordArray(fields);
  }

  private Object field(int code) {
    return switch (code) {
      case Code.ARRAY -> arrays.read();
      case Code.RECORDS -> records();
      default -> throw MymException.damaged("a record in it has a field that is no array");
    };
  }
}
