/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.tables.internal;

import io.alfheim.data.Column;
import io.alfheim.data.ColumnBuilder;
import io.alfheim.data.ColumnType;
import io.alfheim.data.Table;
import io.alfheim.one.tables.TableSession;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rows of sessions as columns, and back. */
final class SessionRows {
  private static final int DAY_LENGTH = 10;

  private SessionRows() {}

  /** Reads the rows of a piece. */
  static List<TableSession> read(String file, Table table) throws IOException {
    OneColumns.require(table, file, List.of("id"), List.of("subject", "date", "number"));
    IdCells id = IdCells.find(table, "id").orElseThrow();
    TextCells lab = TextCells.of(table, "lab");
    TextCells subject = TextCells.of(table, "subject");
    TextCells protocol = TextCells.of(table, "task_protocol");
    TextCells projects = TextCells.of(table, "projects", "project");
    Column number = table.column("number");
    Column date = table.column("date");
    List<TableSession> rows = new ArrayList<>(table.rows());
    for (int row = 0; row < table.rows(); row++) {
      rows.add(new TableSession(
          id.get(row),
          lab.get(row),
          subject.get(row),
          day(file, date, row),
          number(file, number, row),
          protocol.get(row),
          projects.get(row)));
    }
    return rows;
  }

  private static LocalDate day(String file, Column column, int row) throws IOException {
    String text = TextCells.text(column, row);
    try {
      return LocalDate.parse(text.substring(0, Math.min(DAY_LENGTH, text.length())));
    } catch (DateTimeException e) {
      throw OneColumns.bad(file, column, row);
    }
  }

  private static int number(String file, Column column, int row) throws IOException {
    try {
      double number = Double.parseDouble(TextCells.text(column, row));
      if (number == Math.rint(number)) {
        return (int) number;
      }
    } catch (NumberFormatException e) {
      throw OneColumns.bad(file, column, row);
    }
    throw OneColumns.bad(file, column, row);
  }

  /** The table of these rows. */
  static Table table(List<TableSession> rows, Map<String, String> metadata) {
    ColumnBuilder id = Column.builder("id", ColumnType.STRING);
    ColumnBuilder lab = Column.builder("lab", ColumnType.STRING);
    ColumnBuilder subject = Column.builder("subject", ColumnType.STRING);
    ColumnBuilder date = Column.builder("date", ColumnType.DATE);
    ColumnBuilder number = Column.builder("number", ColumnType.UINT16);
    ColumnBuilder protocol = Column.builder("task_protocol", ColumnType.STRING);
    ColumnBuilder projects = Column.builder("projects", ColumnType.STRING);
    for (TableSession row : rows) {
      id.add(row.id());
      lab.add(row.lab());
      subject.add(row.subject());
      date.add(row.date());
      number.add(row.number());
      protocol.add(row.protocol());
      projects.add(row.projects());
    }
    Table table = Table.of(
        lab.build(),
        subject.build(),
        date.build(),
        number.build(),
        protocol.build(),
        projects.build(),
        id.build());
    return PandasNotes.add(table, metadata, List.of("id"));
  }
}
