/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * An n-dimensional array of items of one type, on the heap or mapped from a file. Immutable.
 *
 * <pre>{@code
 * NDArray times = session.load("spikes.times").array();
 * NDArray early = times.where(times.lessThan(60));
 * double rate = early.size() / 60.0;
 * }</pre>
 *
 * <p>It speaks numpy: types have its names, a negative index or axis counts from the end, ends of a
 * slice that lie outside are cut off, and {@link #toString} prints what {@code repr} would. Slices,
 * rows, columns, fields and transposes share the memory of the array they are taken from; {@code
 * where}, {@code take} and {@code concat} copy. Unlike numpy, whole numbers never wrap around:
 * what does not fit is a {@link DataException}.
 */
public final class NDArray extends ArrayMath implements Data {
  private final DType dtype;
  private final Memory memory;
  private final Layout layout;

  NDArray(DType dtype, Memory memory, Layout layout) {
    this.dtype = dtype;
    this.memory = memory;
    this.layout = layout;
  }

  /** A {@code float64} array with one axis. */
  public static NDArray of(double... values) {
    return wrap(values.clone(), values.length);
  }

  /** A {@code float32} array with one axis. */
  public static NDArray of(float... values) {
    return wrap(values.clone(), values.length);
  }

  /** An {@code int64} array with one axis. */
  public static NDArray of(long... values) {
    return wrap(values.clone(), values.length);
  }

  /** An {@code int32} array with one axis. */
  public static NDArray of(int... values) {
    return wrap(values.clone(), values.length);
  }

  /** A {@code bool} array with one axis. */
  public static NDArray of(boolean... values) {
    return ArrayFactory.of(values);
  }

  /** An array of texts with one axis, as wide as the longest. */
  public static NDArray of(String... values) {
    return ArrayFactory.of(values);
  }

  /**
   * A {@code float64} array with two axes.
   *
   * @throws DataException if the rows differ in length
   */
  public static NDArray of(double[][] rows) {
    return ArrayFactory.of(rows);
  }

  /** An array of no axes that holds one number. */
  public static NDArray scalar(double value) {
    return wrap(new double[] {value});
  }

  /** An array of no axes that holds one whole number. */
  public static NDArray scalar(long value) {
    return wrap(new long[] {value});
  }

  /** A view of an array in row-major order, which must not be changed any more. */
  public static NDArray wrap(double[] values, long... shape) {
    return wrap(DType.FLOAT64, Primitives.of(values), values.length, shape);
  }

  /** A view of an array in row-major order, which must not be changed any more. */
  public static NDArray wrap(float[] values, long... shape) {
    return wrap(DType.FLOAT32, Primitives.of(values), values.length, shape);
  }

  /** A view of an array in row-major order, which must not be changed any more. */
  public static NDArray wrap(long[] values, long... shape) {
    return wrap(DType.INT64, Primitives.of(values), values.length, shape);
  }

  /** A view of an array in row-major order, which must not be changed any more. */
  public static NDArray wrap(int[] values, long... shape) {
    return wrap(DType.INT32, Primitives.of(values), values.length, shape);
  }

  /**
   * A view of the bytes between position and limit of buffers, which must not be changed any more:
   * items of the type in row-major order. A format that has columns first gives the shape reversed
   * and takes the {@link #transpose}.
   *
   * @param buffers as many as it takes; each holds whole items, and all but the last are equally
   *     long
   */
  public static NDArray wrap(DType dtype, long[] shape, List<ByteBuffer> buffers) {
    return ArrayFactory.wrap(dtype, shape, buffers);
  }

  private static NDArray wrap(DType dtype, Memory memory, long length, long... shape) {
    return ArrayFactory.wrap(dtype, memory, length, shape);
  }

  /** An array of zeros, false, empty texts; takes no memory. */
  public static NDArray zeros(DType dtype, long... shape) {
    return new NDArray(
        dtype, Bytes.allocate(dtype, 1), new Layout(shape.clone(), new long[shape.length], 0));
  }

  /**
   * The whole numbers from 0 to before {@code end}.
   *
   * @throws DataException if these are more than one Java array holds
   */
  public static NDArray arange(long end) {
    return ArrayFactory.arange(end);
  }

  /**
   * The numbers {@code from}, {@code from + step}, ... before {@code to}.
   *
   * @throws DataException if these are more than one Java array holds, or have no end
   */
  public static NDArray arange(double from, double to, double step) {
    return ArrayFactory.arange(from, to, step);
  }

  /** The arrays one behind the other along an existing axis. */
  public static NDArray concat(int axis, NDArray... arrays) {
    return Selection.concat(axis, List.of(arrays));
  }

  /** What the items are. */
  public DType dtype() {
    return dtype;
  }

  /** The length of each axis; yours to change. */
  public long[] shape() {
    return layout.shape();
  }

  /** The length of one axis. */
  public long shape(int axis) {
    return layout.length(layout.axis(axis));
  }

  /** The number of axes. */
  public int rank() {
    return layout.rank();
  }

  /** The number of items. */
  public long size() {
    return layout.size();
  }

  /** Whether the items lie in memory with the first axis running fastest, and not the last. */
  public boolean isColumnMajor() {
    return !layout.isDense(memory.unit()) && transpose().layout.isDense(memory.unit());
  }

  Memory memory() {
    return memory;
  }

  Layout layout() {
    return layout;
  }

  @Override
  NDArray self() {
    return this;
  }

  @Override
  public NDArray array() {
    return this;
  }

  @Override
  public String describe() {
    return dtype + " " + Layout.text(layout.shape());
  }

  /** One number; 1 for true, NaN for a missing time. */
  public double getDouble(long... index) {
    return memory.doubleAt(layout.position(index));
  }

  /**
   * One whole number, exactly; the count of units of a time.
   *
   * @throws DataException if the item is not a whole number of 64 bits
   */
  public long getLong(long... index) {
    return memory.longAt(layout.position(index));
  }

  /** Whether one item is true or not 0. */
  public boolean getBoolean(long... index) {
    return getDouble(index) != 0;
  }

  /** One item as text; bytes one by one as characters, times as in ISO 8601. */
  public String getString(long... index) {
    return dtype.kind() == DType.Kind.STRUCT
        ? get(index).toString()
        : memory.textAt(layout.position(index));
  }

  /**
   * One item as the Java value nearest to it: a boxed number (BigInteger for {@code uint64}), {@link
   * Complex}, String (also for times), {@code byte[]}, or a map from field names to these.
   */
  public Object get(long... index) {
    return dtype.kind() == DType.Kind.STRUCT
        ? Fields.item(this, index)
        : memory.valueAt(layout.position(index));
  }

  private NDArray view(Layout view) {
    return new NDArray(dtype, memory, view);
  }

  /** A part along one axis: {@code from} to before {@code to}. */
  public NDArray slice(int axis, long from, long to) {
    return slice(axis, from, to, 1);
  }

  /**
   * Each {@code step}-th item along one axis. With a negative step from the later to the earlier;
   * {@code to} then is the last one not taken, {@code Long.MIN_VALUE} for none.
   */
  public NDArray slice(int axis, long from, long to, long step) {
    return view(layout.slice(layout.axis(axis), from, to, step));
  }

  /** The axis the other way round. */
  public NDArray flip(int axis) {
    return slice(axis, -1, Long.MIN_VALUE, -1);
  }

  /** Part of the rows: a slice along the first axis. */
  public NDArray rows(long from, long to) {
    return slice(0, from, to);
  }

  /** One row: an array with an axis less. */
  public NDArray row(long index) {
    return select(0, index);
  }

  /** One column: what the second axis holds at this index. */
  public NDArray column(long index) {
    return select(1, index);
  }

  /** One index along an axis: an array with an axis less. */
  public NDArray select(int axis, long index) {
    return view(layout.select(layout.axis(axis), index));
  }

  /** The axes in another order; reversed, if none is given. */
  public NDArray transpose(int... axes) {
    return view(layout.transpose(axes));
  }

  /**
   * The same items in row-major order under another shape; a view where possible.
   *
   * @param shape may hold -1 once for "as long as needed"
   */
  public NDArray reshape(long... shape) {
    long[] full = ArrayFactory.complete(this, shape);
    return layout
        .reshape(full, memory.unit())
        .map(this::view)
        .orElseGet(() -> new Gather(this).dense().reshape(full));
  }

  /** All items along one axis, in row-major order; a view where possible. */
  public NDArray flatten() {
    return reshape(size());
  }

  /** One field of a structured array; the axes of an array within the field come last. */
  public NDArray field(String name) {
    return Fields.field(this, name);
  }

  /** The real parts of complex numbers. */
  public NDArray real() {
    return Fields.part(this, 0);
  }

  /** The imaginary parts of complex numbers. */
  public NDArray imag() {
    return Fields.part(this, dtype.itemSize() / 2);
  }

  /** The rows (items along the first axis) where the mask, one {@code bool} each, is true. */
  public NDArray where(NDArray mask) {
    return Selection.where(this, mask);
  }

  /** The rows with these numbers, in this order. */
  public NDArray take(long... rows) {
    return Selection.take(this, rows);
  }

  /**
   * The items as another type. Fractions are cut off; anything turns into text if it fits.
   *
   * @throws DataException if an item does not fit the type
   */
  public NDArray astype(DType type) {
    return Conversion.convert(this, type);
  }

  /** The items as the type of this name: {@code astype("int32")}. */
  public NDArray astype(String type) {
    return astype(DType.of(type));
  }

  /** All numbers in row-major order. */
  public double[] toDoubleArray() {
    return new Gather(this).doubles();
  }

  /** All numbers in row-major order, rounded. */
  public float[] toFloatArray() {
    return new Gather(this).floats();
  }

  /** All whole numbers in row-major order; a {@link DataException} if one is not. */
  public long[] toLongArray() {
    return new Gather(this).longs();
  }

  /** All whole numbers in row-major order; a {@link DataException} if one is not or does not fit. */
  public int[] toIntArray() {
    return new Gather(this).ints();
  }

  /** All items in row-major order: true or not 0. */
  public boolean[] toBooleanArray() {
    return new Gather(this).booleans();
  }

  /** All items in row-major order as texts. */
  public String[] toStringArray() {
    return new Gather(this).texts();
  }

  /** The rows of an array with two axes. */
  public double[][] toDoubleMatrix() {
    return ArrayFactory.matrix(this);
  }

  /** Writes the bytes of all items in row-major order, each as its type lays it out. */
  public void writeItems(OutputStream out) throws IOException {
    new Gather(this).into(out);
  }

  /** Same type, shape and values; NaN equals NaN. */
  @Override
  public boolean equals(Object other) {
    return other instanceof NDArray array && Equality.equal(this, array);
  }

  @Override
  public int hashCode() {
    return Equality.hash(this);
  }

  @Override
  public String toString() {
    return ArrayText.of(this);
  }
}
