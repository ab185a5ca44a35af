/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.tables;

import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a table says about itself in its footer.
 *
 * @param created when it was first made; local time, to the minute
 * @param changed when it was last saved, or null if it was never changed
 * @param origin where its rows come from: folders, names of databases
 * @param apiVersion the oldest version of ONE that its maker says can read it, or empty
 * @param tags releases of the database that it was made for
 */
public record TableInfo(
    LocalDateTime created,
    @Nullable LocalDateTime changed,
    SortedSet<String> origin,
    String apiVersion,
    List<String> tags) {

  /** Copies the lists. */
  public TableInfo {
    origin = Collections.unmodifiableSortedSet(new TreeSet<>(origin));
    tags = List.copyOf(tags);
  }

  /** Of a table just made. */
  public static TableInfo of(LocalDateTime created, String... origin) {
    return new TableInfo(created, null, new TreeSet<>(List.of(origin)), "", List.of());
  }

  /** When it was last saved, if it was changed since it was made. */
  public Optional<LocalDateTime> modified() {
    return Optional.ofNullable(changed);
  }

  /** Of these rows and others together: the older date, all origins. */
  public TableInfo and(TableInfo other) {
    SortedSet<String> both = new TreeSet<>(origin);
    both.addAll(other.origin);
    LocalDateTime older = created.isBefore(other.created) ? created : other.created;
    return new TableInfo(older, changed, both, apiVersion, tags);
  }

  /** The same, saved at a time. */
  public TableInfo changedAt(LocalDateTime time) {
    return new TableInfo(created, time, origin, apiVersion, tags);
  }
}
