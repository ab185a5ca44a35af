/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.data.Column;
import io.alfheim.data.Table;
import java.util.List;
import java.util.function.Function;

/**
 * What came of fetching the commits of another copy of the record.
 *
 * @param commit where the record stands now
 * @param changes what became different here
 * @param conflicts what both changed, each in its way; where nobody chose a side nothing has changed
 *     here
 * @param merged whether the record now contains all that was fetched
 * @param leftTags tags of the other copy that were not taken over; those here are as they were
 */
public record FetchReport(
    CommitId commit,
    Diff changes,
    List<Conflict> conflicts,
    boolean merged,
    List<LeftTag> leftTags) {

  /** Copies the lists. */
  public FetchReport {
    conflicts = List.copyOf(conflicts);
    leftTags = List.copyOf(leftTags);
  }

  /** Of a fetch that left no tag behind. */
  public FetchReport(CommitId commit, Diff changes, List<Conflict> conflicts, boolean merged) {
    this(commit, changes, conflicts, merged, List.of());
  }

  /**
   * A tag of the other copy that was not taken over.
   *
   * @param name its name there
   * @param why in words
   */
  public record LeftTag(String name, String why) {}

  /**
   * Something that both sides changed.
   *
   * @param session of which session
   * @param dataset path below the session, or empty for the session as a whole
   * @param here how it is here, in words
   * @param there how it is there
   */
  public record Conflict(SessionKey session, String dataset, String here, String there) {}

  /** The conflicts as columns: session, dataset, here, there. */
  public Table table() {
    return Table.of(
        column("session", conflict -> conflict.session().toString()),
        column("dataset", Conflict::dataset),
        column("here", Conflict::here),
        column("there", Conflict::there));
  }

  private Column column(String name, Function<Conflict, String> value) {
    return Column.of(name, conflicts.stream().map(value).toArray(String[]::new));
  }

  @Override
  public String toString() {
    if (merged) {
      StringBuilder text = new StringBuilder("Fetched. ").append(changes);
      for (LeftTag tag : leftTags) {
        text.append("\nTag '")
            .append(tag.name())
            .append("' was not taken over: ")
            .append(tag.why());
      }
      return text.toString();
    }
    return "Nothing was changed: both sides changed " + conflicts.size()
        + " things. Choose: fetch(…, Side.HERE) or fetch(…, Side.THERE).\n"
        + table();
  }
}
