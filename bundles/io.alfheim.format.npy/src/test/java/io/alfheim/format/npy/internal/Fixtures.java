/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.npy.internal;

import io.alfheim.data.NDArray;
import io.alfheim.testkit.MemorySource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Files that numpy wrote; {@code fixtures.py} beside them makes them. */
final class Fixtures {

  private Fixtures() {}

  static byte[] bytes(String name) throws IOException {
    try (InputStream in = Fixtures.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  static MemorySource source(String name) throws IOException {
    return MemorySource.of(name, bytes(name));
  }

  static String text(String name) throws IOException {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  static NDArray npy(String name) throws IOException {
    return new NpyReader().read(source(name)).array();
  }

  /** An npy file of version 1 with this header and these bytes behind it. */
  static MemorySource withHeader(String header, int... items) {
    byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
    byte[] file = new byte[10 + text.length + items.length];
    byte[] magic = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    System.arraycopy(magic, 0, file, 0, magic.length);
    file[8] = (byte) text.length;
    file[9] = (byte) (text.length >> 8);
    System.arraycopy(text, 0, file, 10, text.length);
    for (int i = 0; i < items.length; i++) {
      file[10 + text.length + i] = (byte) items[i];
    }
    return MemorySource.of("made.npy", file);
  }
}
