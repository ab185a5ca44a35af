/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The same small whole numbers as arrays that lie in memory in different ways. */
enum ArrayKinds {
  DOUBLES {
    @Override
    NDArray make(Naive naive) {
      return NDArray.wrap(naive.toArray(), naive.longShape());
    }
  },
  LONGS {
    @Override
    NDArray make(Naive naive) {
      long[] values = Arrays.stream(naive.toArray()).mapToLong(v -> (long) v).toArray();
      return NDArray.wrap(values, naive.longShape());
    }
  },
  BIG_ENDIAN_SEGMENTS {
    @Override
    NDArray make(Naive naive) {
      double[] values = naive.toArray();
      List<ByteBuffer> buffers = new ArrayList<>();
      for (int start = 0; start < values.length; start += 5) {
        ByteBuffer buffer = ByteBuffer.allocate(2 * Math.min(5, values.length - start));
        for (int i = start; i < Math.min(start + 5, values.length); i++) {
          buffer.putShort((short) values[i]);
        }
        buffers.add(buffer.flip());
      }
      return NDArray.wrap(DType.of(">i2"), naive.longShape(), buffers);
    }
  },
  FIELD {
    @Override
    NDArray make(Naive naive) {
      DType type = DType.struct(
          List.of(
              new DType.Field("x", DType.INT8, List.of(), 1),
              new DType.Field("y", DType.of(">f4"), List.of(), 2)),
          7);
      ByteBuffer buffer = ByteBuffer.allocate(7 * naive.values().size());
      double[] values = naive.toArray();
      for (int i = 0; i < values.length; i++) {
        buffer.put(7 * i + 1, (byte) 99).putFloat(7 * i + 2, (float) values[i]);
      }
      return NDArray.wrap(type, naive.longShape(), List.of(buffer)).field("y");
    }
  },
  COLUMN_MAJOR {
    @Override
    NDArray make(Naive naive) {
      int rank = naive.shape().size();
      Naive turned =
          naive.permute(IntStream.range(0, rank).mapToObj(i -> rank - 1 - i).toList());
      ByteBuffer buffer =
          ByteBuffer.allocateDirect(4 * naive.values().size()).order(ByteOrder.LITTLE_ENDIAN);
      for (double value : turned.toArray()) {
        buffer.putInt((int) value);
      }
      return NDArray.wrap(DType.INT32, turned.longShape(), List.of(buffer.flip()))
          .transpose();
    }
  };

  abstract NDArray make(Naive naive);
}
