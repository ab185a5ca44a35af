/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.sftp.internal;

import io.alfheim.store.StorePath;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A file that is being written, over a channel that is given back at its end. */
final class LeasedOutput extends FilterOutputStream {
  private final Lease lease;
  private final Login login;
  private final StorePath path;
  private boolean broken;
  private boolean closed;

  LeasedOutput(OutputStream out, Lease lease, Login login, StorePath path) {
    super(out);
    this.lease = lease;
    this.login = login;
    this.path = path;
  }

  @Override
  public void write(int b) throws IOException {
    attempt(() -> out.write(b));
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    attempt(() -> out.write(bytes, offset, length));
  }

  @Override
  public void flush() throws IOException {
    attempt(out::flush);
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (!broken) {
        attempt(out::close);
      }
    } finally {
      lease.end(broken);
    }
  }

  private interface Step {
    void run() throws IOException;
  }

  private void attempt(Step step) throws IOException {
    try {
      step.run();
    } catch (IOException e) {
      broken = true;
      throw SftpFailure.broken(login, path, e);
    }
  }
}
