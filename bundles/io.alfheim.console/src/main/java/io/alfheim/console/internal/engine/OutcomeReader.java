/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.engine;

import java.util.List;
import java.util.Locale;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;

/** Reads JShell's events. */
final class OutcomeReader {
  private final JShell shell;
  private final SnippetControl control;

  OutcomeReader(JShell shell, SnippetControl control) {
    this.shell = shell;
    this.control = control;
  }

  Outcome read(SnippetEvent event, Piece piece) {
    Snippet snippet = event.snippet();
    Status status = event.status();
    if (status == Status.REJECTED) {
      return new Outcome.Rejected(piece, shell.diagnostics(snippet).toList());
    }
    if (control.stopped()) {
      return new Outcome.Interrupted(control.thrown() instanceof SnippetRun.Abandoned);
    }
    JShellException exception = event.exception();
    if (exception instanceof UnresolvedReferenceException unresolved) {
      return waitingFor(unresolved.getSnippet(), piece, false);
    }
    if (exception != null) {
      Throwable thrown = control.thrown();
      return new Outcome.Thrown(exception, thrown == null ? exception : thrown);
    }
    if (snippet instanceof DeclarationSnippet declaration
        && (status == Status.RECOVERABLE_DEFINED || status == Status.RECOVERABLE_NOT_DEFINED)) {
      return waitingFor(declaration, piece, snippet.kind() != Snippet.Kind.VAR);
    }
    return valueOf(event, snippet);
  }

  /** A declaration that cannot be used yet. */
  Outcome.Waiting waitingFor(DeclarationSnippet snippet, Piece piece, boolean usable) {
    List<String> missing = shell.unresolvedDependencies(snippet).toList();
    return new Outcome.Waiting(piece, nameOf(snippet), missing, usable);
  }

  private Outcome valueOf(SnippetEvent event, Snippet snippet) {
    Object value = control.tickets().redeem(event.value());
    if (snippet instanceof VarSnippet variable) {
      return switch (variable.subKind()) {
        case TEMP_VAR_EXPRESSION_SUBKIND -> new Outcome.Value(variable.name(), value);
        case VAR_DECLARATION_SUBKIND -> new Outcome.Declared(nameOf(snippet));
        default -> new Outcome.Variable(variable.name(), variable.typeName(), value);
      };
    }
    if (snippet instanceof ExpressionSnippet expression) {
      return snippet.subKind() == SubKind.ASSIGNMENT_SUBKIND
          ? new Outcome.Variable(expression.name(), expression.typeName(), value)
          : new Outcome.Value(null, value);
    }
    return new Outcome.Declared(nameOf(snippet));
  }

  private static String nameOf(Snippet snippet) {
    if (snippet instanceof MethodSnippet method) {
      return "method " + method.name() + "(" + method.parameterTypes() + ")";
    }
    if (snippet instanceof TypeDeclSnippet type) {
      String kind = type.subKind().name();
      return kind.substring(0, kind.indexOf('_')).toLowerCase(Locale.ROOT) + " " + type.name();
    }
    if (snippet instanceof VarSnippet variable) {
      return "variable " + variable.name() + " : " + variable.typeName();
    }
    return "";
  }
}
