/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Arrays of a part of each item: a field of a structure, one half of a complex number. */
final class Fields {

  private Fields() {}

  static NDArray field(NDArray array, String name) {
    DType.Field field = array.dtype().field(name);
    long[] inner = field.shape().stream().mapToLong(Integer::longValue).toArray();
    DType type = field.type();
    return part(array, type, field.offset(), Layout.dense(inner, type.itemSize()));
  }

  static NDArray part(NDArray array, int offset) {
    DType type = array.dtype();
    if (type.kind() != DType.Kind.COMPLEX) {
      throw new DataException(array.describe() + " is not complex.", "Use the array as it is.");
    }
    return part(array, half(type), offset, Layout.dense(new long[0], 0));
  }

  /** The real and the imaginary parts of complex numbers along a last axis of their own. */
  static NDArray halves(NDArray array) {
    DType half = half(array.dtype());
    return part(array, half, 0, Layout.dense(new long[] {2}, half.itemSize()));
  }

  /** What both halves of a complex type are. */
  static DType half(DType type) {
    return DType.of((type.isBigEndian() ? ">f" : "<f") + type.itemSize() / 2);
  }

  private static NDArray part(NDArray array, DType type, int offset, Layout inner) {
    // Only buffers hold items that have parts.
    Bytes bytes = (Bytes) array.memory();
    return new NDArray(type, bytes.as(type), array.layout().inside(offset, inner));
  }

  /** The values of the fields of one item, by name. */
  static Map<String, Object> item(NDArray array, long... index) {
    array.layout().position(index);
    NDArray item = array;
    for (long i : index) {
      item = item.select(0, i);
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (DType.Field field : array.dtype().fields()) {
      NDArray value = item.field(field.name());
      values.put(field.name(), value.rank() == 0 ? value.get() : value);
    }
    return Collections.unmodifiableMap(values);
  }
}
