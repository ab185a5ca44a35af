/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.terminal;

import io.alfheim.console.internal.SessionSource;
import io.alfheim.console.internal.command.Command;
import io.alfheim.console.internal.command.Interpreter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jspecify.annotations.Nullable;

/** Completes commands and Java; a few suggestions come with their signatures. */
final class SnippetCompleter implements Completer {
  private static final int FEW = 24;
  private static final int MANY = 60;
  private final SessionSource sessions;
  private final Interpreter interpreter;

  SnippetCompleter(SessionSource sessions, Interpreter interpreter) {
    this.sessions = sessions;
    this.interpreter = interpreter;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    String text = line.line();
    if (text.startsWith("/")) {
      completeCommand(line, candidates);
    } else {
      completeJava(text, line.cursor(), candidates);
    }
  }

  private void completeCommand(ParsedLine line, List<Candidate> candidates) {
    if (!line.word().startsWith("/")) {
      return;
    }
    for (Command command : interpreter.commands()) {
      candidates.add(
          candidate(command.name(), command.help(), !command.argument().isEmpty()));
    }
  }

  private void completeJava(String text, int cursor, List<Candidate> candidates) {
    SourceCodeAnalysis analysis = sessions.get().analysis();
    int[] anchor = new int[1];
    List<Suggestion> suggestions = analysis.completionSuggestions(text, cursor, anchor);
    String stem = text.substring(0, anchor[0]);
    for (String continuation : wanted(suggestions)) {
      String signature = suggestions.size() > FEW ? null : signature(analysis, stem + continuation);
      candidates.add(candidate(continuation, signature, false));
    }
  }

  /** Where a type is expected, a long list is cut down to what has it. */
  private static Set<String> wanted(List<Suggestion> suggestions) {
    boolean matching = suggestions.stream().anyMatch(Suggestion::matchesType);
    Set<String> wanted = new LinkedHashSet<>();
    for (Suggestion suggestion : suggestions) {
      if (suggestion.matchesType() || !matching || suggestions.size() <= MANY) {
        wanted.add(suggestion.continuation());
      }
    }
    return wanted;
  }

  private static @Nullable String signature(SourceCodeAnalysis analysis, String text) {
    List<Documentation> found = analysis.documentation(text, text.length(), false);
    if (found.isEmpty()) {
      return null;
    }
    String more = found.size() > 1 ? "  (+" + (found.size() - 1) + ")" : "";
    return Signatures.shorten(found.get(0).signature()) + more;
  }

  private static Candidate candidate(String word, @Nullable String help, boolean space) {
    return new Candidate(word, word, null, help, null, null, space);
  }
}
