/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import io.alfheim.blobs.BlobException;
import io.alfheim.blobs.ChecksumLimit;
import io.alfheim.blobs.SectionConfig;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The configuration files of sections, {@code etc/io.alfheim.blobs-NAME.cfg}. */
record SectionFiles(Path etc) {
  private static final String PREFIX = "io.alfheim.blobs-";
  private static final String SUFFIX = ".cfg";
  private static final Set<String> KEYS =
      Set.of("store", "location", "folder", "subfolding", "stage", "checksum");

  /** All sections, by name. */
  Map<String, SectionConfig> read() throws IOException {
    Map<String, SectionConfig> sections = new TreeMap<>();
    if (Files.isDirectory(etc)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(etc, PREFIX + "*" + SUFFIX)) {
        for (Path file : files) {
          SectionConfig section = read(file);
          sections.put(section.name(), section);
        }
      }
    }
    return sections;
  }

  private static SectionConfig read(Path file) throws IOException {
    Properties lines = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      lines.load(in);
    }
    String fileName = file.getFileName().toString();
    String name = fileName.substring(PREFIX.length(), fileName.length() - SUFFIX.length());
    String store = lines.getProperty("store", "").strip();
    if (store.isEmpty()) {
      throw new BlobException(
          "Section '" + name + "' is missing 'store' in '" + file + "'.",
          "Add a line: store = NAME.");
    }
    lines.stringPropertyNames().stream()
        .filter(key -> !KEYS.contains(key))
        .sorted()
        .findFirst()
        .ifPresent(key -> {
          throw new BlobException(
              "Section '" + name + "' has the unknown key '" + key + "' in '" + file + "'.",
              "Known keys: " + KEYS.stream().sorted().toList() + ".");
        });
    Optional<Path> stage =
        Optional.ofNullable(lines.getProperty("stage")).map(String::strip).map(Path::of);
    return new SectionConfig(
        name,
        store,
        lines.getProperty("location", "").strip(),
        lines.getProperty("folder", name).strip(),
        subfolding(name, lines.getProperty("subfolding", "2, 2")),
        stage,
        ChecksumLimit.of(lines.getProperty("checksum", "always")));
  }

  private static List<Integer> subfolding(String section, String text) {
    try {
      return Arrays.stream(text.split(","))
          .map(String::strip)
          .filter(number -> !number.isEmpty())
          .map(Integer::valueOf)
          .toList();
    } catch (NumberFormatException e) {
      throw new BlobException(
          "Section '" + section + "' cannot have the subfolding '" + text + "'.",
          "Give numbers of digits, for example 2, 2.",
          e);
    }
  }

  /** Writes a section, whole or not at all. */
  void write(SectionConfig section) throws IOException {
    Properties lines = new Properties();
    lines.setProperty("store", section.store());
    lines.setProperty("location", section.location());
    lines.setProperty("folder", section.folder());
    lines.setProperty(
        "subfolding",
        section.subfolding().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    section.stage().ifPresent(stage -> lines.setProperty("stage", stage.toString()));
    lines.setProperty("checksum", section.checksum().toString());
    StringWriter text = new StringWriter();
    lines.store(text, null);
    Files.createDirectories(etc);
    Path temporary = Files.createTempFile(etc, "section", ".new");
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
