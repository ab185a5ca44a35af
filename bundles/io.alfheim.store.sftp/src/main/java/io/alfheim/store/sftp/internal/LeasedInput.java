/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.sftp.internal;

import io.alfheim.store.StorePath;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Some bytes of a file, over a channel that is given back at their end. */
final class LeasedInput extends FilterInputStream {
  private final Lease lease;
  private final Login login;
  private final StorePath path;
  private long left;
  private boolean broken;
  private boolean closed;

  LeasedInput(InputStream in, Lease lease, long length, Login login, StorePath path) {
    super(in);
    this.lease = lease;
    this.left = length;
    this.login = login;
    this.path = path;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (left == 0) {
      return -1;
    }
    try {
      int count = in.read(bytes, offset, (int) Math.min(left, length));
      left -= Math.max(0, count);
      return count;
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private IOException broken(IOException e) {
    // Nothing more is to be said over this channel.
    broken = true;
    return SftpFailure.broken(login, path, e);
  }

  @Override
  public long skip(long count) throws IOException {
    try {
      long skipped = in.skip(Math.min(count, left));
      left -= skipped;
      return skipped;
    } catch (IOException e) {
      throw broken(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    boolean interrupted = Thread.currentThread().isInterrupted();
    try {
      if (!broken) {
        in.close();
      }
    } catch (IOException e) {
      // All that was wanted has been read.
      broken = true;
    } finally {
      lease.end(broken);
      if (interrupted) {
        // JSch waits for the rest of what it asked for, and forgets.
        Thread.currentThread().interrupt();
      }
    }
  }
}
