/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.text.internal;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import io.alfheim.data.Column;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sorts the cells of one row after the other into columns; no row is ever kept. */
final class RowFiller extends AbstractBaseCsvCallbackHandler<Boolean> {
  private final List<String> header = new ArrayList<>();
  private final List<GuessedColumn> columns = new ArrayList<>();
  private final CellScanner cell = new CellScanner();
  private boolean again;
  private boolean everythingIsQuoted = true;
  private long row = -1;

  /** Begins a second reading, of the columns that need one. */
  void startAgain() {
    row = -1;
    again = true;
    columns.stream().filter(GuessedColumn::mustBeReadAgain).forEach(GuessedColumn::readAgainAsText);
  }

  boolean needsSecondReading() {
    return columns.stream().anyMatch(GuessedColumn::mustBeReadAgain);
  }

  boolean isEmpty() {
    return header.isEmpty();
  }

  @Override
  protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
    if (row < 0) {
      if (!again) {
        header.add(new String(buffer, offset, length));
        everythingIsQuoted &= quoted;
      }
    } else if (index < columns.size()) {
      GuessedColumn column = columns.get(index);
      if (!again || column.isReadAgain()) {
        if (quoted && !everythingIsQuoted) {
          cell.scanText(buffer, offset, length);
        } else {
          cell.scan(buffer, offset, length);
        }
        column.add(cell);
      }
    }
  }

  @Override
  protected Boolean buildRecord() {
    if (getRecordType() == RecordType.EMPTY) {
      return true;
    }
    if (row < 0 && !again) {
      distinct(header).forEach(name -> columns.add(new GuessedColumn(name)));
    } else if (row >= 0 && getFieldCount() != columns.size()) {
      throw new UncheckedIOException(
          new MalformedTextException("line %d has %d cells, but the first line names %d columns"
              .formatted(getStartingLineNumber(), getFieldCount(), columns.size())));
    }
    row++;
    return true;
  }

  /** Every name once: a second x becomes x.1, an empty name tells its position. */
  private static List<String> distinct(List<String> header) {
    Set<String> given = new HashSet<>(header);
    Set<String> used = new HashSet<>();
    Map<String, Integer> counts = new HashMap<>(); // where to go on, as what was taken stays taken
    List<String> names = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      String wanted = header.get(i).isEmpty() ? "Unnamed: " + i : header.get(i);
      String name = wanted;
      int n = counts.getOrDefault(wanted, 0);
      while (used.contains(name) || (n > 0 && given.contains(name))) {
        Interruption.check(n);
        name = wanted + "." + ++n;
      }
      counts.put(wanted, n);
      used.add(name);
      names.add(name);
    }
    return names;
  }

  List<Column> build() {
    return columns.stream().map(GuessedColumn::build).toList();
  }
}
