/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.mym;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** The compressed form: a magic word, the length before compression, a zlib stream. */
final class Zipped {
  private static final byte[] MAGIC = "ZL123\0".getBytes(US_ASCII);
  /** No stream of zlib grows to more than this many times its length. */
  private static final long MOST = 1032;

  private static final int FIRST_GUESS = 1 << 16;

  private Zipped() {}

  static boolean is(byte[] bytes) {
    return bytes.length >= MAGIC.length
        && Arrays.equals(MAGIC, 0, MAGIC.length, bytes, 0, MAGIC.length);
  }

  /** With zlib's default level, as the identity of a value depends on every byte of it. */
  static byte[] pack(byte[] plain) {
    Deflater deflater = new Deflater();
    try {
      deflater.setInput(plain);
      deflater.finish();
      ByteBuffer head = ByteBuffer.allocate(MAGIC.length + Long.BYTES);
      head.order(ByteOrder.LITTLE_ENDIAN).put(MAGIC).putLong(plain.length);
      byte[] out = Arrays.copyOf(head.array(), head.capacity() + plain.length);
      int length = head.capacity();
      while (!deflater.finished() && length < out.length) {
        length += deflater.deflate(out, length, out.length - length);
      }
      return Arrays.copyOf(out, length);
    } finally {
      deflater.end();
    }
  }

  static byte[] unpack(byte[] bytes, boolean wide) {
    Input head = new Input(bytes, MAGIC.length, wide);
    long length = head.count();
    int start = head.position();
    if (length > Integer.MAX_VALUE - 16 || length > (bytes.length - start + 1) * MOST) {
      throw MymException.damaged("it claims to be " + length + " bytes long when unpacked");
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(bytes, start, bytes.length - start);
      return inflate(inflater, (int) length);
    } catch (DataFormatException e) {
      throw MymException.damaged("its compressed part is not a stream of zlib");
    } finally {
      inflater.end();
    }
  }

  /** The memory grows with what is really there. */
  private static byte[] inflate(Inflater inflater, int length) throws DataFormatException {
    byte[] out = new byte[Math.min(length + 1, FIRST_GUESS)];
    int filled = 0;
    while (!inflater.finished() && filled <= length) {
      if (filled == out.length) {
        out = Arrays.copyOf(out, (int) Math.min(length + 1L, 2L * out.length));
      }
      int more = inflater.inflate(out, filled, out.length - filled);
      if (more == 0 && !inflater.finished()) {
        throw MymException.damaged("its compressed part ends too early");
      }
      filled += more;
    }
    if (filled != length) {
      throw MymException.damaged("unpacked it has not the " + length + " bytes that it claims");
    }
    return filled == out.length ? out : Arrays.copyOf(out, filled);
  }
}
