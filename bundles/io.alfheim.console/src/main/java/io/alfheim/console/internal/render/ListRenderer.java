/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.render;

import io.alfheim.catalog.Unmet;
import io.alfheim.console.RenderContext;
import io.alfheim.console.ValueRenderer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collections: of records as a table, of anything else as a list. */
final class ListRenderer implements ValueRenderer {
  private final Style style;

  ListRenderer(Style style) {
    this.style = style;
  }

  @Override
  public Optional<String> render(Object value, RenderContext context) {
    if (!(value instanceof Collection<?> all)) {
      return Optional.empty();
    }
    List<@Nullable Object> first = new ArrayList<>();
    all.stream().limit(Rows.shown(all.size())).forEach(first::add);
    if (first.isEmpty()) {
      return Optional.of(empty(value));
    }
    return Optional.of(
        sameRecords(first) ? table(first, all.size(), context) : list(first, all.size(), context));
  }

  private static String empty(Object value) {
    List<String> why = value instanceof Unmet answer ? answer.unmet() : List.of();
    return Stream.concat(Stream.of("(empty)"), why.stream()).collect(Collectors.joining("\n"));
  }

  private static boolean sameRecords(List<@Nullable Object> items) {
    Object sample = items.get(0);
    return sample instanceof Record record
        && record.getClass().getRecordComponents().length > 0
        && !RecordFields.speaksForItself(record)
        && items.stream().allMatch(item -> item != null && item.getClass() == sample.getClass());
  }

  private static String table(List<@Nullable Object> items, long total, RenderContext context) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    List<String> header = List.of();
    for (Object item : items) {
      if (item != null) {
        header = RecordFields.names(item.getClass());
        rows.add(RecordFields.values(item));
      }
    }
    return context.table(header, rows, total);
  }

  private String list(List<@Nullable Object> items, long total, RenderContext context) {
    String line = items.stream().map(context::brief).collect(Collectors.joining(", ", "[", "]"));
    if (items.size() == total && Columns.of(line) <= context.width()) {
      return line;
    }
    int digits = String.valueOf(items.size() - 1).length();
    List<String> lines = new ArrayList<>();
    for (Object item : items) {
      String index = Columns.right(String.valueOf(lines.size()), digits);
      String text =
          Columns.clip(context.brief(item), context.width() - digits - 2, style.ellipsis());
      lines.add(style.dim(index) + "  " + text);
    }
    if (items.size() < total) {
      lines.add(style.dim(items.size() + " of " + Numbers.count(total)));
    }
    return String.join("\n", lines);
  }
}
