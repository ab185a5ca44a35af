/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.render;

import io.alfheim.console.internal.engine.LikelyNames;
import io.alfheim.console.internal.engine.Outcome;
import io.alfheim.console.internal.engine.Session;
import io.alfheim.console.internal.engine.Trouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What became of a snippet, as text. */
public final class Transcript {
  private final Display display;
  private final Style style;

  /** A transcript on a display. */
  public Transcript(Display display) {
    this.display = display;
    this.style = display.style();
  }

  /** Empty if there is nothing to say. Can be stopped, as a snippet can. */
  public String text(Outcome outcome, Session session) {
    Outcome told = session.describe(() -> told(outcome, session));
    if (told instanceof Outcome.Value text) {
      return String.valueOf(text.value());
    }
    String head = outcome instanceof Outcome.Variable variable ? headOf(variable) + "\n" : "";
    return head + trouble(told, session);
  }

  /** A variable is there also if what it holds cannot be shown. */
  private String headOf(Outcome.Variable variable) {
    return style.dim(variable.name() + " : " + TypeNames.shorten(variable.type()));
  }

  private String interrupted() {
    return style.warning("Interrupted");
  }

  private String told(Outcome outcome, Session session) {
    if (outcome instanceof Outcome.Value value) {
      return value(value);
    }
    if (outcome instanceof Outcome.Variable variable) {
      String head = variable.name() + " : " + TypeNames.shorten(variable.type()) + " = ";
      return style.dim(head) + display.line(variable.value());
    }
    if (outcome instanceof Outcome.Declared declared) {
      return style.dim(TypeNames.shorten(declared.what()));
    }
    return trouble(outcome, session);
  }

  private String value(Outcome.Value value) {
    String text = display.full(value.value());
    if (value.name() == null) {
      return text;
    }
    return style.dim(value.name() + " = ") + (text.indexOf('\n') < 0 ? "" : "\n") + text;
  }

  /** Empty if all went well. */
  public String trouble(Outcome outcome, Session session) {
    if (outcome instanceof Outcome.Rejected rejected) {
      LikelyNames names = new LikelyNames(session.analysis());
      String errors = new CompileErrors(style, display.width(), names).text(rejected);
      return Stream.concat(
              Stream.of(errors),
              session.waitingIn(rejected.piece().source()).stream().map(this::waiting))
          .collect(Collectors.joining("\n"));
    }
    if (outcome instanceof Outcome.Thrown thrown) {
      Trouble trouble = session.trouble(thrown);
      return new Troubles(style, display.width()).text(trouble);
    }
    if (outcome instanceof Outcome.Waiting waiting) {
      return waiting(waiting);
    }
    if (outcome instanceof Outcome.Interrupted interrupted) {
      return interrupted.abandoned()
          ? style.warning(
              "Interrupted; what was called does not listen and runs on in the background")
          : interrupted();
    }
    return "";
  }

  private String waiting(Outcome.Waiting waiting) {
    String missing = String.join(", ", waiting.missing());
    String position = waiting.piece().position(0);
    return (position.isEmpty() ? "" : position + ": ")
        + style.warning(waiting.what() + " needs " + missing);
  }
}
