/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Items in one primitive array. */
abstract class Primitives extends Memory {

  static Memory of(double[] values) {
    return new Doubles(values);
  }

  static Memory of(float[] values) {
    return new Floats(values);
  }

  static Memory of(long[] values) {
    return new Longs(values);
  }

  static Memory of(int[] values) {
    return new Ints(values);
  }

  abstract void put(ByteBuffer to, int at);

  @Override
  long unit() {
    return 1;
  }

  @Override
  void doubles(long at, long step, double[] to, int first, int count) {
    for (int i = 0; i < count; i++) {
      to[first + i] = doubleAt(at + i * step);
    }
  }

  @Override
  void longs(long at, long step, long[] to, int first, int count) {
    for (int i = 0; i < count; i++) {
      to[first + i] = longAt(at + i * step);
    }
  }

  @Override
  void bytes(long at, long step, byte[] to, int count) {
    ByteBuffer buffer = ByteBuffer.wrap(to).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      put(buffer, (int) (at + i * step));
    }
  }

  private static final class Doubles extends Primitives {
    private final double[] values;

    Doubles(double[] values) {
      this.values = values;
    }

    @Override
    double doubleAt(long at) {
      return values[(int) at];
    }

    @Override
    long longAt(long at) {
      return Codec.whole(values[(int) at]);
    }

    @Override
    Object valueAt(long at) {
      return values[(int) at];
    }

    @Override
    String textAt(long at) {
      return Decimals.text(values[(int) at], 8);
    }

    @Override
    void doubles(long at, long step, double[] to, int first, int count) {
      if (step == 1) {
        System.arraycopy(values, (int) at, to, first, count);
      } else {
        for (int i = 0; i < count; i++) {
          to[first + i] = values[(int) (at + i * step)];
        }
      }
    }

    @Override
    void put(ByteBuffer to, int at) {
      to.putDouble(values[at]);
    }
  }

  private static final class Floats extends Primitives {
    private final float[] values;

    Floats(float[] values) {
      this.values = values;
    }

    @Override
    double doubleAt(long at) {
      return values[(int) at];
    }

    @Override
    long longAt(long at) {
      return Codec.whole(values[(int) at]);
    }

    @Override
    Object valueAt(long at) {
      return values[(int) at];
    }

    @Override
    String textAt(long at) {
      return Decimals.text(values[(int) at], 4);
    }

    @Override
    void doubles(long at, long step, double[] to, int first, int count) {
      for (int i = 0; i < count; i++) {
        to[first + i] = values[(int) (at + i * step)];
      }
    }

    @Override
    void put(ByteBuffer to, int at) {
      to.putFloat(values[at]);
    }
  }

  private static final class Longs extends Primitives {
    private final long[] values;

    Longs(long[] values) {
      this.values = values;
    }

    @Override
    double doubleAt(long at) {
      return values[(int) at];
    }

    @Override
    long longAt(long at) {
      return values[(int) at];
    }

    @Override
    Object valueAt(long at) {
      return values[(int) at];
    }

    @Override
    String textAt(long at) {
      return Long.toString(values[(int) at]);
    }

    @Override
    void longs(long at, long step, long[] to, int first, int count) {
      if (step == 1) {
        System.arraycopy(values, (int) at, to, first, count);
      } else {
        super.longs(at, step, to, first, count);
      }
    }

    @Override
    void put(ByteBuffer to, int at) {
      to.putLong(values[at]);
    }
  }

  private static final class Ints extends Primitives {
    private final int[] values;

    Ints(int[] values) {
      this.values = values;
    }

    @Override
    double doubleAt(long at) {
      return values[(int) at];
    }

    @Override
    long longAt(long at) {
      return values[(int) at];
    }

    @Override
    Object valueAt(long at) {
      return values[(int) at];
    }

    @Override
    String textAt(long at) {
      return Integer.toString(values[(int) at]);
    }

    @Override
    void put(ByteBuffer to, int at) {
      to.putInt(values[at]);
    }
  }
}
