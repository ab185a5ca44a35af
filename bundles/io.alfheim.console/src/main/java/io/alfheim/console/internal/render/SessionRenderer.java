/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.render;

import io.alfheim.catalog.Search;
import io.alfheim.catalog.Session;
import io.alfheim.console.RenderContext;
import io.alfheim.console.ValueRenderer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Sessions: one as a summary, many as a table of names that {@code session(…)} understands. */
final class SessionRenderer implements ValueRenderer {
  private static final List<String> HEADER =
      List.of("", "session", "lab", "datasets", "protocol", "projects");

  private static final String NONE = "No sessions";

  private final Style style;

  SessionRenderer(Style style) {
    this.style = style;
  }

  @Override
  public Optional<String> render(Object value, RenderContext context) {
    if (value instanceof Search search) {
      List<Session> found = search.list();
      return Optional.of(found.isEmpty() ? nothing(search) : table(found, context));
    }
    if (value instanceof Session session) {
      return Optional.of(summary(session, context));
    }
    return Rows.of(value, Session.class).isPresent()
        ? Optional.of(table((Collection<?>) value, context))
        : Optional.empty();
  }

  private static String nothing(Search search) {
    return Stream.concat(Stream.of(NONE), search.unmet().stream())
        .collect(Collectors.joining("\n"));
  }

  private static String table(Collection<?> sessions, RenderContext context) {
    if (sessions.isEmpty()) {
      return NONE;
    }
    List<List<?>> rows = new ArrayList<>();
    for (Object each : Rows.first(sessions)) {
      Session session = (Session) each;
      rows.add(List.of(
          rows.size(),
          session.key().withoutLab().toString(),
          session.lab(),
          session.datasets().size(),
          session.protocol(),
          String.join(", ", session.projects())));
    }
    return context.table(
        kept(HEADER, rows), rows.stream().map(row -> kept(row, rows)).toList(), sessions.size());
  }

  /** The cells of the columns in which any session has something to say. */
  private static <T> List<T> kept(List<T> cells, List<List<?>> rows) {
    return IntStream.range(0, cells.size())
        .filter(column -> rows.stream().anyMatch(row -> !row.get(column).equals("")))
        .mapToObj(cells::get)
        .toList();
  }

  private String summary(Session session, RenderContext context) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("lab", new Words(session.lab()));
    facts.put("protocol", new Words(session.protocol()));
    facts.put("projects", new Words(String.join(", ", session.projects())));
    facts.put("datasets", session.datasets().size());
    facts.put("collections", new Words(named(session.collections())));
    facts.put("revisions", new Words(named(session.revisions())));
    facts.put("objects", new Words(String.join(", ", session.objects())));
    facts.values().removeIf(fact -> fact.toString().isEmpty());
    return style.bold(session.key().withoutLab().toString())
        + "\n"
        + Entries.lines(facts, context, style);
  }

  private static String named(List<String> names) {
    return names.stream().filter(name -> !name.isEmpty()).collect(Collectors.joining(", "));
  }

  /** A text that is shown without quotes. */
  private record Words(String text) {
    @Override
    public String toString() {
      return text;
    }
  }
}
