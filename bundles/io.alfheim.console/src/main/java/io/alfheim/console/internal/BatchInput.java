/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal;

import io.alfheim.console.internal.command.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Code to run without a person.
 *
 * @param texts all of it; one after the other
 * @param file the name of the script; null for code that has none, of which the last value is printed
 * @param arguments what the code finds in {@code args}
 */
record BatchInput(List<String> texts, @Nullable String file, List<String> arguments) {

  /**
   * Reads what the mode names.
   *
   * @throws java.nio.file.FileSystemException if there is no script of the name, or none for us
   * @throws IOException if it cannot be read; the message is for the user
   */
  static BatchInput of(Mode mode, InputStream in) throws IOException {
    if (mode instanceof Mode.Expression expression) {
      return new BatchInput(expression.codes(), null, expression.arguments());
    }
    if (mode instanceof Mode.Script script) {
      Path file = Path.of(script.file());
      List<String> texts = List.of(SourceText.of(file, script.file()));
      return new BatchInput(texts, script.file(), script.arguments());
    }
    String text = SourceText.of(
        in.readAllBytes(),
        "Standard input",
        "Send it as UTF-8, for example through: iconv -f latin1 -t utf-8.");
    return new BatchInput(
        List.of(text), null, mode instanceof Mode.Stdin stdin ? stdin.arguments() : List.of());
  }

  /** Whether the code may use a variable. */
  boolean mentions(String name) {
    Pattern mention = Pattern.compile("/open|\\b" + name + "\\b");
    return texts.stream().anyMatch(text -> mention.matcher(text).find());
  }
}
