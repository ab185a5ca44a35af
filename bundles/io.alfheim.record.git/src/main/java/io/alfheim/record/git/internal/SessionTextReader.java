/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.alfheim.alf.Qc;
import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.catalog.spi.UnreadableSessionException;
import io.alfheim.store.Location;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the text of one session, line by line; used once. */
final class SessionTextReader {
  private final SessionKey key;
  private final byte[] bytes;
  private String text = "";
  private int next;
  private int line = 1;

  private @Nullable UUID id;
  private String protocol = "";
  private final List<String> projects = new ArrayList<>();
  private final List<Location> locations = new ArrayList<>();
  private final List<DatasetEntry> datasets = new ArrayList<>();

  SessionTextReader(SessionKey key, byte[] bytes) {
    this.key = key;
    this.bytes = bytes;
  }

  SessionEntry read() throws IOException {
    try {
      text = decode(bytes);
      version(line());
      UUID given = head();
      String previous = "";
      while (next < text.length()) {
        DatasetEntry dataset = dataset(columns(line()));
        if (dataset.path().compareTo(previous) <= 0) {
          throw new IllegalArgumentException("the path does not come after that of the line above");
        }
        previous = dataset.path();
        datasets.add(dataset);
      }
      return new SessionEntry(key, given, protocol, projects, locations, datasets);
    } catch (IllegalArgumentException e) {
      throw new UnreadableSessionException(
          "'" + SessionPath.text(key) + "' in the record is damaged, line " + line + ": "
              + e.getMessage() + ". Take it from an older commit, or scan its folder again, which"
              + " does so: catalog.scan(Path.of(\"…\")).",
          true,
          e);
    }
  }

  private String decode(byte[] utf8) {
    String lenient = new String(utf8, UTF_8);
    if (lenient.indexOf('\uFFFD') < 0) {
      return lenient;
    }
    ByteBuffer in = ByteBuffer.wrap(utf8);
    try {
      return UTF_8.newDecoder().decode(in).toString();
    } catch (CharacterCodingException e) {
      for (int i = 0; i < in.position(); i++) {
        line += utf8[i] == '\n' ? 1 : 0;
      }
      throw new IllegalArgumentException("it is not UTF-8", e);
    }
  }

  /** The next line. The number of the line is raised before the next one, so that errors name this. */
  private String line() {
    line += next == 0 ? 0 : 1;
    int end = text.indexOf('\n', next);
    if (end < 0) {
      throw new IllegalArgumentException("the text ends in the middle of it");
    }
    String found = text.substring(next, end);
    next = end + 1;
    return found;
  }

  private void version(String first) throws IOException {
    String number =
        first.startsWith(SessionText.MAGIC) ? first.substring(SessionText.MAGIC.length()) : "";
    if (number.equals(Integer.toString(SessionText.VERSION))) {
      return;
    }
    if (!isNumber(number)) {
      throw new IllegalArgumentException("it does not begin with '" + SessionText.MAGIC + "'");
    }
    throw new UnreadableSessionException(
        "'" + SessionPath.text(key) + "' in the record is of version " + number
            + ", but this program reads version " + SessionText.VERSION + ". Use a newer program.",
        false,
        null);
  }

  private UUID head() {
    for (String read = line(); !read.isEmpty(); read = line()) {
      List<String> columns = columns(read);
      switch (columns.get(0)) {
        case "id" -> id = id(column(columns, 1));
        case "protocol" -> protocol = column(columns, 1);
        case "project" -> projects.add(column(columns, 1));
        case "at" ->
          locations.add(new Location(column(columns, 1), new StorePath(column(columns, 2))));
        default -> {} // of a later program of this version
      }
    }
    if (id == null) {
      throw new IllegalArgumentException("the head ends without an 'id'");
    }
    return id;
  }

  private static DatasetEntry dataset(List<String> columns) {
    String path = column(columns, 0);
    long size = size(column(columns, 1));
    String hash =
        columns.size() > 2 && columns.get(2).equals(SessionText.UNKNOWN) ? "" : column(columns, 2);
    Qc qc = Qc.NOT_SET;
    boolean present = true;
    Boolean isDefault = null;
    UUID id = null;
    List<String> stores = List.of();
    for (String option : columns.subList(3, columns.size())) {
      String value = option.substring(option.indexOf('=') + 1);
      switch (option.substring(0, option.length() - value.length())) {
        case "qc=" -> qc = qc(value);
        case "default=" -> isDefault = yes(value);
        case "id=" -> id = id(value);
        case "in=" ->
          stores = Stream.of(value.split(",", -1)).map(Escape::decode).toList();
        default -> present &= !option.equals("absent"); // others: of a later program
      }
    }
    return new DatasetEntry(path, size, hash, qc, present, isDefault, id, stores);
  }

  private static List<String> columns(String line) {
    List<String> columns = new ArrayList<>(6);
    int start = 0;
    for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', start)) {
      columns.add(line.substring(start, tab));
      start = tab + 1;
    }
    columns.add(line.substring(start));
    return columns;
  }

  private static String column(List<String> columns, int at) {
    if (at >= columns.size()) {
      throw new IllegalArgumentException("it has only " + columns.size() + " columns");
    }
    return Escape.decode(columns.get(at));
  }

  private static long size(String text) {
    if (text.equals(SessionText.UNKNOWN)) {
      return DatasetEntry.UNKNOWN_SIZE;
    }
    if (!isNumber(text) || text.length() > 18) {
      throw new IllegalArgumentException("'" + text + "' is no size");
    }
    return Long.parseLong(text);
  }

  /** By a plain loop: this is most of what is asked of a record with millions of datasets. */
  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static Qc qc(String text) {
    return Qc.find(text)
        .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no outcome of QC"));
  }

  private static boolean yes(String text) {
    if (!text.equals("yes") && !text.equals("no")) {
      throw new IllegalArgumentException("'default=" + text + "' is neither yes nor no");
    }
    return text.equals("yes");
  }

  private static UUID id(String text) {
    try {
      if (text.length() == 36) {
        return UUID.fromString(text);
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("'" + text + "' is no id", e);
    }
    throw new IllegalArgumentException("'" + text + "' is no id");
  }
}
