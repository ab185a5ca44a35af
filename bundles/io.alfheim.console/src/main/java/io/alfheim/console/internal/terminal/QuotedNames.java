/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.terminal;

import io.alfheim.catalog.Catalog;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Completes what stands in quotes: names of sessions, datasets, objects and collections of the
 * catalog, where a verb or a session in a variable asks for them.
 */
final class QuotedNames {
  /** {@code variable.word("one", "two", "begi}. */
  private static final Pattern CALL =
      Pattern.compile("(?:(\\w+)\\.)?(\\w+)\\(((?:\\s*\"[^\"]*\"\\s*,)*)\\s*\"([^\"]*)$");

  private static final Pattern ARGUMENT = Pattern.compile("\"([^\"]*)\"");
  private static final Set<String> OF_SESSION = Set.of(
      "session", "datasets", "collections", "revisions", "load", "loadObject", "loadCollection");

  private final Supplier<Catalog> catalog;
  private final Function<String, @Nullable Object> variables;

  /**
   * Names of a catalog.
   *
   * @param catalog asked for only when there is something to complete
   * @param variables what a variable holds; null if there is none
   */
  QuotedNames(Supplier<Catalog> catalog, Function<String, @Nullable Object> variables) {
    this.catalog = catalog;
    this.variables = variables;
  }

  /** Whether the cursor stands in quotes. */
  static boolean isOpen(String upToCursor) {
    return start(upToCursor) >= 0;
  }

  /** Where the quoted text begins that the cursor stands in; -1 if it stands in none. */
  static int start(String upToCursor) {
    int open = -1;
    for (int i = 0; i < upToCursor.length(); i++) {
      char c = upToCursor.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        open = open < 0 ? i + 1 : -1;
      }
    }
    return open;
  }

  /** Names that may stand there; they need not begin as what is typed. */
  List<String> at(String upToCursor) {
    Matcher call = CALL.matcher(upToCursor);
    if (!call.find()) {
      return List.of();
    }
    List<String> arguments = new ArrayList<>();
    ARGUMENT.matcher(call.group(3)).results().forEach(found -> arguments.add(found.group(1)));
    try {
      return call.group(1) == null
          ? ofVerb(call.group(2), arguments, call.group(4))
          : ofVariable(call.group(1), call.group(2), arguments);
    } catch (CatalogException e) {
      return List.of(); // a session that does not exist has no names
    }
  }

  private List<String> ofVerb(String verb, List<String> arguments, String typed) {
    if (!OF_SESSION.contains(verb)) {
      return List.of();
    }
    if (arguments.isEmpty()) {
      return sessions(typed);
    }
    Session session = catalog.get().session(arguments.get(0));
    return names(session, verb, arguments.size() - 1);
  }

  private List<String> ofVariable(String variable, String method, List<String> arguments) {
    Object value = variables.apply(variable);
    if (value instanceof Session session) {
      return names(session, method, arguments.size());
    }
    return value instanceof Catalog && method.equals("session") ? sessions("") : List.of();
  }

  /** Subjects first: there may be very many sessions. */
  private List<String> sessions(String typed) {
    int slash = typed.indexOf('/');
    if (slash < 0) {
      return catalog.get().subjects().stream().map(subject -> subject + "/").toList();
    }
    return catalog.get().search().subject(typed.substring(0, slash)).list().stream()
        .map(session -> session.key().withoutLab().toString())
        .toList();
  }

  private static List<String> names(Session session, String method, int argument) {
    boolean first = argument == 0;
    return switch (method) {
      case "load", "dataset", "datasets" -> first ? datasets(session) : session.collections();
      case "loadObject" -> first ? session.objects() : session.collections();
      case "loadCollection" -> first ? session.collections() : List.of();
      default -> List.of();
    };
  }

  private static List<String> datasets(Session session) {
    return session.datasets().stream()
        .map(dataset -> dataset.path().name().toString())
        .map(name -> name.substring(0, name.lastIndexOf('.')))
        .distinct()
        .sorted()
        .toList();
  }
}
