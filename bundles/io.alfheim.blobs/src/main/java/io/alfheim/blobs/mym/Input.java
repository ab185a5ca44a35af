/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.mym;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;

/** Bytes being read, little end first. Nothing is read, and no count is believed, beyond the end. */
final class Input {
  private final ByteBuffer bytes;
  private final boolean wide;

  /**
   * @param wide whether counts take eight bytes, or four
   */
  Input(byte[] bytes, int start, boolean wide) {
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(start);
    this.wide = wide;
  }

  int position() {
    return bytes.position();
  }

  int remaining() {
    return bytes.remaining();
  }

  /** How many bytes a count takes. */
  int countSize() {
    return wide ? Long.BYTES : Integer.BYTES;
  }

  private void require(long length) {
    if (length > bytes.remaining()) {
      throw MymException.damaged("it ends in the middle of something");
    }
  }

  int u8() {
    require(1);
    return bytes.get() & 0xff;
  }

  int u16() {
    require(Short.BYTES);
    return bytes.getShort() & 0xffff;
  }

  int i32() {
    require(Integer.BYTES);
    return bytes.getInt();
  }

  long u32() {
    return i32() & 0xffff_ffffL;
  }

  long i64() {
    require(Long.BYTES);
    return bytes.getLong();
  }

  double f64() {
    return Double.longBitsToDouble(i64());
  }

  /** A count or a length of any size. */
  long count() {
    long count = wide ? i64() : u32();
    if (count < 0) {
      throw MymException.damaged("it has a count beyond all numbers");
    }
    return count;
  }

  /** A count of things that take at least so many bytes each, and so cannot be more than fit. */
  int count(int least) {
    long count = count();
    require(Math.multiplyHigh(count, least) == 0 ? Math.max(count, count * least) : Long.MAX_VALUE);
    return (int) count;
  }

  byte[] bytes(long length) {
    require(length);
    byte[] read = new byte[(int) length];
    bytes.get(read);
    return read;
  }

  /** A view of the next bytes. */
  ByteBuffer slice(long length) {
    require(length);
    ByteBuffer slice = bytes.slice(bytes.position(), (int) length);
    bytes.position(bytes.position() + (int) length);
    return slice.order(ByteOrder.LITTLE_ENDIAN);
  }

  String text(long length) {
    return text(slice(length));
  }

  /** A text that ends with a byte 0. */
  String zeroEnded() {
    int end = bytes.position();
    while (end < bytes.limit() && bytes.get(end) != 0) {
      end++;
    }
    String text = text(end - bytes.position());
    u8();
    return text;
  }

  private static String text(ByteBuffer utf8) {
    try {
      return UTF_8.newDecoder().decode(utf8).toString();
    } catch (CharacterCodingException e) {
      throw MymException.damaged("a text in it is not UTF-8");
    }
  }

  /** Narrows the input to the next bytes, and tells what to give to {@link #leave}. */
  int enter(long length) {
    require(length);
    int outer = bytes.limit();
    bytes.limit(bytes.position() + (int) length);
    return outer;
  }

  /** Ends what was entered, which must have been read whole. */
  void leave(int outer) {
    if (bytes.hasRemaining()) {
      throw MymException.damaged("a part of it is " + bytes.remaining() + " bytes too long");
    }
    bytes.limit(outer);
  }
}
