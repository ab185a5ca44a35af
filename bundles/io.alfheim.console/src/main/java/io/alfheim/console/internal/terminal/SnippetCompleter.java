/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.terminal;

import io.alfheim.catalog.Catalog;
import io.alfheim.console.Verbs;
import io.alfheim.console.internal.SessionSource;
import io.alfheim.console.internal.command.Command;
import io.alfheim.console.internal.command.Interpreter;
import io.alfheim.console.internal.render.TypeNames;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

  private static final Set<String> OF_EVERY_OBJECT =
      Set.of("equals(", "getClass()", "hashCode()", "notify()", "notifyAll()", "wait(");

  /** An opening parenthesis or a comma, and nothing after it. */
  private static final Pattern ARGUMENT = Pattern.compile("[(,]\\s*$");

  private final SessionSource sessions;
  private final Interpreter interpreter;
  private final QuotedNames names;

  SnippetCompleter(SessionSource sessions, Interpreter interpreter) {
    this.sessions = sessions;
    this.interpreter = interpreter;
    this.names = new QuotedNames(
        () -> Verbs.service(Catalog.class),
        name -> sessions.get().findValue(name).orElse(null));
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    String text = line.line();
    if (text.startsWith("/")) {
      completeCommand(line, candidates);
    } else if (QuotedNames.isOpen(text.substring(0, line.cursor()))) {
      for (String name : names.at(text.substring(0, line.cursor()))) {
        candidates.add(candidate(name, null, false));
      }
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
    boolean argument = ARGUMENT.matcher(text.substring(0, cursor)).find();
    Set<String> wanted =
        argument ? values(suggestions) : wanted(suggestions, text.substring(0, cursor));
    for (String continuation : wanted) {
      String signature = wanted.size() > FEW ? null : signature(analysis, stem + continuation);
      candidates.add(candidate(continuation, signature, false));
    }
  }

  /** Where an argument is to be typed: what has a value of its type, and none of all the types. */
  private static Set<String> values(List<Suggestion> suggestions) {
    return suggestions.stream()
        .filter(Suggestion::matchesType)
        .map(Suggestion::continuation)
        .filter(name -> !Character.isUpperCase(name.charAt(0)))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Where a type is expected, a long list is cut down to what has it; the obvious is left out. */
  private static Set<String> wanted(List<Suggestion> suggestions, String stem) {
    boolean matching = suggestions.stream().anyMatch(Suggestion::matchesType);
    return suggestions.stream()
        .filter(each -> each.matchesType() || !matching || suggestions.size() <= MANY)
        .map(Suggestion::continuation)
        .filter(name -> !stem.endsWith(".") || !OF_EVERY_OBJECT.contains(name))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static @Nullable String signature(SourceCodeAnalysis analysis, String text) {
    String call = text.endsWith("()") ? text.substring(0, text.length() - 1) : text;
    List<Documentation> found = analysis.documentation(call, call.length(), false);
    if (found.isEmpty()) {
      return null;
    }
    String more = found.size() > 1 ? "  (+" + (found.size() - 1) + ")" : "";
    return TypeNames.shorten(found.get(0).signature()) + more;
  }

  private static Candidate candidate(String word, @Nullable String help, boolean space) {
    return new Candidate(word, word, null, help, null, null, space);
  }
}
