/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.mym;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.alfheim.data.Complex;
import io.alfheim.data.NDArray;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes one value; used once. */
final class ValueWriter {
  private final Output out = new Output();
  private final ArrayWriter arrays = new ArrayWriter(this, out);
  private int depth;
  private Magic magic = Magic.MYM;

  byte[] write(@Nullable Object value) {
    out.put(new byte[Magic.LENGTH]);
    value(value);
    byte[] bytes = out.toByteArray();
    System.arraycopy(magic.bytes(), 0, bytes, 0, Magic.LENGTH);
    return bytes;
  }

  /** What comes is not of MATLAB's world. */
  void beyondMatlab() {
    magic = Magic.DJ0;
  }

  private void extended(int code) {
    beyondMatlab();
    out.write(code);
  }

  private void value(@Nullable Object value) {
    if (value instanceof NDArray array) {
      arrays.write(array);
    } else if (value instanceof ValueArray array) {
      write(array);
    } else if (value instanceof CellArray cells) {
      cells(cells);
    } else if (value instanceof StructArray structs) {
      structs(structs);
    } else if (value instanceof RecordArray records) {
      record(records);
    } else if (value instanceof Number || value instanceof Boolean || value instanceof Complex) {
      number(value);
    } else {
      other(value);
    }
  }

  private void number(Object value) {
    if (value instanceof Boolean truth) {
      extended(Code.BOOL);
      out.write(truth ? 1 : 0);
    } else if (value instanceof Double || value instanceof Float) {
      extended(Code.FLOAT);
      out.f64(((Number) value).doubleValue());
    } else if (value instanceof Complex complex) {
      extended(Code.COMPLEX);
      out.f64(complex.real());
      out.f64(complex.imag());
    } else if (value instanceof BigDecimal decimal) {
      extended(Code.DECIMAL);
      counted(decimal.toString().getBytes(UTF_8));
    } else if (value instanceof BigInteger whole) {
      whole(whole);
    } else if (value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte) {
      whole(BigInteger.valueOf(((Number) value).longValue()));
    } else {
      throw unknown(value);
    }
  }

  /** In as many bytes as the number without its sign takes, so that -128 takes two. */
  private void whole(BigInteger value) {
    int length = value.abs().bitLength() / 8 + 1;
    if (length > 0xffff) {
      throw MymException.unpackable("A whole number of more than 65,535 bytes", "Use an array.");
    }
    extended(Code.WHOLE);
    out.u16(length);
    byte[] bigEndian = value.toByteArray();
    for (int i = 1; i <= length; i++) {
      out.write(i <= bigEndian.length ? bigEndian[bigEndian.length - i] : value.signum());
    }
  }

  private void other(@Nullable Object value) {
    if (value == null) {
      extended(Code.NONE);
    } else if (value instanceof String text) {
      extended(Code.TEXT);
      counted(text(text));
    } else if (value instanceof byte[] bytes) {
      extended(Code.BYTES);
      counted(bytes);
    } else if (value instanceof UUID id) {
      extended(Code.UUID);
      ByteBuffer bytes = ByteBuffer.allocate(16);
      out.put(bytes
          .putLong(id.getMostSignificantBits())
          .putLong(id.getLeastSignificantBits())
          .array());
    } else if (value instanceof LocalDate day) {
      time(DayTime.day(day), DayTime.NONE);
    } else if (value instanceof LocalTime time) {
      time((int) DayTime.NONE, DayTime.time(time));
    } else if (value instanceof LocalDateTime moment) {
      time(DayTime.day(moment.toLocalDate()), DayTime.time(moment.toLocalTime()));
    } else {
      collection(value);
    }
  }

  private static byte[] text(String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    if (!new String(utf8, UTF_8).equals(text)) {
      throw MymException.unpackable(
          "A text with half of a surrogate pair", "Repair it, or pack its bytes.");
    }
    return utf8;
  }

  private void time(int day, long time) {
    extended(Code.TIME);
    out.u32(day);
    out.u64(time);
  }

  private void collection(Object value) {
    if (value instanceof Tuple tuple) {
      items(Code.TUPLE, tuple.items());
    } else if (value instanceof List<?> list) {
      items(Code.LIST, list);
    } else if (value instanceof Set<?> set) {
      items(Code.SET, set);
    } else if (value instanceof Map<?, ?> map) {
      extended(Code.MAP);
      out.u64(map.size());
      map.forEach((key, item) -> {
        element(key);
        element(item);
      });
    } else {
      throw unknown(value);
    }
  }

  private static MymException unknown(Object value) {
    String hint = value instanceof java.time.temporal.Temporal
        ? "The format has no time zones: take toLocalDateTime()."
        : "Pack numbers, texts, arrays, and lists and maps of them.";
    return MymException.unpackable("A " + value.getClass().getSimpleName(), hint);
  }

  private void items(int code, Collection<?> items) {
    extended(code);
    out.u64(items.size());
    items.forEach(this::element);
  }

  private void element(@Nullable Object value) {
    if (++depth > Code.DEEPEST) {
      throw MymException.unpackable(
          "A value nested more than " + Code.DEEPEST + " deep", "Does it contain itself?");
    }
    int start = out.open();
    value(value);
    out.close(start);
    depth--;
  }

  private void counted(byte[] bytes) {
    out.u64(bytes.length);
    out.put(bytes);
  }

  void write(ValueArray array) {
    beyondMatlab();
    arrays.head(array.shape(), ArrayKind.VALUES, false);
    array.items().forEach(this::element);
  }

  private void cells(CellArray cells) {
    out.write(Code.CELLS);
    shape(cells.shape());
    cells.items().forEach(this::element);
  }

  private void shape(List<Long> shape) {
    out.u64(shape.size());
    shape.forEach(out::u64);
  }

  private void structs(StructArray structs) {
    out.write(Code.STRUCTS);
    shape(structs.shape());
    out.u32(structs.fields().size());
    structs.fields().forEach(this::name);
    structs.items().forEach(item -> item.forEach(this::element));
  }

  void record(RecordArray records) {
    extended(Code.RECORDS);
    out.u32(records.fields().size());
    records.fields().keySet().forEach(this::name);
    for (Object field : records.fields().values()) {
      boolean fits =
          field instanceof NDArray || field instanceof ValueArray || field instanceof RecordArray;
      if (!fits) {
        throw MymException.unpackable("A field that is no array", "Make it a map.");
      }
      value(field);
    }
  }

  private void name(String name) {
    if (name.indexOf(0) >= 0) {
      throw MymException.unpackable("A field whose name has a NUL", "Rename it.");
    }
    out.put(text(name));
    out.write(0);
  }
}
