/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Items in buffers, on the heap or mapped. A buffer holds at most 2 GiB, so there may be several;
 * all but the last are equally long, and no item lies across two.
 */
final class Bytes extends Memory {
  /** The most bytes that are put into one buffer. */
  private static final long SEGMENT = 1L << 30;

  private final ByteBuffer[] segments;

  /** The length of all segments but the last. */
  private final long pace;

  private final Codec codec;
  private final int size;

  private Bytes(ByteBuffer[] segments, long pace, DType type) {
    ByteOrder order = type.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    this.segments = new ByteBuffer[segments.length];
    for (int i = 0; i < segments.length; i++) {
      this.segments[i] = segments[i].duplicate().order(order);
    }
    this.pace = pace;
    this.codec = Codec.of(type);
    this.size = type.itemSize();
  }

  /** The items between position and limit of the buffers. */
  static Bytes of(DType type, List<ByteBuffer> buffers) {
    ByteBuffer[] segments = buffers.isEmpty()
        ? new ByteBuffer[] {ByteBuffer.allocate(0)}
        : buffers.stream().map(ByteBuffer::slice).toArray(ByteBuffer[]::new);
    long pace = segments.length == 1 ? Long.MAX_VALUE : segments[0].limit();
    return new Bytes(segments, pace, type);
  }

  /** Room for that many items, all bytes 0, to be filled before anyone else sees it. */
  static Bytes allocate(DType type, long count) {
    int size = Math.max(1, type.itemSize());
    long pace = Math.max(1, SEGMENT / size) * size;
    if (count > Long.MAX_VALUE / size) {
      throw DType.tooLarge(type.toString());
    }
    long total = count * type.itemSize();
    ByteBuffer[] segments = new ByteBuffer[(int) Math.max(1, (total + pace - 1) / pace)];
    for (int i = 0; i < segments.length; i++) {
      segments[i] = ByteBuffer.allocate((int) Math.min(pace, total - i * pace));
    }
    return new Bytes(segments, segments.length == 1 ? Long.MAX_VALUE : pace, type);
  }

  /** The same bytes, read as another type. */
  Bytes as(DType type) {
    return new Bytes(segments, pace, type);
  }

  private ByteBuffer segment(long at) {
    return segments[(int) (at / pace)];
  }

  private int offset(long at) {
    return (int) (at % pace);
  }

  /** How many of {@code count} items, {@code step} apart, lie in the segment of the first one. */
  private int run(long at, long step, int count) {
    if (segments.length == 1 || step == 0) {
      return count;
    }
    int offset = offset(at);
    long room = step > 0 ? (segment(at).limit() - 1 - offset) / step : offset / -step;
    return (int) Math.min(count, room + 1);
  }

  @Override
  long unit() {
    return size;
  }

  @Override
  double doubleAt(long at) {
    return codec.doubleAt(segment(at), offset(at));
  }

  @Override
  long longAt(long at) {
    return codec.longAt(segment(at), offset(at));
  }

  @Override
  Object valueAt(long at) {
    return codec.valueAt(segment(at), offset(at));
  }

  @Override
  String textAt(long at) {
    return codec.textAt(segment(at), offset(at));
  }

  @Override
  void doubles(long at, long step, double[] to, int first, int count) {
    for (int done = 0; done < count; ) {
      long here = at + done * step;
      int run = run(here, step, count - done);
      codec.doubles(segment(here), offset(here), (int) step, to, first + done, run);
      done += run;
    }
  }

  @Override
  void longs(long at, long step, long[] to, int first, int count) {
    for (int done = 0; done < count; ) {
      long here = at + done * step;
      int run = run(here, step, count - done);
      codec.longs(segment(here), offset(here), (int) step, to, first + done, run);
      done += run;
    }
  }

  @Override
  void bits(long at, long step, long[] to, int first, int count) {
    for (int done = 0; done < count; ) {
      long here = at + done * step;
      int run = run(here, step, count - done);
      codec.bits(segment(here), offset(here), (int) step, to, first + done, run);
      done += run;
    }
  }

  @Override
  void bytes(long at, long step, byte[] to, int count) {
    for (int done = 0; done < count; ) {
      long here = at + done * step;
      int run = run(here, step, count - done);
      ByteBuffer from = segment(here);
      int offset = offset(here);
      if (step == size) {
        from.get(offset, to, done * size, run * size);
      } else {
        for (int i = 0; i < run; i++) {
          from.get((int) (offset + i * step), to, (done + i) * size, size);
        }
      }
      done += run;
    }
  }

  /** Writes the bytes of items, {@code step} apart. */
  void put(long at, long step, byte[] items, int count) {
    for (int done = 0; done < count; ) {
      long here = at + done * step;
      int run = run(here, step, count - done);
      ByteBuffer to = segment(here);
      int offset = offset(here);
      if (step == size) {
        to.put(offset, items, done * size, run * size);
      } else {
        for (int i = 0; i < run; i++) {
          to.put((int) (offset + i * step), items, (done + i) * size, size);
        }
      }
      done += run;
    }
  }

  /** Writes neighbouring items. */
  void put(long at, double[] items, int count) {
    for (int done = 0; done < count; ) {
      long here = at + (long) done * size;
      int run = run(here, size, count - done);
      codec.put(segment(here), offset(here), items, done, run);
      done += run;
    }
  }

  /** Writes neighbouring items. */
  void put(long at, long[] items, int count) {
    for (int done = 0; done < count; ) {
      long here = at + (long) done * size;
      int run = run(here, size, count - done);
      codec.put(segment(here), offset(here), items, done, run);
      done += run;
    }
  }

  /** Writes items of 64 bits from the first on. */
  void putBits(long[] items) {
    for (int i = 0; i < items.length; i++) {
      long here = (long) i * Long.BYTES;
      segment(here).putLong(offset(here), items[i]);
    }
  }

  /** Writes one item. */
  void put(long at, String item) {
    codec.put(segment(at), offset(at), item);
  }
}
