/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.launcher;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The command line.
 *
 * @param home the home folder asked for
 * @param arguments what is left for the console: {@code -e CODE -e CODE …}, {@code - …}, {@code
 *     FILE …}
 */
record Options(Action action, Optional<Path> home, List<String> arguments) {

  /** What to do. */
  enum Action {
    RUN,
    DEMO,
    HELP,
    VERSION
  }

  static final String HELP = """
      Usage: alfheim [OPTION…] [FILE [ARG…]]

        (nothing)    a prompt; piped input is run like -
        FILE         run a script; it finds the arguments in 'args'
        -e CODE      run the code and print the value of its last expression;
                     several are run in turn; the next goes on with what one left open
        -            run standard input and print the value of its last expression

        --home DIR   the home folder; otherwise $ALFHEIM_HOME, otherwise ~/.alfheim
        --demo       a small catalog to play with; leaves your home alone
        --version    the version of Alfheim and of Java
        --help       this text

      The exit code is 0 if all went well, 1 after an error in the code or if its value is a
      check that found something or a fetch that was not merged, 2 if the command line is
      wrong, 130 after Ctrl-C, and N after /exit N.
      """;

  /**
   * Reads the options up to the first argument that is for the console.
   *
   * @throws UsageException if there is an option that nobody knows or one without its value
   */
  static Options parse(String... commandLine) {
    Deque<String> rest = new ArrayDeque<>(List.of(commandLine));
    List<String> code = new ArrayList<>();
    Action action = Action.RUN;
    Optional<Path> home = Optional.empty();
    while (!rest.isEmpty() && rest.peek().startsWith("-") && !rest.peek().equals("-")) {
      String option = rest.pop();
      if (option.startsWith("--home=")) {
        home = Optional.of(folder(option.substring("--home=".length())));
        continue;
      }
      switch (option) {
        case "-e" -> code.addAll(List.of(option, value(rest, "-e", "code: alfheim -e '1 + 1'")));
        case "--home" -> home = Optional.of(folder(value(rest, "--home", "a folder")));
        case "--demo" -> action = Action.DEMO;
        case "--help", "-h" -> action = Action.HELP;
        case "--version" -> action = Action.VERSION;
        default ->
          throw new UsageException("There is no option '" + option + "'. See alfheim --help.");
      }
    }
    List<String> arguments = new ArrayList<>(code);
    arguments.addAll(rest);
    return new Options(action, home, List.copyOf(arguments));
  }

  private static String value(Deque<String> rest, String option, String what) {
    if (rest.isEmpty()) {
      throw new UsageException("The option '" + option + "' needs " + what + ".");
    }
    return rest.pop();
  }

  private static Path folder(String value) {
    if (value.isEmpty()) {
      throw new UsageException("The option '--home' needs a folder.");
    }
    return Path.of(value);
  }
}
