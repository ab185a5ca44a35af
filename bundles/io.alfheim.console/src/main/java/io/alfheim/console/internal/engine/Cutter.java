/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into snippets line by line, so that semicolons at line ends stay optional. Unlike the
 * jshell tool it looks ahead: a line that begins with {@code .method}, an operator, {@code else},
 * {@code catch} or {@code finally} continues the one before. Of several texts, the next continues
 * only what the one before left open.
 */
final class Cutter {
  private static final Pattern CONTINUES = Pattern.compile(
      "(?:\\.[A-Za-z<]|[?:*%&|]|\\+(?!\\+)|-(?!-)|/(?![/*A-Za-z])|[=!<>]=|(?:else|catch|finally)\\b).*");

  private final SourceCodeAnalysis analysis;
  private final List<String> lines = new ArrayList<>();
  private final BitSet lastOfTheirText = new BitSet();
  private final @Nullable String file;
  private String pending = "";
  private int pendingLine;

  Cutter(SourceCodeAnalysis analysis, List<String> texts, @Nullable String file) {
    this.analysis = analysis;
    this.file = file;
    for (String text : texts) {
      lines.addAll(List.of(text.split("\\R", -1)));
      lastOfTheirText.set(lines.size() - 1);
    }
  }

  /**
   * Hands on piece after piece, commands too, until one is refused.
   *
   * @return whether all were taken
   */
  boolean cut(Predicate<Piece> sink) {
    for (int i = 0; i < lines.size(); i++) {
      boolean fresh = pending.isEmpty();
      if (fresh && skipped(i)) {
        continue;
      }
      Piece line = new Piece(lines.get(i).strip(), file, i + 1);
      boolean command = fresh && line.isCommand();
      boolean taken = command ? sink.test(line) : add(i, sink);
      if (!taken) {
        return false;
      }
    }
    return true;
  }

  private boolean add(int i, Predicate<Piece> sink) {
    if (pending.isEmpty()) {
      pendingLine = i + 1;
      pending = lines.get(i);
    } else {
      pending = pending + "\n" + lines.get(i);
    }
    return cutPending(i, sink);
  }

  private boolean skipped(int i) {
    return lines.get(i).isBlank() || (i == 0 && lines.get(i).startsWith("#!"));
  }

  private boolean cutPending(int line, Predicate<Piece> sink) {
    boolean last = line == lines.size() - 1;
    while (!pending.isEmpty()) {
      CompletionInfo info = analysis.analyzeCompletion(pending);
      if (info.completeness() == Completeness.EMPTY) {
        pending = "";
        return true;
      }
      boolean open = isOpen(info.completeness());
      String rest = open || info.remaining() == null ? "" : info.remaining();
      if (!last && (open || (rest.isBlank() && nextLineContinues(line)))) {
        return true;
      }
      String source = open || info.source() == null ? pending : info.source();
      int end = pending.length() - rest.length();
      Piece piece = pieceOf(source);
      pendingLine += newlines(pending.substring(0, end));
      pending = rest.isBlank() || rest.length() >= pending.length() ? "" : rest;
      if (!sink.test(piece)) {
        return false;
      }
    }
    return true;
  }

  static boolean isOpen(Completeness completeness) {
    return completeness == Completeness.DEFINITELY_INCOMPLETE
        || completeness == Completeness.CONSIDERED_INCOMPLETE;
  }

  private Piece pieceOf(String source) {
    String stripped = source.stripLeading();
    int lead = newlines(source.substring(0, source.length() - stripped.length()));
    return new Piece(stripped, file, pendingLine + lead);
  }

  private boolean nextLineContinues(int line) {
    for (int i = line; !lastOfTheirText.get(i); i++) {
      String next = lines.get(i + 1).strip();
      if (!next.isEmpty() && !next.startsWith("//") && !next.startsWith("/*")) {
        return CONTINUES.matcher(next).matches();
      }
    }
    return false;
  }

  private static int newlines(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }
}
