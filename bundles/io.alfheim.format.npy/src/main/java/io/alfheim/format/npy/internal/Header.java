/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.npy.internal;

import io.alfheim.data.DType;
import io.alfheim.format.npy.internal.PythonLiteral.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What the header of an npy file says about the items behind it.
 *
 * @param columnMajor whether the first axis runs fastest
 */
record Header(DType dtype, boolean columnMajor, List<Long> shape) {
  private static final Set<String> KEYS = Set.of("descr", "fortran_order", "shape");
  private static final int MOST_AXES = 64;

  static Header parse(String text) throws MalformedException {
    if (!(PythonLiteral.parse(text) instanceof Map<?, ?> entries)) {
      throw new MalformedException("the header is not a dictionary");
    }
    if (!entries.keySet().equals(KEYS)) {
      String keys =
          entries.keySet().stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
      throw new MalformedException(
          "the header holds (" + keys + ") instead of (descr, fortran_order, shape)");
    }
    if (!(entry(entries, "fortran_order") instanceof Boolean columnMajor)) {
      throw new MalformedException("'fortran_order' is neither True nor False");
    }
    DType dtype = Descr.parse(entry(entries, "descr"));
    return new Header(dtype, columnMajor, shape(entry(entries, "shape")));
  }

  private static Object entry(Map<?, ?> entries, String key) {
    return Objects.requireNonNull(entries.get(key));
  }

  private static List<Long> shape(Object shape) throws MalformedException {
    if (!(shape instanceof Tuple tuple) || tuple.items().size() > MOST_AXES) {
      throw new MalformedException("'shape' is not a tuple of at most " + MOST_AXES + " numbers");
    }
    for (Object length : tuple.items()) {
      if (!(length instanceof Long n) || n < 0) {
        throw new MalformedException("'shape' has '" + length + "' for the length of an axis");
      }
    }
    return tuple.items().stream().map(Long.class::cast).toList();
  }

  /** The number of bytes that the items take. */
  long bytes() throws MalformedException {
    if (shape.contains(0L)) {
      return 0;
    }
    try {
      long bytes = 1;
      for (long length : shape) {
        bytes = Math.multiplyExact(bytes, length);
      }
      return Math.multiplyExact(bytes, dtype.itemSize());
    } catch (ArithmeticException e) {
      throw new MalformedException("an array of shape " + shape + " is larger than any file", e);
    }
  }

  /** Whether each row lies in one piece, behind the row before. */
  boolean hasRowsApart() {
    return shape.size() == 1 || (!columnMajor && !shape.isEmpty());
  }

  /** The same items in so many rows. */
  Header withRows(long rows) {
    List<Long> lengths = new ArrayList<>(shape);
    lengths.set(0, rows);
    return new Header(dtype, columnMajor, lengths);
  }

  /** The shape of what lies in the file in row-major order. */
  long[] storedShape() {
    long[] lengths = shape.stream().mapToLong(n -> n).toArray();
    int last = lengths.length - 1;
    return columnMajor
        ? LongStream.rangeClosed(0, last).map(i -> lengths[(int) (last - i)]).toArray()
        : lengths;
  }

  /** As numpy writes it, without the padding. */
  static String text(DType dtype, boolean columnMajor, long[] shape) {
    String lengths = Arrays.stream(shape)
        .mapToObj(Long::toString)
        .collect(Collectors.joining(", ", "(", shape.length == 1 ? ",)" : ")"));
    return "{'descr': "
        + dtype.descr()
        + ", 'fortran_order': "
        + (columnMajor ? "True" : "False")
        + ", 'shape': "
        + lengths
        + ", }";
  }
}
