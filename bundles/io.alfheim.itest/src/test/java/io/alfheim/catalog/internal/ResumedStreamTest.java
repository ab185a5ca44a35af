/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.store.Content;
import io.alfheim.store.Location;
import io.alfheim.store.StorePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import org.junit.jupiter.api.Test;

/** Bytes over a wire that breaks. */
class ResumedStreamTest {
  private static final byte[] BYTES = "what is far away".getBytes(UTF_8);

  /** Its first stream breaks after a few bytes, and cannot even be closed. */
  private static final class Broken implements Content {
    private final int retries;
    private boolean cut;

    Broken(int retries) {
      this.retries = retries;
    }

    @Override
    public int retries() {
      return retries;
    }

    @Override
    public long size() {
      return BYTES.length;
    }

    @Override
    public InputStream openStream() {
      return openStream(0);
    }

    @Override
    public InputStream openStream(long from) {
      InputStream rest = new ByteArrayInputStream(BYTES, (int) from, BYTES.length - (int) from);
      if (cut) {
        return rest;
      }
      cut = true;
      return new InputStream() {
        private int left = 5;

        @Override
        public int read() throws IOException {
          if (left-- == 0) {
            throw new IOException("The wire was cut.");
          }
          return rest.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
          bytes[offset] = (byte) read();
          return 1;
        }

        @Override
        public void close() throws IOException {
          throw new IOException("The wire was cut.");
        }
      };
    }

    @Override
    public SeekableByteChannel openChannel() throws IOException {
      throw new IOException("Not needed here.");
    }
  }

  @Test
  void itGoesOnAlsoWhenTheBrokenStreamCannotBeClosed() throws IOException {
    Location far = new Location("far", new StorePath("a.npy"));
    try (InputStream in = new ResumedStream(new ContentSource(far, new Broken(2)))) {
      assertThat(in.readAllBytes()).isEqualTo(BYTES);
    }
  }

  @Test
  void itDoesNotGoOnWhereTheStoreDoesNotWantIt() throws IOException {
    Location far = new Location("far", new StorePath("a.npy"));
    try (InputStream in = new ResumedStream(new ContentSource(far, new Broken(0)))) {
      assertThatThrownBy(in::readAllBytes).hasMessage("The wire was cut.");
    } catch (IOException brokenToTheEnd) {
      assertThat(brokenToTheEnd).hasMessage("The wire was cut.");
    }
  }
}
