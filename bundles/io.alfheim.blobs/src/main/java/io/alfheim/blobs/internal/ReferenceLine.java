/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import io.alfheim.blobs.Kind;
import io.alfheim.blobs.Reference;
import io.alfheim.blobs.Stored;
import io.alfheim.blobs.Target;
import io.alfheim.catalog.spi.NotePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * How a reference is written: a line of columns, in the note of its session or subject. The columns
 * are the path of the dataset or {@code -}, the name, the section, the kind, the hash, the size, and
 * as needed {@code name=} and {@code contents=}.
 */
final class ReferenceLine {
  /** All notes of this bundle. */
  static final String TOPIC = "blobs";

  private static final String NONE = "-";
  private static final String SUBJECT = "subject";

  private ReferenceLine() {}

  /** The note in which the references of a target are. */
  static NotePath note(Target target) {
    String lab = target.lab().isEmpty() ? NONE : target.lab();
    return new NotePath(
        TOPIC,
        target
            .session()
            .map(key -> List.of(lab, key.subject(), key.date().toString(), key.paddedNumber()))
            .orElseGet(() -> List.of(lab, target.subject(), SUBJECT)));
  }

  static String write(Reference reference) {
    Stored stored = reference.stored();
    String dataset = reference.target().dataset();
    List<String> columns = new ArrayList<>();
    columns.add(dataset.isEmpty() ? NONE : escape(dataset));
    columns.add(escape(reference.name()));
    columns.add(stored.section());
    columns.add(stored.kind().toString().toLowerCase(Locale.ROOT));
    columns.add(Md5.hex(stored.hash()));
    columns.add(Long.toString(stored.size()));
    if (!stored.name().isEmpty()) {
      columns.add("name=" + escape(stored.name()));
    }
    stored.contents().ifPresent(hash -> columns.add("contents=" + Md5.hex(hash)));
    return String.join("\t", columns);
  }

  /**
   * Reads a reference.
   *
   * @param on the session or subject of the note
   * @throws IOException if this is no such line
   */
  static Reference read(Target on, String line) throws IOException {
    return read(on, note(on), line);
  }

  /** As {@link #read(Target, String)}, of a line of some note. */
  static Reference read(Target on, NotePath note, String line) throws IOException {
    List<String> columns = List.of(line.split("\t", -1));
    try {
      Target target = columns.get(0).equals(NONE) ? on : on.dataset(decode(columns.get(0)));
      return new Reference(target, decode(columns.get(1)), stored(columns));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IOException(
          "'" + note + "' in the record has a line that is no reference: '" + line
              + "'. Take it from an older commit",
          e);
    }
  }

  private static Stored stored(List<String> columns) {
    String name = "";
    Optional<UUID> contents = Optional.empty();
    for (String option : columns.subList(6, columns.size())) {
      String value = option.substring(option.indexOf('=') + 1);
      switch (option.substring(0, option.length() - value.length())) {
        case "name=" -> name = decode(value);
        case "contents=" -> contents = Optional.of(Md5.id(value));
        default -> {} // of a later program
      }
    }
    Kind kind = Kind.valueOf(columns.get(3).toUpperCase(Locale.ROOT));
    UUID hash = Md5.id(columns.get(4));
    return new Stored(columns.get(2), kind, hash, Long.parseLong(columns.get(5)), name, contents);
  }

  /** Without the characters that end a line or a column. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '%' || c == 0x7f) {
        escaped.append(String.format("%%%02X", (int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** What {@link #escape} made of it. */
  static String decode(String escaped) {
    StringBuilder text = new StringBuilder(escaped.length());
    for (int i = 0; i < escaped.length(); i++) {
      if (escaped.charAt(i) == '%') {
        text.append((char) Integer.parseInt(escaped, i + 1, i + 3, 16));
        i += 2;
      } else {
        text.append(escaped.charAt(i));
      }
    }
    return text.toString();
  }
}
