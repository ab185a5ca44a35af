/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Bytes padded with NUL, each one a character. */
final class AsciiCodec extends Codec {
  private final int size;

  AsciiCodec(DType type) {
    super(type);
    size = type.itemSize();
  }

  @Override
  Object valueAt(ByteBuffer bytes, int at) {
    int end = size;
    while (end > 0 && bytes.get(at + end - 1) == 0) {
      end--;
    }
    byte[] text = new byte[end];
    bytes.get(at, text);
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  @Override
  void put(ByteBuffer bytes, int at, String value) {
    if (value.length() > size) {
      throw TextCodec.tooLong(value, type(), "S" + value.length());
    }
    if (!StandardCharsets.ISO_8859_1.newEncoder().canEncode(value)) {
      throw new DataException(
          "'" + value + "' has characters that are not one byte.", "Use a U type.");
    }
    bytes.put(at, value.getBytes(StandardCharsets.ISO_8859_1));
  }
}
