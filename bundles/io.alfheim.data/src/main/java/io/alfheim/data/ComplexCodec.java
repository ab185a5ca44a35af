/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.nio.ByteBuffer;

/** Two floating point numbers, the real part first. */
final class ComplexCodec extends Codec {
  private final boolean wide;

  ComplexCodec(DType type) {
    super(type);
    wide = type.itemSize() == 16;
  }

  @Override
  Object valueAt(ByteBuffer bytes, int at) {
    return wide
        ? new Complex(bytes.getDouble(at), bytes.getDouble(at + 8))
        : new Complex(bytes.getFloat(at), bytes.getFloat(at + 4));
  }

  @Override
  void put(ByteBuffer bytes, int at, double value) {
    if (wide) {
      bytes.putDouble(at, value).putDouble(at + 8, 0);
    } else {
      bytes.putFloat(at, (float) value).putFloat(at + 4, 0);
    }
  }
}
