/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.cache;

import io.alfheim.store.StoreEntry;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/**
 * Where bytes are kept that are not those asked for, each with a note. As long as the file that they came
 * from looks as it did, it is not fetched again.
 */
record Quarantine(Path folder) {
  private static final String NOTE = ".txt";
  static final String BYTES = ".bytes";

  /** What is known about the origin, if it was found wrong and has not changed since. */
  Optional<Quarantined> find(ContentKey key, Origin origin, StoreEntry now) throws IOException {
    Path note = note(key, origin);
    if (!Files.exists(note)) {
      return Optional.empty();
    }
    Properties lines = lines(note);
    boolean same = look(now).equals(lines.getProperty("look"));
    return same ? Optional.of(quarantined(note, lines)) : Optional.empty();
  }

  /** Takes what came and writes the note; gives the place of the bytes. */
  Path add(ContentKey key, Origin origin, StoreEntry now, Path part, String fault)
      throws IOException {
    Files.createDirectories(folder);
    Path note = note(key, origin);
    if (Files.exists(part)) {
      Files.move(part, bytes(note), StandardCopyOption.REPLACE_EXISTING);
    }
    String text = "location = " + escaped(origin.location().toString()) + "\nwanted = " + key
        + "\nfault = " + escaped(fault) + "\nlook = " + look(now) + "\nsince = " + Instant.now()
        + "\n";
    Path fresh = note.resolveSibling(note.getFileName() + ".new");
    Files.writeString(fresh, text);
    Files.move(fresh, note, StandardCopyOption.ATOMIC_MOVE);
    return bytes(note);
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\n", "\\n");
  }

  private static String look(StoreEntry file) {
    return file.size() + " " + file.modified();
  }

  /** All notes, the newest first. */
  List<Quarantined> list() throws IOException {
    List<Quarantined> all = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> notes = Files.newDirectoryStream(folder, "*" + NOTE)) {
        for (Path note : notes) {
          all.add(quarantined(note, lines(note)));
        }
      }
    }
    all.sort(Comparator.comparing(Quarantined::since).reversed());
    return all;
  }

  /** Forgets everything; what was wrong is fetched again when it is asked for. */
  void clear() throws IOException {
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
        for (Path file : files) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static Properties lines(Path note) throws IOException {
    Properties lines = new Properties();
    try (Reader in = Files.newBufferedReader(note)) {
      lines.load(in);
    } catch (NoSuchFileException clearedByAnother) {
      return lines;
    }
    return lines;
  }

  private static Quarantined quarantined(Path note, Properties lines) {
    return new Quarantined(
        lines.getProperty("location", ""),
        lines.getProperty("fault", ""),
        Instant.parse(lines.getProperty("since", Instant.EPOCH.toString())),
        bytes(note));
  }

  private Path note(ContentKey key, Origin origin) {
    byte[] location = origin.location().toString().getBytes(StandardCharsets.UTF_8);
    return folder.resolve(key + "-" + UUID.nameUUIDFromBytes(location) + NOTE);
  }

  private static Path bytes(Path note) {
    String name = String.valueOf(note.getFileName());
    return note.resolveSibling(name.substring(0, name.length() - NOTE.length()) + BYTES);
  }
}
