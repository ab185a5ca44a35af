/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** Bytes without a meaning of their own. */
final class RawCodec extends Codec {

  RawCodec(DType type) {
    super(type);
  }

  @Override
  Object valueAt(ByteBuffer bytes, int at) {
    byte[] value = new byte[type().itemSize()];
    bytes.get(at, value);
    return value;
  }

  @Override
  String textAt(ByteBuffer bytes, int at) {
    byte[] value = (byte[]) valueAt(bytes, at);
    return value.length == 0
        ? "b''"
        : "b'" + HexFormat.of().withPrefix("\\x").withUpperCase().formatHex(value) + "'";
  }
}
