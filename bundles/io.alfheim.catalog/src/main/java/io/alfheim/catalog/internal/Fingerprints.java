/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Remembers for each file of one session folder which content it had when it was read, by size and time
 * of change, so that it need not be read again. Only a memory: without it files are read again.
 */
final class Fingerprints {
  private final Path file;
  private final Map<String, Print> before;
  private final Map<String, Print> now = new TreeMap<>();

  /** What a file looked like, and what its content was. */
  record Print(long size, long modified, String hash) {}

  private Fingerprints(Path file, Map<String, Print> before) {
    this.file = file;
    this.before = before;
  }

  static Fingerprints of(Path folder, String store, String session) throws IOException {
    Path file = folder.resolve(store).resolve(session + ".tsv");
    Map<String, Print> before = new HashMap<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        String[] cells = line.split("\t", -1);
        if (cells.length == 4) {
          before.put(
              cells[3], new Print(Long.parseLong(cells[0]), Long.parseLong(cells[1]), cells[2]));
        }
      }
    }
    return new Fingerprints(file, before);
  }

  /** The hash of a file that looks as it did; empty if it looks different or is not known. */
  String find(String path, long size, long modified) {
    Print print = before.get(path);
    if (print == null || modified == 0 || print.size != size || print.modified != modified) {
      return "";
    }
    return print.hash;
  }

  boolean knows(String path) {
    return before.containsKey(path);
  }

  void put(String path, long size, long modified, String hash) {
    now.put(path, new Print(size, modified, hash));
  }

  /** A file that could not be read: it looks different from what is remembered, so it is tried again. */
  void keep(String path) {
    Print print = before.get(path);
    if (print != null) {
      now.put(path, print);
    }
  }

  /** All that is remembered and not looked at now stays so. */
  void keepAll() {
    now.putAll(before);
  }

  /** Writes what is known now, if it differs and can be written. */
  void save() throws IOException {
    if (now.equals(before)) {
      return;
    }
    StringBuilder lines = new StringBuilder();
    now.forEach((path, p) -> lines
        .append(p.size)
        .append('\t')
        .append(p.modified)
        .append('\t')
        .append(p.hash)
        .append('\t')
        .append(path)
        .append('\n'));
    Files.createDirectories(file.getParent());
    Path temporary = Files.createFile(file.resolveSibling("prints-" + UUID.randomUUID() + ".new"));
    try {
      Files.writeString(temporary, lines);
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
