/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Code to run without a person.
 *
 * @param text all of it
 * @param file the name of the script; null for code that has none, of which the last value is printed
 * @param arguments what the code finds in {@code args}
 */
record BatchInput(String text, @Nullable String file, List<String> arguments) {

  /**
   * Reads what the mode names.
   *
   * @throws IOException if it cannot be read; the message is the name of the file
   */
  static BatchInput of(Mode mode, InputStream in) throws IOException {
    if (mode instanceof Mode.Expression expression) {
      return new BatchInput(expression.code(), null, expression.arguments());
    }
    if (mode instanceof Mode.Script script) {
      Path file = Path.of(script.file());
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw new NoSuchFileException(script.file());
      }
      return new BatchInput(Files.readString(file), script.file(), script.arguments());
    }
    String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    return new BatchInput(
        text, null, mode instanceof Mode.Stdin stdin ? stdin.arguments() : List.of());
  }

  /** Whether the code may use a variable. */
  boolean mentions(String name) {
    return text.contains("/open")
        || Pattern.compile("\\b" + name + "\\b").matcher(text).find();
  }
}
