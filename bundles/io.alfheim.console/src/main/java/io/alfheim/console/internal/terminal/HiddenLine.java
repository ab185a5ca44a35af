/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.terminal;

import io.alfheim.store.SecretPrompt;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;

/** A line that is typed and neither shown nor kept. */
public final class HiddenLine implements SecretPrompt {
  private static final char NOTHING = 0;

  private final Terminal terminal;
  private final BooleanSupplier busy;

  /**
   * On a terminal.
   *
   * @param busy whether somebody else reads from it right now
   */
  public HiddenLine(Terminal terminal, BooleanSupplier busy) {
    this.terminal = terminal;
    this.busy = busy;
  }

  @Override
  public String ask(String words) throws IOException {
    if (busy.getAsBoolean()) {
      throw new IOException("You cannot be asked for '" + words
          + "' while you type a line. Open the store at the prompt: stores.get(\"NAME\").");
    }
    LineReader reader = LineReaderBuilder.builder()
        .terminal(terminal)
        .parser(new DefaultParser().quoteChars(new char[0]).escapeChars(new char[0]))
        .option(Option.DISABLE_EVENT_EXPANSION, true)
        .build();
    try {
      return reader.readLine(words + ": ", NOTHING);
    } catch (UserInterruptException | EndOfFileException e) {
      // It was the question that was stopped; what asked is told so by an error.
      boolean unused = Thread.interrupted();
      throw new IOException("The question for '" + words + "' was cancelled. Try again, or keep it"
          + " elsewhere: $[env:NAME], $[file:/path].");
    }
  }
}
