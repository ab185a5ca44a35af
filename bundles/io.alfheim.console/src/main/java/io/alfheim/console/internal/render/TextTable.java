/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.render;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lays out rows under a header so that they fit a width. */
final class TextTable {
  private static final String GAP = "  ";
  private static final int NARROWEST = 8;

  private final List<String> header;
  private final List<List<String>> rows;
  private final boolean[] flushRight;
  private final Style style;

  /**
   * A table of texts.
   *
   * @param flushRight for each column whether it holds numbers
   */
  TextTable(List<String> header, List<List<String>> rows, boolean[] flushRight, Style style) {
    this.header = header;
    this.rows = rows;
    this.flushRight = flushRight;
    this.style = style;
  }

  /** The table, and below it how much of it is not shown, if any. */
  String fit(int width, long total) {
    int[] widths = naturalWidths();
    shrink(widths, width);
    int shown = columnsThatFit(widths, width);
    List<String> lines = new ArrayList<>();
    lines.add(style.dim(line(header, widths, shown)));
    rows.forEach(row -> lines.add(line(row, widths, shown)));
    String footer = footer(total, header.size() - shown);
    if (!footer.isEmpty()) {
      lines.add(style.dim(footer));
    }
    return String.join("\n", lines);
  }

  private int[] naturalWidths() {
    int[] widths = new int[header.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Columns.of(header.get(i));
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], Columns.of(row.get(i)));
      }
    }
    return widths;
  }

  /** Takes from the widest column of text, again and again; numbers are never cut. */
  private void shrink(int[] widths, int width) {
    while (sum(widths, widths.length) > width) {
      int widest = -1;
      for (int i = 0; i < widths.length; i++) {
        if (!flushRight[i] && widths[i] > NARROWEST && (widest < 0 || widths[i] > widths[widest])) {
          widest = i;
        }
      }
      if (widest < 0) {
        return;
      }
      widths[widest]--;
    }
  }

  private static int columnsThatFit(int[] widths, int width) {
    int count = widths.length;
    while (count > 1 && sum(widths, count) > width) {
      count--;
    }
    return count;
  }

  private static int sum(int[] widths, int count) {
    int sum = -GAP.length();
    for (int i = 0; i < count; i++) {
      sum += widths[i] + GAP.length();
    }
    return sum;
  }

  private String line(List<String> cells, int[] widths, int count) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String cell = Columns.clip(cells.get(i), widths[i], style.ellipsis());
      line.append(i == 0 ? "" : GAP)
          .append(flushRight[i] ? Columns.right(cell, widths[i]) : Columns.left(cell, widths[i]));
    }
    return line.toString().stripTrailing();
  }

  private String footer(long total, int hidden) {
    List<String> parts = new ArrayList<>();
    if (total > rows.size()) {
      parts.add(Numbers.count(rows.size()) + " of " + Numbers.count(total));
    }
    if (hidden > 0) {
      parts.add(hidden == 1 ? "1 more column" : hidden + " more columns");
    }
    return String.join(", ", parts);
  }

  /** Which columns hold numbers and nothing else. */
  static boolean[] numeric(int columns, List<? extends List<? extends @Nullable Object>> rows) {
    boolean[] numeric = new boolean[columns];
    for (int i = 0; i < columns; i++) {
      int column = i;
      numeric[i] = rows.stream().anyMatch(row -> row.get(column) instanceof Number)
          && rows.stream()
              .map(row -> row.get(column))
              .allMatch(cell -> cell == null || cell instanceof Number);
    }
    return numeric;
  }
}
