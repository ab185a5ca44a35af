/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.Nearest;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.spi.CommitEntry;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.RecordHistory;
import io.alfheim.catalog.spi.SessionRecord;
import io.alfheim.catalog.spi.TagEntry;
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
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the commit that a text means: a tag, a time, or an id. */
final class Moment {
  private static final String NOW = "now";
  private static final Pattern ID = Pattern.compile("[0-9a-f]{4,40}");

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
          "No tag or commit of the record is called '" + text + "'" + nearest(text, history) + ".",
          "List them: catalog.log(). A time reads 2024-03-01, 2024-03 or 2024-03-01T12:00.");
    }
    return history.asOf(time.get()).orElseThrow(() -> tooEarly(text));
  }

  private static String nearest(String text, RecordHistory history) throws IOException {
    List<String> tags = history.tags().stream().map(TagEntry::name).toList();
    return tags.isEmpty() ? "" : "; the nearest tag is '" + Nearest.to(text, tags) + "'";
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
    return LocalDateTime.ofInstant(commit.time(), zone).truncatedTo(ChronoUnit.SECONDS);
  }

  /** Whether a text means something else than a tag. */
  static boolean isTaken(String text) {
    return text.equals(NOW)
        || ID.matcher(text).matches()
        || time(text, ZoneOffset.UTC).isPresent();
  }

  private Optional<Instant> time(String text) {
    return time(text, zone);
  }

  /** The last second that a text stands for. */
  private static Optional<Instant> time(String text, ZoneId zone) {
    try {
      return switch (text.length()) {
        case 4 -> Optional.of(endOf(Year.parse(text).atMonth(12).atEndOfMonth(), zone));
        case 7 -> Optional.of(endOf(YearMonth.parse(text).atEndOfMonth(), zone));
        case 10 -> Optional.of(endOf(LocalDate.parse(text), zone));
        default -> Optional.of(instant(text, zone));
      };
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant endOf(LocalDate day, ZoneId zone) {
    return day.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
  }

  /** A log shows minutes, after a blank: what it shows stands for the end of that minute. */
  private static Instant instant(String text, ZoneId zone) {
    String time = text.replace(' ', 'T');
    boolean hasOffset = time.matches(".*T.*(Z|[+-]\\d\\d(:?\\d\\d)?)");
    Instant instant = hasOffset
        ? OffsetDateTime.parse(time).toInstant()
        : LocalDateTime.parse(time).atZone(zone).toInstant();
    return time.matches("[^T]*T\\d\\d:\\d\\d([^:\\d].*)?") ? instant.plusSeconds(59) : instant;
  }
}
