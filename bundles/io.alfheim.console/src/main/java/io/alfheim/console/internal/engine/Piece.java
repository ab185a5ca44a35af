/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.engine;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The source of one snippet and where it stands.
 *
 * @param source begins with the first character that is not a space
 * @param file null at the prompt
 * @param line of the first character, from 1
 */
public record Piece(String source, @Nullable String file, int line) {
  private static final Pattern COMMAND = Pattern.compile("/[a-z]+(?:\\s.*)?");

  /** Whether this is a slash command and not Java. */
  public boolean isCommand() {
    return COMMAND.matcher(source).matches();
  }

  /** {@code analysis.jsh:12}, for a line of this piece counted from 0; empty at the prompt. */
  public String position(int lineOfPiece) {
    return file == null ? "" : file + ":" + (line + lineOfPiece);
  }

  /** A line of the source, counted from 0; empty if there is none. */
  String lineAt(int lineOfPiece) {
    return source.lines().skip(Math.max(0, lineOfPiece)).findFirst().orElse("");
  }
}
