/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Code from outside: UTF-8 and nothing else, as what is guessed would be run. */
public final class SourceText {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private SourceText() {}

  /**
   * The text of a script.
   *
   * @param name how the user calls the file
   * @throws java.nio.file.FileSystemException if there is no such file or it cannot be read
   * @throws IOException if it is not a text in UTF-8; the message is for the user
   */
  public static String of(Path file, String name) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("'" + name + "' is a folder. Name a file in it.");
    }
    return of(
        Files.readAllBytes(file),
        "'" + name + "'",
        "Save it as UTF-8, for example: iconv -f latin1 -t utf-8 '" + name + "' > utf8.jsh.");
  }

  /**
   * The text of some bytes.
   *
   * @param what what they are, to begin a sentence with
   * @param next what to do if they are not UTF-8
   * @throws IOException if they are not UTF-8; the message is for the user
   */
  public static String of(byte[] bytes, String what, String next) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CharsetDecoder decoder = StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
    if (decoder.decode(in, out, true).isError()) {
      throw new IOException("%s is not UTF-8: line %d has the byte 0x%02X. %s"
          .formatted(what, lineOf(out), bytes[in.position()], next));
    }
    String text = out.flip().toString();
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  /** The line after what could be read. */
  private static long lineOf(CharBuffer read) {
    return 1 + read.flip().chars().filter(c -> c == '\n').count();
  }
}
