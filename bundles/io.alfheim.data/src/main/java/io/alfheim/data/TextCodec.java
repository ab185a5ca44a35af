/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.nio.ByteBuffer;

/** Code points of 32 bits, padded with NUL. */
final class TextCodec extends Codec {
  private static final int REPLACEMENT = 0xfffd;

  private final int size;

  TextCodec(DType type) {
    super(type);
    size = type.itemSize();
  }

  @Override
  Object valueAt(ByteBuffer bytes, int at) {
    int end = size;
    while (end > 0 && bytes.getInt(at + end - 4) == 0) {
      end -= 4;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < end; i += 4) {
      int point = bytes.getInt(at + i);
      text.appendCodePoint(Character.isValidCodePoint(point) ? point : REPLACEMENT);
    }
    return text.toString();
  }

  @Override
  void put(ByteBuffer bytes, int at, String value) {
    int[] points = value.codePoints().toArray();
    if (points.length * 4L > size) {
      throw tooLong(value, type(), "<U" + points.length);
    }
    for (int i = 0; i < points.length; i++) {
      bytes.putInt(at + 4 * i, points[i]);
    }
  }

  static DataException tooLong(String value, DType type, String wider) {
    return new DataException(
        "'" + value + "' does not fit " + type + ".", "Use \"" + wider + "\" or wider.");
  }
}
