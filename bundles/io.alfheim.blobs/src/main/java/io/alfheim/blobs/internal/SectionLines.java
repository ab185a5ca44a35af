/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import io.alfheim.alf.Nearest;
import io.alfheim.blobs.BlobException;
import io.alfheim.blobs.ChecksumLimit;
import io.alfheim.blobs.Compression;
import io.alfheim.blobs.SectionConfig;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What is written about one section.
 *
 * @param name of the section
 * @param file where it is written
 */
record SectionLines(String name, Path file, Properties lines) {
  private static final String STORE = "store";
  private static final String LOCATION = "location";
  private static final String FOLDER = "folder";
  private static final String SUBFOLDING = "subfolding";
  private static final String STAGE = "stage";
  private static final String CHECKSUM = "checksum";
  private static final String COMPRESSION = "compression";
  private static final List<String> KEYS =
      List.of(STORE, LOCATION, FOLDER, SUBFOLDING, STAGE, CHECKSUM, COMPRESSION);

  /** What to write about a section. */
  static Properties of(SectionConfig section) {
    Properties lines = new Properties();
    lines.setProperty(STORE, section.store());
    lines.setProperty(LOCATION, section.location());
    lines.setProperty(FOLDER, section.folder());
    lines.setProperty(
        SUBFOLDING,
        section.subfolding().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    section.stage().ifPresent(stage -> lines.setProperty(STAGE, stage.toString()));
    lines.setProperty(CHECKSUM, section.checksum().toString());
    lines.setProperty(COMPRESSION, section.compression().toString());
    return lines;
  }

  /** The configuration, or an error that says what to write. */
  SectionConfig config() {
    String store = find(STORE)
        .orElseThrow(() -> new BlobException(
            "Section '" + name + "' is missing 'store' in '" + file + "'.",
            "Add a line: store = NAME."));
    requireKnownKeys();
    try {
      return new SectionConfig(
          name,
          store,
          find(LOCATION).orElse(""),
          find(FOLDER).orElse(name),
          subfolding(),
          find(STAGE).map(SectionLines::path),
          find(CHECKSUM).map(ChecksumLimit::of).orElse(ChecksumLimit.ALWAYS),
          find(COMPRESSION).map(Compression::of).orElse(Compression.ZLIB));
    } catch (BlobException e) {
      String wrong = "Section '" + name + "' is wrong in '" + file + "': ";
      throw new BlobException(wrong + e.getMessage(), e.hint(), e);
    }
  }

  private Optional<String> find(String key) {
    return Optional.ofNullable(lines.getProperty(key))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  private void requireKnownKeys() {
    lines.stringPropertyNames().stream()
        .filter(key -> !KEYS.contains(key))
        .sorted()
        .findFirst()
        .ifPresent(key -> {
          throw new BlobException(
              "Section '" + name + "' has the unknown key '" + key + "' in '" + file
                  + "'; nearest is '" + Nearest.to(key, KEYS) + "'.",
              "Known keys: " + String.join(", ", KEYS) + ".");
        });
  }

  /** Nothing behind the key means no folder on the way, and no such line the usual ones. */
  private List<Integer> subfolding() {
    String text = lines.getProperty(SUBFOLDING);
    if (text == null) {
      return SectionConfig.TWO_BY_TWO;
    }
    if (text.isBlank()) {
      return List.of();
    }
    try {
      return Arrays.stream(text.split(",", -1))
          .map(String::strip)
          .map(Integer::valueOf)
          .toList();
    } catch (NumberFormatException e) {
      throw new BlobException(
          "Section '" + name + "' cannot have the subfolding '" + text.strip() + "'.",
          "Give numbers of digits, for example 2, 2.",
          e);
    }
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new BlobException(
          "'" + text.replaceAll("\\p{Cntrl}", "?") + "' cannot be the path of a stage.",
          "Give the absolute path of a local folder.",
          e);
    }
  }
}
