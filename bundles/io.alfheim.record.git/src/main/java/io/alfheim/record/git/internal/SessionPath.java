/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import io.alfheim.alf.SessionKey;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where sessions lie in the tree of the record: {@code sessions/lab/subject/date/number}. */
final class SessionPath {
  /** The folder of all sessions. */
  static final String ROOT = "sessions";
  /** How many names there are below the root. */
  static final int DEPTH = 4;

  private static final String NO_LAB = "-";

  private SessionPath() {}

  /** All names of a path, from the root of the tree. */
  static List<String> names(SessionKey key) {
    String lab = key.lab().isEmpty() ? NO_LAB : Escape.name(key.lab());
    return List.of(
        ROOT, lab, Escape.name(key.subject()), key.date().toString(), key.paddedNumber());
  }

  /** The path as Git shows it. */
  static String text(SessionKey key) {
    return String.join("/", names(key));
  }

  /**
   * The session of the names below the root.
   *
   * @throws IOException if this is not where a session lies
   */
  static SessionKey key(List<String> names) throws IOException {
    String text = ROOT + "/" + String.join("/", names);
    try {
      String lab = names.get(0).equals(NO_LAB) ? "" : Escape.decode(names.get(0));
      String subject = Escape.decode(names.get(1));
      LocalDate date = LocalDate.parse(names.get(2));
      SessionKey key = new SessionKey(lab, subject, date, Integer.parseInt(names.get(3)));
      if (text(key).equals(text)) {
        return key;
      }
    } catch (RuntimeException e) {
      throw stray(text, e);
    }
    throw stray(text, null);
  }

  /** What is to be said of something that lies where only sessions do. */
  static IOException stray(String path, @Nullable Throwable cause) {
    return new IOException(
        "'" + path + "' in the record is no session. Remove it with a commit of your own.", cause);
  }

  /** By which names of one folder are ordered: as the labs and subjects that they stand for. */
  static String order(String name) {
    try {
      return name.equals(NO_LAB) ? "" : Escape.decode(name);
    } catch (IllegalArgumentException e) {
      return name;
    }
  }
}
