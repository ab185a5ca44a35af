/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.internal;

import io.alfheim.store.StorePath;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A stream lent to a writer: buffered, with errors that name the file. Closing it only flushes,
 * because many writers close what they are lent.
 */
public final class LentStream extends FilterOutputStream {
  private static final int BUFFER = 1 << 16;

  private final StorePath path;
  private final Failures failures;
  private @Nullable IOException failure;

  /** Lends a stream that is written to a path. */
  public LentStream(OutputStream out, StorePath path, Failures failures) {
    super(new BufferedOutputStream(out, BUFFER));
    this.path = path;
    this.failures = failures;
  }

  @Override
  public void write(int b) throws IOException {
    attempt(() -> out.write(b));
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    Cancellation.check();
    attempt(() -> out.write(bytes, offset, length));
  }

  @Override
  public void flush() throws IOException {
    attempt(out::flush);
  }

  @Override
  public void close() throws IOException {
    flush();
  }

  private interface Step {
    void run() throws IOException;
  }

  /** An error is for good: a writer may swallow it, as a PrintStream does, and the file has a hole. */
  private void attempt(Step step) throws IOException {
    if (failure != null) {
      throw failure;
    }
    try {
      step.run();
    } catch (IOException e) {
      failure = failures.translate(path, e);
      throw failure;
    }
  }
}
