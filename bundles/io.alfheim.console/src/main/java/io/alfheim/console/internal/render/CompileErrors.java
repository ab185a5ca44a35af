/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.render;

import io.alfheim.console.Verbs;
import io.alfheim.console.internal.engine.Outcome;
import io.alfheim.console.internal.engine.Piece;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.Diag;

/** Compile errors: what is wrong, the line, and a mark under the place. */
final class CompileErrors {
  private static final String UNKNOWN = "compiler.err.cant.resolve";
  private static final Set<String> WORDS = Stream.concat(
          Stream.of("catalog", "args"),
          Arrays.stream(Verbs.class.getMethods())
              .filter(method -> method.getDeclaringClass() == Verbs.class)
              .map(Method::getName))
      .collect(Collectors.toUnmodifiableSet());

  private final Style style;

  CompileErrors(Style style) {
    this.style = style;
  }

  String text(Outcome.Rejected rejected) {
    return rejected.diagnostics().stream()
        .filter(Diag::isError)
        .map(diagnostic -> text(diagnostic, rejected.piece()))
        .collect(Collectors.joining("\n"));
  }

  private String text(Diag diagnostic, Piece piece) {
    String source = piece.source();
    int start = within(source, diagnostic.getStartPosition(), diagnostic.getPosition());
    int end = within(source, diagnostic.getEndPosition(), start + 1L);
    int lineStart = source.lastIndexOf('\n', Math.max(0, start - 1)) + 1;
    int lineNumber =
        (int) source.substring(0, lineStart).chars().filter(c -> c == '\n').count();
    String position = piece.position(lineNumber);
    return (position.isEmpty() ? "" : position + ": ")
        + style.error("error: ")
        + message(diagnostic)
        + meant(source.substring(start, end), diagnostic)
        + "\n"
        + marked(source, lineStart, start, end);
  }

  /** The line, and a mark below it that ends with the line at the latest. */
  private String marked(String source, int lineStart, int start, int end) {
    int lineEnd = source.indexOf('\n', lineStart);
    String line = source.substring(lineStart, lineEnd < 0 ? source.length() : lineEnd);
    int column = Math.min(start - lineStart, line.length());
    int length = Math.max(1, Math.min(end - start, line.length() - column));
    return "  "
        + line.replace('\t', ' ')
        + "\n  "
        + " ".repeat(Columns.of(line.substring(0, column)))
        + style.error("^" + "~".repeat(length - 1));
  }

  private static int within(String source, long position, long otherwise) {
    long chosen = position == Diag.NOPOS ? otherwise : position;
    return (int) Math.max(0, Math.min(chosen, source.length()));
  }

  /** The compiler's words without the place: its names for snippets mean nothing to anyone. */
  private static String message(Diag diagnostic) {
    String message = diagnostic
        .getMessage(Locale.ROOT)
        .lines()
        .map(String::strip)
        .filter(line -> !line.startsWith("location:"))
        .map(line -> line.replaceFirst("^symbol:\\s+", ""))
        .collect(Collectors.joining(": "));
    return TypeNames.shorten(message);
  }

  /** The word of the console that was probably meant. */
  private static String meant(String marked, Diag diagnostic) {
    return diagnostic.getCode().startsWith(UNKNOWN)
        ? Similar.to(marked, WORDS).map(word -> "; did you mean " + word + "?").orElse("")
        : "";
  }
}
