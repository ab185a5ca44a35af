/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.render;

import io.alfheim.catalog.Change;
import io.alfheim.catalog.Commit;
import io.alfheim.catalog.Diff;
import io.alfheim.catalog.Tag;
import io.alfheim.console.RenderContext;
import io.alfheim.console.ValueRenderer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Commits, tags and what differs between two of them: one as a summary, many as a table. */
final class HistoryRenderer implements ValueRenderer {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
  private final Style style;

  HistoryRenderer(Style style) {
    this.style = style;
  }

  @Override
  public Optional<String> render(Object value, RenderContext context) {
    if (value instanceof Commit commit) {
      return Optional.of(summary(commit, context));
    }
    if (value instanceof Diff diff) {
      return Optional.of(difference(diff, context));
    }
    return Rows.of(value, Commit.class)
        .map(commits -> commits(commits, context))
        .or(() -> Rows.of(value, Tag.class).map(tags -> tags(tags, context)))
        .or(() -> Rows.of(value, Change.class).map(all -> changes(all, all.size(), context)));
  }

  private static String when(Instant time) {
    return MINUTES.format(LocalDateTime.ofInstant(time, ZoneId.systemDefault()));
  }

  /** What changed is not counted here: that reads every commit. */
  private static String commits(Collection<Commit> commits, RenderContext context) {
    List<List<?>> rows = new ArrayList<>();
    for (Commit commit : Rows.first(commits)) {
      rows.add(List.of(
          rows.size(), commit.id().brief(), when(commit.time()), commit.author(), commit.title()));
    }
    return context.table(List.of("", "commit", "when", "who", "why"), rows, commits.size());
  }

  private String summary(Commit commit, RenderContext context) {
    return style.bold(commit.id().brief()) + "  " + when(commit.time()) + "  " + commit.author()
        + "\n" + commit.message().indent(2).stripTrailing() + "\n"
        + difference(commit.changes(), context);
  }

  private static String difference(Diff diff, RenderContext context) {
    List<Change> shown = new ArrayList<>();
    int[] all = {0};
    diff.forEach(change -> {
      if (++all[0] <= Rows.WHOLE) {
        shown.add(change);
      }
    });
    String words = diff.summary().toString();
    return shown.isEmpty() ? words : words + "\n" + changes(shown, all[0], context);
  }

  private static String changes(Collection<Change> all, int total, RenderContext context) {
    List<List<?>> rows = new ArrayList<>();
    for (Change change : all.stream().limit(Rows.shown(total)).toList()) {
      rows.add(List.of(
          change.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
          change.session().toString(),
          change.dataset(),
          change.before(),
          change.after()));
    }
    return context.table(List.of("change", "session", "dataset", "before", "after"), rows, total);
  }

  private static String tags(Collection<Tag> tags, RenderContext context) {
    List<List<?>> rows = new ArrayList<>();
    for (Tag tag : Rows.first(tags)) {
      rows.add(List.of(
          tag.name(), tag.commit().brief(), when(tag.time()), tag.author(), tag.description()));
    }
    return context.table(List.of("tag", "commit", "when", "who", "what for"), rows, tags.size());
  }
}
