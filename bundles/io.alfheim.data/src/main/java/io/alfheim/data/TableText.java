/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.util.ArrayList;
import java.util.List;

/** A table as lines of text: a head, the first and the last rows, and what it is. */
final class TableText {
  private static final int WIDEST_CELL = 36;
  private static final int GAP = 2;

  private final Table table;
  private final int maxWidth;
  private final int[] shownRows;
  private final boolean cut;

  TableText(Table table, int maxRows, int maxWidth) {
    this.table = table;
    this.maxWidth = maxWidth;
    cut = table.rows() > maxRows;
    int shown = cut ? maxRows : table.rows();
    int first = (shown + 1) / 2;
    shownRows = new int[shown];
    for (int i = 0; i < shown; i++) {
      shownRows[i] = i < first ? i : table.rows() - shown + i;
    }
  }

  @Override
  public String toString() {
    List<List<String>> columns = fitting();
    StringBuilder text = new StringBuilder();
    int lines = columns.isEmpty() ? 0 : columns.get(0).size();
    for (int line = 0; line < lines; line++) {
      StringBuilder row = new StringBuilder();
      for (List<String> column : columns) {
        row.append(row.isEmpty() ? "" : " ".repeat(GAP)).append(column.get(line));
      }
      text.append(row.toString().stripTrailing()).append('\n');
    }
    return text.append('[').append(table.describe()).append(']').toString();
  }

  /** The columns that fit, padded; where some do not, the last one shown is an ellipsis. */
  private List<List<String>> fitting() {
    List<List<String>> columns = new ArrayList<>();
    int width = 0;
    int left = table.columnNames().size();
    for (Column column : table.columns()) {
      List<String> lines = lines(column);
      int needed = lines.get(0).length() + (columns.isEmpty() ? 0 : GAP);
      int reserved = --left > 0 ? GAP + 1 : 0;
      if (!columns.isEmpty() && width + needed + reserved > maxWidth) {
        columns.add(lines.stream().map(l -> "…").toList());
        break;
      }
      columns.add(lines);
      width += needed;
    }
    return columns;
  }

  /** The name and the shown cells, all of one width. */
  private List<String> lines(Column column) {
    List<String> lines = new ArrayList<>();
    lines.add(cell(column.name()));
    for (int i = 0; i < shownRows.length; i++) {
      if (cut && i == (shownRows.length + 1) / 2) {
        lines.add("…");
      }
      String text = column.getString(shownRows[i]);
      lines.add(text == null ? "" : cell(text));
    }
    if (cut && shownRows.length < 2) {
      lines.add("…");
    }
    int width = lines.stream().mapToInt(String::length).max().orElse(0);
    boolean right = column.type().isNumber();
    lines.replaceAll(line -> {
      String gap = " ".repeat(width - line.length());
      return right ? gap + line : line + gap;
    });
    return lines;
  }

  /** One line without control characters, not too long. */
  private static String cell(String text) {
    int end = Math.min(text.length(), WIDEST_CELL);
    String shown = text.length() > end ? text.substring(0, end - 1) + "…" : text;
    return shown.codePoints().anyMatch(Character::isISOControl)
        ? shown.replaceAll("\\p{Cntrl}", "␣")
        : shown;
  }
}
