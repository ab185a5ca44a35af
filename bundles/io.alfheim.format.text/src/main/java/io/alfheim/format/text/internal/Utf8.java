/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.text.internal;

import io.alfheim.data.ByteSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** UTF-8 text that is refused, not repaired, where it is broken. */
final class Utf8 {
  private Utf8() {}

  /**
   * The text after the byte order mark, if there is one.
   *
   * @throws java.nio.charset.CharacterCodingException if it is not UTF-8, then or later
   */
  static Reader reader(ByteSource source) throws IOException {
    InputStream bytes = source.openStream();
    try {
      Reader text =
          new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()));
      text.mark(1);
      if (text.read() != '\ufeff') {
        text.reset();
      }
      return text;
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }

  /** The text as bytes. */
  static ByteBuffer encode(String text) throws IOException {
    try {
      return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
    } catch (CharacterCodingException e) {
      throw new IOException("A text with half a surrogate pair in it cannot be written.", e);
    }
  }
}
