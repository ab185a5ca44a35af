/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/**
 * The bytes of a source, which goes on where it was cut off. For who checks the whole in the end: it may
 * have changed meanwhile.
 */
final class ResumedStream extends InputStream {
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final int LONGEST = 7;

  /** Who gets on by less has not got on. */
  private static final long STEP = 1 << 16;

  private final ContentSource source;
  private InputStream in;
  private long position;
  private long lastCut;
  private int cuts;

  ResumedStream(ContentSource source) throws IOException {
    this.source = source;
    this.in = source.openStream();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    while (true) {
      try {
        int count = in.read(bytes, offset, length);
        position += Math.max(0, count);
        return count;
      } catch (NoSuchFileException | AccessDeniedException e) {
        throw e;
      } catch (IOException cut) {
        goOn(cut);
      }
    }
  }

  private void goOn(IOException cut) throws IOException {
    cuts = position - lastCut >= STEP ? 1 : cuts + 1;
    lastCut = position;
    while (true) {
      if (cuts > source.content().retries()) {
        throw cut;
      }
      pause(FIRST_PAUSE_MILLIS << Math.min(cuts, LONGEST));
      closeBroken();
      try {
        in = source.openStream(position);
        return;
      } catch (NoSuchFileException | AccessDeniedException e) {
        throw e;
      } catch (IOException again) {
        cuts++;
      }
    }
  }

  private void closeBroken() {
    try {
      in.close();
    } catch (IOException cutAnyway) {
      // Another takes its place.
    }
  }

  private static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Copying was cancelled.");
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
