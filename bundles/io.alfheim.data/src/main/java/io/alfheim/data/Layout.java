/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Which position in memory belongs to which index: a shape, the distance of neighbours along each
 * axis, and the position of the first item. Views of an array differ in nothing else.
 */
final class Layout {
  private final long[] shape;
  private final long[] strides;
  private final long offset;
  private final long size;

  Layout(long[] shape, long[] strides, long offset) {
    this.shape = shape;
    this.strides = strides;
    this.offset = offset;
    this.size = size(shape);
  }

  /** Row-major without gaps, neighbours on the last axis being {@code unit} apart. */
  static Layout dense(long[] shape, long unit) {
    long[] strides = new long[shape.length];
    long stride = unit;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= shape[axis];
    }
    return new Layout(shape, strides, 0);
  }

  /** Without gaps, axes nested in the given order, the last one innermost. */
  static Layout dense(long[] shape, int[] order, long unit) {
    long[] strides = new long[shape.length];
    long stride = unit;
    for (int i = order.length - 1; i >= 0; i--) {
      strides[order[i]] = stride;
      stride *= shape[order[i]];
    }
    return new Layout(shape, strides, 0);
  }

  private static long size(long[] shape) {
    if (Arrays.stream(shape).anyMatch(length -> length == 0)) {
      return 0;
    }
    long size = 1;
    for (long length : shape) {
      if (length < 0 || Math.multiplyHigh(size, length) != 0 || size * length < 0) {
        throw new DataException(
            "No array can have the shape " + text(shape) + ".",
            "Lengths are not negative and their product fits 63 bits.");
      }
      size *= length;
    }
    return size;
  }

  int rank() {
    return shape.length;
  }

  long size() {
    return size;
  }

  long[] shape() {
    return shape.clone();
  }

  long length(int axis) {
    return shape[axis];
  }

  long stride(int axis) {
    return strides[axis];
  }

  long offset() {
    return offset;
  }

  boolean hasShape(long[] other) {
    return Arrays.equals(shape, other);
  }

  long position(long... index) {
    if (index.length != rank()) {
      throw new DataException(
          index.length + " indices do not name one item of an array of shape " + text(shape) + ".",
          "Give " + rank() + ", one for each axis.");
    }
    long position = offset;
    for (int axis = 0; axis < index.length; axis++) {
      position += checked(axis, index[axis]) * strides[axis];
    }
    return position;
  }

  /** Counts a negative index from the end. */
  long checked(int axis, long index) {
    long length = shape[axis];
    if (index < -length || index >= length) {
      throw new DataException(
          "Index " + index + " is outside axis " + axis + " of length " + length + ".",
          length == 0
              ? "The axis is empty."
              : "Valid are 0 to " + (length - 1) + ", or -1 to " + -length + " from the end.");
    }
    return index < 0 ? index + length : index;
  }

  /** Counts a negative axis from the end. */
  int axis(int axis) {
    if (axis < -rank() || axis >= rank()) {
      throw new DataException(
          "No axis " + axis + " in an array of shape " + text(shape) + ".",
          rank() == 0 ? "It has no axes." : "Valid are 0 to " + (rank() - 1) + ".");
    }
    return axis < 0 ? axis + rank() : axis;
  }

  Layout slice(int axis, long from, long to, long step) {
    if (step == 0) {
      throw new DataException("A slice cannot have step 0.", "Use 1, 2, ... or -1, -2, ...");
    }
    long length = shape[axis];
    long first = bound(from, step, length);
    long last = bound(to, step, length);
    long pace = step < 0 ? -Math.max(step, -Long.MAX_VALUE) : step;
    long span = step > 0 ? last - first : first - last;
    long count = span <= 0 ? 0 : (span - 1) / pace + 1;
    long[] cut = shape.clone();
    long[] apart = strides.clone();
    cut[axis] = count;
    apart[axis] = count > 1 ? strides[axis] * step : strides[axis];
    return new Layout(cut, apart, count == 0 ? offset : offset + first * strides[axis]);
  }

  private static long bound(long index, long step, long length) {
    long least = step > 0 ? 0 : -1;
    long most = step > 0 ? length : length - 1;
    return Math.min(Math.max(index < 0 ? index + length : index, least), most);
  }

  Layout select(int axis, long index) {
    long position = offset + checked(axis, index) * strides[axis];
    return new Layout(without(shape, axis), without(strides, axis), position);
  }

  /** The same with a new axis along which nothing changes. */
  Layout repeat(int axis, long length) {
    return new Layout(with(shape, axis, length), with(strides, axis, 0), offset);
  }

  static long[] without(long[] values, int at) {
    return LongStream.range(0, values.length)
        .filter(i -> i != at)
        .map(i -> values[(int) i])
        .toArray();
  }

  private static long[] with(long[] values, int at, long value) {
    long[] more = new long[values.length + 1];
    System.arraycopy(values, 0, more, 0, at);
    more[at] = value;
    System.arraycopy(values, at, more, at + 1, values.length - at);
    return more;
  }

  /** The axes in another order; reversed, if none is given. */
  Layout transpose(int... axes) {
    int[] order = axes.length == 0 && rank() > 0
        ? IntStream.range(0, rank()).map(i -> rank() - 1 - i).toArray()
        : Arrays.stream(axes).map(this::axis).toArray();
    if (order.length != rank() || Arrays.stream(order).distinct().count() != rank()) {
      throw new DataException(
          Arrays.toString(axes) + " is not an order of the axes of shape " + text(shape) + ".",
          "Name each axis once.");
    }
    return permute(order);
  }

  private Layout permute(int[] axes) {
    long[] lengths = new long[axes.length];
    long[] apart = new long[axes.length];
    for (int i = 0; i < axes.length; i++) {
      lengths[i] = shape[axes[i]];
      apart[i] = strides[axes[i]];
    }
    return new Layout(lengths, apart, offset);
  }

  /** Moves the first item and appends axes: one field of a structured item. */
  Layout inside(long bytes, Layout field) {
    long[] lengths = Arrays.copyOf(shape, rank() + field.rank());
    long[] apart = Arrays.copyOf(strides, rank() + field.rank());
    System.arraycopy(field.shape, 0, lengths, rank(), field.rank());
    System.arraycopy(field.strides, 0, apart, rank(), field.rank());
    return new Layout(lengths, apart, offset + bytes);
  }

  /** Stretches axes of length 1 and puts new axes in front, without moving anything. */
  Layout broadcast(long[] to) {
    long[] apart = new long[to.length];
    int ahead = to.length - rank();
    for (int axis = 0; axis < rank(); axis++) {
      apart[ahead + axis] = shape[axis] == to[ahead + axis] ? strides[axis] : 0;
    }
    return new Layout(to, apart, offset);
  }

  /** Whether the items follow each other in row-major order without gaps. */
  boolean isDense(long unit) {
    long stride = unit;
    for (int axis = rank() - 1; axis >= 0; axis--) {
      if (shape[axis] != 1 && strides[axis] != stride) {
        return size == 0;
      }
      stride *= shape[axis];
    }
    return true;
  }

  /** Whether the items of each row along the first axis follow each other without gaps. */
  boolean rowIsDense(long unit) {
    return new Layout(without(shape, 0), without(strides, 0), 0).isDense(unit);
  }

  /** The axis longer than 1 whose neighbours are nearest to each other; -1 if there is none. */
  int fastest() {
    int best = -1;
    for (int axis = rank() - 1; axis >= 0; axis--) {
      boolean counts = shape[axis] > 1 && strides[axis] != 0;
      if (counts && (best < 0 || Math.abs(strides[axis]) < Math.abs(strides[best]))) {
        best = axis;
      }
    }
    return best;
  }

  /** The same items in the same order under another shape, if that needs no copying. */
  Optional<Layout> reshape(long[] to, long unit) {
    if (size == 0) {
      return Optional.of(dense(to, unit));
    }
    int[] wide = LongStream.range(0, rank())
        .mapToInt(i -> (int) i)
        .filter(i -> shape[i] != 1)
        .toArray();
    long[] apart = new long[to.length];
    Arrays.fill(apart, unit);
    int axis = 0;
    int next = 0;
    while (axis < wide.length) {
      int first = axis;
      int firstNext = next;
      long old = shape[wide[axis++]];
      long now = to[next++];
      while (old != now) {
        if (now < old) {
          now *= to[next++];
        } else {
          old *= shape[wide[axis++]];
        }
      }
      for (int i = first; i < axis - 1; i++) {
        if (strides[wide[i]] != shape[wide[i + 1]] * strides[wide[i + 1]]) {
          return Optional.empty();
        }
      }
      apart[next - 1] = strides[wide[axis - 1]];
      for (int i = next - 1; i > firstNext; i--) {
        apart[i - 1] = apart[i] * to[i];
      }
    }
    return Optional.of(new Layout(to, apart, offset));
  }

  /** A shape as numpy writes it: {@code (3,)}, {@code (2, 4)}, {@code ()}. */
  static String text(long... shape) {
    return Arrays.stream(shape)
        .mapToObj(Long::toString)
        .collect(Collectors.joining(", ", "(", shape.length == 1 ? ",)" : ")"));
  }
}
