/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.command;

import java.io.IOException;

/**
 * A slash command.
 *
 * @param name with the slash
 * @param argument what may follow, as shown in the help; empty if nothing
 * @param help one line
 */
public record Command(String name, String argument, String help, Action action) {

  /** What a command does. */
  @FunctionalInterface
  public interface Action {

    /**
     * Does it.
     *
     * @param argument the rest of the line, without spaces around it
     * @return whether it did all it says; if not, the user has been told
     */
    boolean run(String argument) throws IOException;
  }

  /** What a command does that does all it says or throws. */
  @FunctionalInterface
  public interface Deed {

    /**
     * Does it.
     *
     * @param argument the rest of the line, without spaces around it
     */
    void run(String argument) throws IOException;
  }

  /** A command that does all it says or throws. */
  public static Command of(String name, String argument, String help, Deed deed) {
    return new Command(name, argument, help, rest -> {
      deed.run(rest);
      return true;
    });
  }
}
