/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/**
 * What a home asks of its record, in {@code etc/io.alfheim.record.cfg}.
 *
 * @param file where this was read
 * @param namespace the one that ids are to be derived from, if it says one
 * @param ssh the folder with the keys, known hosts and settings of SSH
 */
record RecordSettings(Path file, Optional<UUID> namespace, Path ssh) {

  /** Reads those of a home; a missing file asks for nothing. */
  static RecordSettings of(Path home) throws IOException {
    Path file = home.resolve("etc").resolve("io.alfheim.record.cfg");
    Properties settings = new Properties();
    if (Files.exists(file)) {
      try (Reader in = Files.newBufferedReader(file, UTF_8)) {
        settings.load(in);
      } catch (IllegalArgumentException e) {
        throw new IOException("'" + file + "' cannot be read: " + e.getMessage() + ".", e);
      }
    }
    String given = settings.getProperty("ssh", "").strip();
    Path ssh = given.isEmpty()
        ? Path.of(System.getProperty("user.home"), ".ssh")
        : home.resolve(given).toAbsolutePath().normalize();
    String namespace = settings.getProperty("namespace", "").strip();
    try {
      return new RecordSettings(
          file,
          namespace.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(namespace)),
          ssh);
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "The namespace '" + namespace + "' in '" + file + "' is no UUID. Correct or remove it.",
          e);
    }
  }

  /** Makes sure that the record has the namespace asked for. */
  void check(UUID actual) throws IOException {
    if (!namespace.orElse(actual).equals(actual)) {
      throw new IOException("'" + file + "' asks for namespace '" + namespace.get()
          + "', but the ids of the record are derived from '" + actual
          + "'. Remove the line, or use another home.");
    }
  }
}
