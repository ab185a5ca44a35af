/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.npy.internal;

import io.alfheim.data.NDArray;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Everything in front of the items of an npy file: magic, version, length of the header, header.
 *
 * @param length in bytes, from the start of the file to the first item
 */
record Preamble(Header header, long length) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int MOST_HEADER_BYTES = 1 << 20;

  /** Items start at a multiple of this. */
  private static final int ALIGNMENT = 64;

  /** Numpy leaves room for the first axis to grow to so many digits. */
  private static final int GROWTH_DIGITS = 21;

  /**
   * Reads up to the first item.
   *
   * @param present the number of bytes of the whole file
   */
  static Preamble read(InputStream in, long present) throws IOException {
    DataInputStream data = new DataInputStream(in);
    byte[] magic = data.readNBytes(MAGIC.length);
    if (!Arrays.equals(magic, MAGIC)) {
      throw new MalformedException(
          magic.length == 0 ? "it is empty" : "it does not start with \\x93NUMPY");
    }
    try {
      int version = data.readUnsignedByte();
      int minor = data.readUnsignedByte();
      if (version < 1 || version > 3 || minor != 0) {
        throw new MalformedException(
            "it is of version " + version + "." + minor + "; known are 1.0, 2.0 and 3.0");
      }
      ByteBuffer size = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
      data.readFully(size.array(), 0, version == 1 ? 2 : 4);
      long length = Integer.toUnsignedLong(size.getInt(0));
      long start = MAGIC.length + 2L + (version == 1 ? 2 : 4);
      if (length > present - start || length > MOST_HEADER_BYTES) {
        throw new MalformedException("the header should have " + length + " bytes, but "
            + (length > present - start
                ? "only " + Math.max(0, present - start) + " are left"
                : MOST_HEADER_BYTES + " is the most that is read"));
      }
      byte[] header = new byte[(int) length];
      data.readFully(header);
      return new Preamble(Header.parse(decode(header, version)), start + length);
    } catch (EOFException e) {
      throw new MalformedException("it ends within the header", e);
    }
  }

  private static String decode(byte[] header, int version) throws MalformedException {
    Charset charset = version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(header)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedException("the header is not UTF-8", e);
    }
  }

  /** The bytes that numpy puts in front of the items of this array, in the oldest version fit. */
  static byte[] of(NDArray array) throws IOException {
    boolean columnMajor = array.isColumnMajor();
    String text = Header.text(array.dtype(), columnMajor, array.shape());
    int growing = columnMajor ? array.rank() - 1 : 0;
    int digits = array.rank() == 0 ? GROWTH_DIGITS : digits(array.shape(growing));
    String header = text + " ".repeat(GROWTH_DIGITS - digits);
    boolean latin = StandardCharsets.ISO_8859_1.newEncoder().canEncode(header);
    byte[] bytes = header.getBytes(latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    int version = !latin ? 3 : padded(bytes.length, 10) - 10 > 0xffff ? 2 : 1;
    int start = version == 1 ? 10 : 12;
    int end = padded(bytes.length, start);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(MAGIC);
    out.write(new byte[] {(byte) version, 0});
    ByteBuffer size = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(end - start);
    out.write(size.array(), 0, start - MAGIC.length - 2);
    out.write(bytes);
    out.write(" ".repeat(end - start - bytes.length - 1).getBytes(StandardCharsets.US_ASCII));
    out.write('\n');
    return out.toByteArray();
  }

  private static int digits(long length) {
    return Long.toString(length).length();
  }

  /** Where the items start: never right behind the line end, for numpy pads by 1 to 64. */
  private static int padded(int header, int start) {
    int end = start + header + 1;
    return end + ALIGNMENT - end % ALIGNMENT;
  }
}
