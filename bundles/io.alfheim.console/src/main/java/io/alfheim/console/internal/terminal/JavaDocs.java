/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.terminal;

import io.alfheim.console.internal.SessionSource;
import io.alfheim.console.internal.render.Style;
import io.alfheim.console.internal.render.TypeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/** What is known about the thing at the cursor: signatures, and the Javadoc where it is at hand. */
final class JavaDocs {
  private static final int MOST_SIGNATURES = 6;
  private static final int MOST_LINES = 12;
  private final SessionSource sessions;
  private final Style style;

  JavaDocs(SessionSource sessions, Style style) {
    this.sessions = sessions;
    this.style = style;
  }

  /** The documentation of an expression, whether or not its parenthesis is typed. */
  Optional<String> find(String code) {
    return findAtEnd(code).or(() -> findAtEnd(code + "("));
  }

  private Optional<String> findAtEnd(String code) {
    SourceCodeAnalysis analysis = sessions.get().analysis();
    List<Documentation> found = analysis.documentation(code, code.length(), true);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    List<String> lines = new ArrayList<>();
    for (Documentation each : found.subList(0, Math.min(found.size(), MOST_SIGNATURES))) {
      lines.add(style.bold(TypeNames.shorten(each.signature())));
      String javadoc = each.javadoc();
      if (javadoc != null) {
        lines.addAll(plain(javadoc));
      }
    }
    if (found.size() > MOST_SIGNATURES) {
      lines.add(style.dim((found.size() - MOST_SIGNATURES) + " more"));
    }
    return Optional.of(String.join("\n", lines));
  }

  private static List<String> plain(String javadoc) {
    return javadoc
        .replaceAll("\\{@\\w+\\s+([^}]*)}", "$1")
        .replaceAll("<[^>]+>", "")
        .strip()
        .lines()
        .limit(MOST_LINES)
        .map(line -> "    " + line.strip())
        .toList();
  }
}
