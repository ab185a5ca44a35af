/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import io.alfheim.blobs.BlobException;
import io.alfheim.blobs.SectionConfig;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;

/** The configuration files of sections, {@code etc/io.alfheim.blobs-NAME.cfg}. */
record SectionFiles(Path etc) {
  private static final String PREFIX = "io.alfheim.blobs-";
  private static final String SUFFIX = ".cfg";

  /** All sections, by name; a file that is wrong is an error. */
  Map<String, SectionConfig> read() throws IOException {
    Map<String, SectionConfig> sections = new TreeMap<>();
    for (Path file : files()) {
      SectionConfig section = read(file);
      sections.put(section.name(), section);
    }
    return sections;
  }

  /** The sections whose files are right, by name. */
  Map<String, SectionConfig> readable() throws IOException {
    Map<String, SectionConfig> sections = new TreeMap<>();
    for (Path file : files()) {
      try {
        SectionConfig section = read(file);
        sections.put(section.name(), section);
      } catch (IOException | BlobException wrong) {
        // Whoever asks for this section is told.
      }
    }
    return sections;
  }

  /** The names of all sections, also of those whose files are wrong. */
  List<String> names() throws IOException {
    return files().stream().map(SectionFiles::name).sorted().toList();
  }

  /** The section of a name, if there is one; a file of another one may be wrong. */
  Optional<SectionConfig> find(String name) throws IOException {
    for (Path file : files()) {
      if (name(file).equals(name)) {
        return Optional.of(read(file));
      }
    }
    return Optional.empty();
  }

  private List<Path> files() throws IOException {
    List<Path> all = new ArrayList<>();
    if (Files.isDirectory(etc)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(etc, PREFIX + "*" + SUFFIX)) {
        files.forEach(all::add);
      }
    }
    return all;
  }

  private static String name(Path file) {
    String fileName = String.valueOf(file.getFileName());
    return fileName.substring(PREFIX.length(), fileName.length() - SUFFIX.length());
  }

  private static SectionConfig read(Path file) throws IOException {
    Properties lines = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      lines.load(in);
    } catch (IllegalArgumentException e) {
      throw new IOException("The section file '" + file + "' has a broken '\\u'. Correct it.", e);
    } catch (CharacterCodingException e) {
      throw new IOException("The section file '" + file + "' is not UTF-8. Correct it.", e);
    }
    return new SectionLines(name(file), file, lines).config();
  }

  /** Writes a section, whole or not at all. */
  void write(SectionConfig section) throws IOException {
    Properties lines = SectionLines.of(section);
    StringWriter text = new StringWriter();
    lines.store(text, null);
    Files.createDirectories(etc);
    // Not a temporary file, which is for its owner only: others of the laboratory share the home.
    Path temporary = Files.createFile(etc.resolve("section-" + UUID.randomUUID() + ".new"));
    try {
      // without the comment with the time, which Properties puts first
      Files.write(
          temporary,
          text.toString().lines().filter(line -> !line.startsWith("#")).toList());
      Files.move(
          temporary, etc.resolve(PREFIX + section.name() + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
