/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.vfs;

import io.alfheim.store.internal.Cancellation;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.commons.vfs2.RandomAccessContent;

/** VFS's random access as the channel of the JDK. */
final class RandomAccessChannel extends ReadOnlyChannel {
  private static final int CHUNK = 1 << 16;

  private final RandomAccessContent content;

  RandomAccessChannel(RandomAccessContent content) throws IOException {
    super(content.length());
    this.content = content;
  }

  @Override
  void read(ByteBuffer target, long from, int count) throws IOException {
    // To seek where one is already would open a new stream in some file systems.
    if (content.getFilePointer() != from) {
      content.seek(from);
    }
    byte[] chunk = new byte[Math.min(count, CHUNK)];
    for (int left = count; left > 0; left -= chunk.length) {
      Cancellation.check();
      int length = Math.min(left, chunk.length);
      content.readFully(chunk, 0, length);
      target.put(chunk, 0, length);
    }
  }

  @Override
  void release() throws IOException {
    content.close();
  }
}
