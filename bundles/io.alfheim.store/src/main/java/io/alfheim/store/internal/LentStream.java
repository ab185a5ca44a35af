/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.internal;

import io.alfheim.store.StorePath;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * A stream lent to a writer: buffered, with errors that name the file. Closing it only flushes,
 * because many writers close what they are lent.
 */
public final class LentStream extends FilterOutputStream {
  private static final int BUFFER = 1 << 16;

  /** Copied at once, between two looks at whether somebody wants it to stop. */
  private static final int STRIDE = 1 << 23;

  private final StorePath path;
  private final Failures failures;
  private final @Nullable FileChannel channel;
  private @Nullable IOException failure;

  /** Lends a stream that is written to a path. */
  public LentStream(OutputStream out, StorePath path, Failures failures) {
    this(out, path, failures, null);
  }

  /** Lends a local file, into which others can be copied by the operating system. */
  LentStream(FileChannel channel, StorePath path, Failures failures) {
    this(Channels.newOutputStream(channel), path, failures, channel);
  }

  private LentStream(
      OutputStream out, StorePath path, Failures failures, @Nullable FileChannel channel) {
    super(new BufferedOutputStream(out, BUFFER));
    this.path = path;
    this.failures = failures;
    this.channel = channel;
  }

  /** Writes the rest of a file; false, and nothing was done, if this is not one itself. */
  boolean copy(FileChannel from) throws IOException {
    FileChannel to = channel;
    if (to == null) {
      return false;
    }
    attempt(() -> {
      out.flush();
      long count = 1;
      while (count > 0) {
        Cancellation.check();
        count = from.transferTo(from.position(), STRIDE, to);
        from.position(from.position() + count);
      }
    });
    return true;
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
