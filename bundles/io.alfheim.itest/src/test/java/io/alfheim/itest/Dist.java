/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.itest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What this build has made. */
final class Dist {
  /** The folder of the repository. */
  static final Path TOP =
      Path.of(System.getProperty("alfheim.top", "../..")).toAbsolutePath().normalize();

  private Dist() {}

  /** The bundles that the console ships. */
  static List<Path> bundles() throws IOException {
    try (Stream<Path> files = Files.list(TOP.resolve("console/target/dist/bundles"))) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  /** Whether the console ships a bundle. */
  static boolean ships(String bundle) {
    try {
      return bundles().stream().anyMatch(jar -> jar.toString().contains("/" + bundle + "-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The script that starts the console. */
  static Path script() {
    return TOP.resolve("console/alfheim");
  }

  /** A bundle that the console does not ship: it reads one number per line. */
  static Path formatOfLines() {
    String version = System.getProperty("alfheim.version", "");
    return TOP.resolve("cnf/templates/format/target/org.example.format.lines-" + version + ".jar");
  }

  /** The archive of the features. */
  static Path archiveOfFeatures() {
    String version = System.getProperty("alfheim.version", "");
    return TOP.resolve("features/target/io.alfheim.features-" + version + ".kar");
  }

  /** A bundle that the console does not ship: stores of one kind. */
  static Path store(String kind) {
    String name = "io.alfheim.store." + kind;
    String version = System.getProperty("alfheim.version", "");
    return TOP.resolve("bundles/" + name + "/target/" + name + "-" + version + ".jar");
  }

  /** A new folder below the target folder of this module. */
  static Path newFolder(String name) throws IOException {
    Path parent = Files.createDirectories(TOP.resolve("bundles/io.alfheim.itest/target/homes"));
    return Files.createTempDirectory(parent, name + "-");
  }
}
