/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.spi.CommitEntry;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.RecordHistory;
import io.alfheim.catalog.spi.SessionRecord;
import io.alfheim.catalog.spi.Touching;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the commit that a text means: a tag, a time, or an id. */
final class Moment {
  private static final String NOW = "now";
  private final SessionRecord record;
  private final ZoneId zone;

  Moment(SessionRecord record) {
    this(record, ZoneId.systemDefault());
  }

  Moment(SessionRecord record, ZoneId zone) {
    this.record = record;
    this.zone = zone;
  }

  /** The commit. A tag comes before a time, and a year before an id that begins with its digits. */
  CommitId find(String when) throws IOException {
    String text = when.strip();
    if (text.equals(NOW)) {
      return record.head();
    }
    RecordHistory history = record.history();
    Optional<Instant> time = time(text);
    boolean isYear = text.length() == 4 && time.isPresent();
    Optional<CommitId> named = isYear ? Optional.empty() : history.find(text);
    if (named.isPresent()) {
      return named.get();
    }
    if (time.isEmpty()) {
      throw new CatalogException(
          "No tag or commit of the record is called '" + text + "'.",
          "List them: catalog.log(). A time reads 2024-03-01, 2024-03 or 2024-03-01T12:00.");
    }
    return history.asOf(time.get()).orElseThrow(() -> tooEarly(text));
  }

  private CatalogException tooEarly(String text) {
    return new CatalogException(
        "Nothing was recorded yet at '" + text + "'" + beginning() + ".",
        "Ask for a later time; list the commits: catalog.log().");
  }

  private String beginning() {
    List<CommitEntry> commits = new ArrayList<>();
    try {
      record.history().log(record.head(), Touching.ANYTHING, commits::add);
    } catch (IOException e) {
      return "";
    }
    return commits.isEmpty()
        ? ""
        : "; the record begins at " + local(commits.get(commits.size() - 1));
  }

  private LocalDateTime local(CommitEntry commit) {
    return LocalDateTime.ofInstant(commit.time(), zone).truncatedTo(ChronoUnit.MINUTES);
  }

  /** The last second that a text stands for. */
  private Optional<Instant> time(String text) {
    try {
      return switch (text.length()) {
        case 4 -> Optional.of(endOf(Year.parse(text).atMonth(12).atEndOfMonth()));
        case 7 -> Optional.of(endOf(YearMonth.parse(text).atEndOfMonth()));
        case 10 -> Optional.of(endOf(LocalDate.parse(text)));
        default -> Optional.of(instant(text));
      };
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
  }

  private Instant instant(String text) {
    boolean hasOffset = text.matches(".*T.*(Z|[+-]\\d\\d(:?\\d\\d)?)");
    return hasOffset
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone).toInstant();
  }
}
