/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.Change;
import io.alfheim.catalog.Commit;
import io.alfheim.catalog.Diff;
import io.alfheim.catalog.spi.CommitEntry;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.SessionRecord;
import io.alfheim.catalog.spi.Touching;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * A commit of the record, as seen by somebody who asked for some sessions.
 *
 * @param touching the sessions that were asked for
 * @param wanted which changes of them
 */
record RecordedCommit(
    SessionRecord record, CommitEntry entry, Touching touching, Predicate<Change> wanted)
    implements Commit {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  @Override
  public CommitId id() {
    return entry.id();
  }

  @Override
  public Instant time() {
    return entry.time();
  }

  @Override
  public String author() {
    return entry.author();
  }

  @Override
  public String message() {
    return entry.message();
  }

  @Override
  public Diff changes() {
    return new RecordedDiff(record, entry.before(), entry.id(), touching, wanted);
  }

  @Override
  public String toString() {
    LocalDateTime local = LocalDateTime.ofInstant(time(), ZoneId.systemDefault());
    return id() + "  " + MINUTES.format(local) + "  " + author() + "  " + title();
  }
}
