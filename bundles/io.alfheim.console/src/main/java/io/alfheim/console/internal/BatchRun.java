/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal;

import io.alfheim.console.internal.command.Interpreter;
import io.alfheim.console.internal.command.StandardCommands;
import io.alfheim.console.internal.engine.Outcome;
import io.alfheim.console.internal.engine.Session;
import io.alfheim.console.internal.render.Display;
import io.alfheim.console.internal.render.Transcript;
import java.io.PrintStream;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/** Runs a whole text without a person: stops at the first error. */
final class BatchRun {
  private final SessionSource sessions;
  private final Display display;
  private final Transcript errors;
  private final PrintStream out;
  private final PrintStream err;
  private @Nullable Outcome last;

  /**
   * A run with its own streams.
   *
   * @param errors how trouble is told
   */
  BatchRun(
      SessionSource sessions,
      Display display,
      Transcript errors,
      PrintStream out,
      PrintStream err) {
    this.sessions = sessions;
    this.display = display;
    this.errors = errors;
    this.out = out;
    this.err = err;
  }

  /**
   * Runs the text.
   *
   * @param file the name of the script; null for code that has none
   * @param printLast whether the value of the last expression is printed
   * @return the exit code
   */
  int run(String text, @Nullable String file, boolean printLast) {
    var unused = Signals.register("INT", this::interrupt);
    sessions.start();
    Interpreter interpreter = new Interpreter(sessions, this::take, err::println);
    StandardCommands.addTo(interpreter, sessions, display, out::println);
    boolean good = interpreter.enter(text, file);
    if (good && printLast) {
      printLast();
    }
    out.flush();
    return interpreter.exit().orElseGet(() -> good ? ExitCode.OK : codeOfLast());
  }

  private int codeOfLast() {
    return last instanceof Outcome.Interrupted ? ExitCode.INTERRUPTED : ExitCode.ERROR;
  }

  private void take(Outcome outcome, Session session) {
    last = outcome;
    if (!outcome.good()) {
      out.flush();
      err.println(errors.trouble(outcome, session));
    }
  }

  private void printLast() {
    if (last instanceof Outcome.Value value) {
      out.println(display.full(value.value()));
    } else if (last instanceof Outcome.Variable variable) {
      out.println(display.full(variable.value()));
    }
  }

  private void interrupt() {
    if (!sessions.stop()) {
      Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
    }
  }
}
