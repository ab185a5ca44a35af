/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.mym;

import io.alfheim.data.DType;
import io.alfheim.data.NDArray;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes arrays, column by column.
 *
 * @param values writes what is in them, if they hold more than numbers
 */
record ArrayWriter(ValueWriter values, Output out) {

  void write(NDArray array) {
    DType type = array.dtype();
    switch (type.kind()) {
      case STRUCT -> values.record(record(array));
      case TEXT -> values.write(texts(array));
      case BYTES -> characters(array);
      case COMPLEX -> {
        requireLittle(type);
        head(array, ArrayKind.id(ArrayKind.half(type)), true);
        items(array.real(), out);
        items(array.imag(), out);
      }
      default -> {
        if (ArrayKind.isTime(type)) {
          values.beyondMatlab();
        }
        head(array, ArrayKind.id(type), false);
        items(array, out);
      }
    }
  }

  private static void requireLittle(DType type) {
    if (type.isBigEndian()) {
      throw MymException.unpackable(
          "An array of " + type, "Convert it first, with astype(\"complex128\").");
    }
  }

  /** By its fields, as the format has records. */
  private static RecordArray record(NDArray array) {
    Map<String, Object> fields = new LinkedHashMap<>();
    array.dtype().fields().forEach(field -> fields.put(field.name(), array.field(field.name())));
    return new RecordArray(fields);
  }

  private static ValueArray texts(NDArray array) {
    List<Long> shape = Arrays.stream(array.shape()).boxed().toList();
    return new ValueArray(shape, List.of((Object[]) array.transpose().toStringArray()));
  }

  private void characters(NDArray array) {
    if (array.dtype().itemSize() != 1) {
      throw MymException.unpackable(
          "An array of " + array.dtype(), "Convert it to text first: NDArray.of(String...).");
    }
    head(array, ArrayKind.CHAR, false);
    items(array, new OutputStream() {
      @Override
      public void write(int character) {
        out.write(character);
        out.write(0);
      }
    });
  }

  void head(List<Long> shape, int id, boolean complex) {
    out.write('A');
    if (shape.isEmpty()) {
      values.beyondMatlab();
    }
    out.u64(shape.size());
    shape.forEach(out::u64);
    out.u32(id);
    out.u32(complex ? 1 : 0);
  }

  private void head(NDArray array, int id, boolean complex) {
    head(Arrays.stream(array.shape()).boxed().toList(), id, complex);
  }

  private static void items(NDArray array, OutputStream out) {
    try {
      array.transpose().writeItems(out);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory does not fail.", e);
    }
  }
}
