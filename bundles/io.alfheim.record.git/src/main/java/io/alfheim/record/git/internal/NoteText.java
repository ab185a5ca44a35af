/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.alfheim.catalog.spi.NotePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.ObjectStream;

/** The text of a note: a version, then its lines, sorted. */
final class NoteText {
  private static final String MAGIC = "alfheim-note ";
  private static final int VERSION = 1;

  private NoteText() {}

  /** All names of the path, from the root of the tree. */
  static List<String> names(NotePath path) {
    List<String> names = new ArrayList<>(List.of(path.topic()));
    path.names().forEach(name -> names.add(Escape.name(name)));
    return names;
  }

  /** The note of the names from the root of the tree. */
  static NotePath path(List<String> names) {
    List<String> below = names.subList(1, names.size());
    return new NotePath(names.get(0), below.stream().map(Escape::decode).toList());
  }

  static byte[] write(List<String> sorted) {
    StringBuilder text = new StringBuilder(MAGIC).append(VERSION).append('\n');
    for (String line : sorted) {
      if (line.isEmpty() || line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0) {
        throw new IllegalArgumentException("A line of a note is never empty and has no break.");
      }
      text.append(line).append('\n');
    }
    return text.toString().getBytes(UTF_8);
  }

  /** Whether a file is a note at all. */
  static boolean is(ObjectReader reader, ObjectId blob) throws IOException {
    byte[] magic = MAGIC.getBytes(UTF_8);
    try (ObjectStream in = reader.open(blob, Constants.OBJ_BLOB).openStream()) {
      return Arrays.equals(in.readNBytes(magic.length), magic);
    }
  }

  /**
   * Reads a note.
   *
   * @throws IOException naming the path if it is damaged or of another version
   */
  static List<String> read(ObjectReader reader, String path, ObjectId blob) throws IOException {
    byte[] bytes = reader.open(blob, Constants.OBJ_BLOB).getBytes(Integer.MAX_VALUE);
    String text = new String(bytes, UTF_8);
    List<String> lines = text.lines().toList();
    if (!text.startsWith(MAGIC) || !text.endsWith("\n")) {
      throw new IOException("'" + path + "' in the record is damaged: it does not begin with '"
          + MAGIC + "', or ends in the middle of a line. Take it from an older commit.");
    }
    if (!lines.get(0).equals(MAGIC + VERSION)) {
      throw new IOException("'" + path + "' in the record is of another version than " + VERSION
          + ", which this program reads. Use a newer program.");
    }
    return lines.subList(1, lines.size());
  }
}
