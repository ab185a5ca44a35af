/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.Change;
import io.alfheim.catalog.Change.Kind;
import io.alfheim.catalog.Diff;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.SessionChange;
import io.alfheim.catalog.spi.SessionRecord;
import io.alfheim.catalog.spi.Touching;
import io.alfheim.data.Column;
import io.alfheim.data.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What differs between two commits, read from the record.
 *
 * @param touching of which sessions
 * @param wanted which of their changes
 */
record RecordedDiff(
    SessionRecord record, CommitId from, CommitId to, Touching touching, Predicate<Change> wanted)
    implements Diff {
  private static final int SHOWN = 20;

  @Override
  public List<SessionKey> sessions() {
    try {
      return record.changed(from, to, touching);
    } catch (IOException e) {
      throw unread(e);
    }
  }

  private interface Visitor {
    void visit(SessionChange session, List<Change> changes);
  }

  private void visit(Visitor visitor) {
    try {
      record.diff(from, to, touching, session -> {
        List<Change> changes =
            SessionChanges.of(session).stream().filter(wanted).toList();
        visitor.visit(session, changes);
      });
    } catch (IOException e) {
      throw unread(e);
    }
  }

  private RuntimeException unread(IOException e) {
    return Failure.of("What differs between " + from + " and " + to + " cannot be read", e);
  }

  @Override
  public void forEach(Consumer<Change> visitor) {
    visit((session, changes) -> changes.forEach(visitor));
  }

  @Override
  public List<Change> list() {
    List<Change> all = new ArrayList<>();
    forEach(all::add);
    return all;
  }

  @Override
  public Summary summary() {
    int[] sessions = new int[3];
    Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    visit((session, changes) -> {
      sessions[session.before() == null ? 0 : session.after() == null ? 1 : 2]++;
      for (Change change : changes) {
        if (!change.dataset().isEmpty()) {
          counts.merge(change.kind(), 1L, Long::sum);
        }
      }
    });
    return new Summary(sessions[0], sessions[1], sessions[2], counts);
  }

  @Override
  public Table table() {
    List<Change> all = list();
    return Table.of(
        column("session", all, change -> change.session().toString()),
        column("dataset", all, Change::dataset),
        column("change", all, change -> change.kind().toString()),
        column("before", all, Change::before),
        column("after", all, Change::after));
  }

  private static Column column(String name, List<Change> all, Function<Change, String> value) {
    return Column.of(name, all.stream().map(value).toArray(String[]::new));
  }

  /** The summary, and the first of the changes. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    int[] more = {0};
    forEach(change -> {
      if (++more[0] <= SHOWN) {
        text.append("\n  ").append(change);
      }
    });
    if (more[0] > SHOWN) {
      text.append("\n  … and ").append(more[0] - SHOWN).append(" more: .list(), .table()");
    }
    return from + " → " + to + ": " + summary() + text;
  }
}
