/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.render;

import io.alfheim.console.internal.engine.Outcome;
import io.alfheim.console.internal.engine.Session;
import io.alfheim.console.internal.engine.Trouble;

/** What became of a snippet, as text. */
public final class Transcript {
  private final Display display;
  private final Style style;

  /** A transcript on a display. */
  public Transcript(Display display) {
    this.display = display;
    this.style = display.style();
  }

  /** Empty if there is nothing to say. */
  public String text(Outcome outcome, Session session) {
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
      return new CompileErrors(style).text(rejected);
    }
    if (outcome instanceof Outcome.Thrown thrown) {
      Trouble trouble = session.trouble(thrown);
      return new Troubles(style).text(trouble);
    }
    if (outcome instanceof Outcome.Waiting waiting) {
      String missing = String.join(", ", waiting.missing());
      String position = waiting.piece().position(0);
      return (position.isEmpty() ? "" : position + ": ")
          + style.warning(waiting.what() + " needs " + missing);
    }
    if (outcome instanceof Outcome.Interrupted interrupted) {
      return style.warning(
          interrupted.abandoned()
              ? "Interrupted; what was called does not listen and runs on in the background"
              : "Interrupted");
    }
    return "";
  }
}
