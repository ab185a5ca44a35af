/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal;

import io.alfheim.catalog.CheckReport;
import io.alfheim.catalog.FetchReport;
import io.alfheim.console.internal.command.Interpreter;
import io.alfheim.console.internal.command.StandardCommands;
import io.alfheim.console.internal.engine.Outcome;
import io.alfheim.console.internal.engine.Session;
import io.alfheim.console.internal.render.Display;
import io.alfheim.console.internal.render.Transcript;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/** Runs a whole text without a person: stops at the first error. */
final class BatchRun {
  private final SessionSource sessions;
  private final Display out;
  private final Transcript err;
  private @Nullable Outcome last;

  /**
   * A run on the standard streams.
   *
   * @param out how values are shown
   * @param err how trouble is told
   */
  BatchRun(SessionSource sessions, Display out, Display err) {
    this.sessions = sessions;
    this.out = out;
    this.err = new Transcript(err);
  }

  /**
   * Runs the code.
   *
   * @return the exit code
   */
  int run(BatchInput input) {
    var unused = Signals.register("INT", this::interrupt);
    sessions.start();
    Interpreter interpreter = new Interpreter(sessions, this::take, System.err::println);
    StandardCommands.addTo(interpreter, sessions, out, System.out::println);
    boolean good = interpreter.enter(input.texts(), input.file())
        && (input.file() != null || printLast(sessions.get()));
    System.out.flush();
    return interpreter.exit().orElseGet(() -> good ? verdictOfLast() : codeOfLast());
  }

  /** Programs want to know what a check found, and whether a fetch was merged. */
  private int verdictOfLast() {
    @Nullable Object value = last instanceof Outcome.Value told ? told.value() : null;
    if (value instanceof FetchReport fetch && !fetch.merged()) {
      return ExitCode.ERROR;
    }
    return value instanceof CheckReport check ? check.exitCode() : ExitCode.OK;
  }

  private int codeOfLast() {
    return last instanceof Outcome.Interrupted ? ExitCode.INTERRUPTED : ExitCode.ERROR;
  }

  private void take(Outcome outcome, Session session) {
    last = outcome;
    if (!outcome.good()) {
      System.out.flush();
      System.err.println(err.trouble(outcome, session));
    }
  }

  private boolean printLast(Session session) {
    if (last instanceof Outcome.Value value) {
      return print(value.value(), session);
    }
    return !(last instanceof Outcome.Variable variable) || print(variable.value(), session);
  }

  /** Some values look things up only when they are shown, and may fail or be stopped then. */
  private boolean print(@Nullable Object value, Session session) {
    Outcome told = session.describe(() -> out.full(value));
    if (told instanceof Outcome.Value text) {
      System.out.println(text.value());
    } else {
      take(told, session);
    }
    return told.good();
  }

  private void interrupt() {
    if (!sessions.stop()) {
      System.exit(ExitCode.INTERRUPTED);
    }
  }
}
