/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.render;

import io.alfheim.console.internal.engine.LikelyNames;
import io.alfheim.console.internal.engine.Outcome;
import io.alfheim.console.internal.engine.Piece;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.Diag;

/** Compile errors: what is wrong, the line, and a mark under the place. */
final class CompileErrors {
  private static final String UNKNOWN = "compiler.err.cant.resolve";
  private static final String CUT_SHORT = "compiler.err.premature.eof";
  private static final Pattern CANDIDATE =
      Pattern.compile("(?:method|constructor) (.+) is not applicable");
  private static final int FEW = 4;

  private final Style style;
  private final int width;
  private final LikelyNames names;

  CompileErrors(Style style, int width, LikelyNames names) {
    this.style = style;
    this.width = width;
    this.names = names;
  }

  String text(Outcome.Rejected rejected) {
    List<Diag> errors = rejected.diagnostics().stream().filter(Diag::isError).toList();
    return errors.stream()
        // Something else is wrong: no wonder that the end is not where it should be.
        .filter(error -> errors.size() == 1 || !error.getCode().equals(CUT_SHORT))
        .map(error -> text(error, rejected.piece()))
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
    String headline = (position.isEmpty() ? "" : position + ": ")
        + style.error("error: ")
        + message(diagnostic)
        + meant(source.substring(0, end), diagnostic);
    return Columns.wrap(headline, width) + "\n" + marked(source, lineStart, start, end);
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
    List<String> lines =
        diagnostic.getMessage(Locale.ROOT).lines().map(String::strip).toList();
    List<String> candidates = lines.stream()
        .map(CANDIDATE::matcher)
        .filter(Matcher::matches)
        .map(match -> match.group(1))
        .toList();
    String message = candidates.isEmpty()
        ? lines.stream()
            .filter(line -> !line.startsWith("location:"))
            .map(line -> line.replaceFirst("^symbol:\\s+", ""))
            .collect(Collectors.joining(": "))
        : lines.get(0) + "; there is " + few(candidates);
    return TypeNames.shorten(message);
  }

  private static String few(List<String> all) {
    String few = all.stream().limit(FEW).collect(Collectors.joining(", "));
    return all.size() > FEW ? few + " and " + (all.size() - FEW) + " more" : few;
  }

  /** The import that is missing, or the name that was probably meant. */
  private String meant(String upToName, Diag diagnostic) {
    if (!diagnostic.getCode().startsWith(UNKNOWN)) {
      return "";
    }
    List<String> types = names.importable(upToName);
    return types.isEmpty()
        ? names.similar(upToName).map(name -> "; did you mean " + name + "?").orElse("")
        : "; try import " + String.join(" or ", types.subList(0, Math.min(FEW, types.size())));
  }
}
