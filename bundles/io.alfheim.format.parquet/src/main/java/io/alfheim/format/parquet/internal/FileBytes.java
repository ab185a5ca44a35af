/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.parquet.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** The bytes of a file, taken from where they are said to be and nowhere beyond. */
final class FileBytes {
  private final SeekableByteChannel channel;
  private final long size;

  FileBytes(SeekableByteChannel channel) throws IOException {
    this.channel = channel;
    this.size = channel.size();
  }

  long size() {
    return size;
  }

  byte[] read(long offset, long length, String what) throws IOException {
    if (offset < 0 || length < 0 || length > Integer.MAX_VALUE - 8 || offset > size - length) {
      throw new IOException(
          what + " is said to be " + length + " bytes at " + offset + ", the file has " + size);
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) length);
    channel.position(offset);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes) < 0) {
        throw new IOException("the file ends within " + what);
      }
    }
    return bytes.array();
  }
}
