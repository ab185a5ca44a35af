/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.alfheim.alf.Qc;
import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.store.Location;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The text of one session: a version, a head, a blank line and a line per dataset. Every line is
 * tab-separated and says nothing that is the default, so that a difference between two texts is what
 * changed, and many lines are few bytes.
 */
final class SessionText {
  static final String MAGIC = "alfheim-session ";
  static final int VERSION = 1;
  /** Stands for a size or a hash that is not known. */
  static final String UNKNOWN = "-";

  private SessionText() {}

  /**
   * Writes a session.
   *
   * @throws IOException if it cannot be written so that it is read again as it is
   */
  static byte[] write(SessionEntry session) throws IOException {
    StringBuilder text = new StringBuilder(256 + 128 * session.datasets().size());
    try {
      head(text, session);
      datasets(text, session.datasets());
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "Session '" + session.key() + "' cannot be recorded: " + e.getMessage() + ".", e);
    }
    return text.toString().getBytes(UTF_8);
  }

  /**
   * Reads what {@link #write} wrote, and what a later program of the same version added to it.
   *
   * @throws IOException naming the place and the line if it is damaged or of another version
   */
  static SessionEntry read(SessionKey key, byte[] text) throws IOException {
    return new SessionTextReader(key, text).read();
  }

  private static void head(StringBuilder text, SessionEntry session) {
    text.append(MAGIC).append(VERSION).append('\n');
    line(text, "id", session.id().toString());
    if (!session.protocol().isEmpty()) {
      line(text, "protocol", session.protocol());
    }
    for (String project : session.projects()) {
      line(text, "project", project);
    }
    for (Location at : session.locations()) {
      line(text, "at", at.store(), at.path().value());
    }
    text.append('\n');
  }

  private static void line(StringBuilder text, String key, String... values) {
    text.append(key);
    for (String value : values) {
      text.append('\t').append(Escape.column(value));
    }
    text.append('\n');
  }

  private static void datasets(StringBuilder text, List<DatasetEntry> datasets) {
    List<DatasetEntry> sorted =
        datasets.stream().sorted(Comparator.comparing(DatasetEntry::path)).toList();
    requireUnique(sorted);
    for (DatasetEntry dataset : sorted) {
      text.append(Escape.column(dataset.path())).append('\t');
      text.append(dataset.size() < 0 ? UNKNOWN : Long.toString(dataset.size())).append('\t');
      text.append(hash(dataset));
      options(text, dataset);
      text.append('\n');
    }
  }

  private static void requireUnique(List<DatasetEntry> sorted) {
    String previous = "";
    for (DatasetEntry dataset : sorted) {
      if (dataset.path().equals(previous)) {
        throw new IllegalArgumentException(
            previous.isEmpty() ? "a dataset has no path" : "it has '" + previous + "' twice");
      }
      previous = dataset.path();
    }
  }

  private static String hash(DatasetEntry dataset) {
    return switch (dataset.hash()) {
      case "" -> UNKNOWN;
      case UNKNOWN -> "%2D";
      default -> Escape.column(dataset.hash());
    };
  }

  private static void options(StringBuilder text, DatasetEntry dataset) {
    if (dataset.qc() != Qc.NOT_SET) {
      text.append("\tqc=").append(dataset.qc());
    }
    if (dataset.defaultRevision() != null) {
      text.append(dataset.defaultRevision() ? "\tdefault=yes" : "\tdefault=no");
    }
    if (!dataset.present()) {
      text.append("\tabsent");
    }
    if (dataset.givenId() != null) {
      text.append("\tid=").append(dataset.givenId());
    }
    if (!dataset.stores().isEmpty()) {
      text.append(dataset.stores().stream()
          .map(Escape::item)
          .collect(Collectors.joining(",", "\tin=", "")));
    }
  }
}
