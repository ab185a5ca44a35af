/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The folders of this repository and what the build has left in them. */
final class Workspace {
  /** The folder of the repository. */
  static final Path TOP = Path.of("").toAbsolutePath().resolve("../..").normalize();

  private Workspace() {}

  /** The folders of the bundles, also of those that no framework runs. */
  static List<Path> bundles() {
    return list(TOP.resolve("bundles")).stream()
        .filter(folder -> Files.isRegularFile(folder.resolve("pom.xml")))
        .toList();
  }

  /** The symbolic names of the bundles, which are the names of their folders, longest first. */
  static List<String> bundleNames() {
    return bundles().stream()
        .map(Workspace::name)
        .sorted(Comparator.comparing(String::length).reversed())
        .toList();
  }

  /** The bundle in whose root package a package lies. */
  static Optional<String> bundleOf(String packageName) {
    return bundleNames().stream()
        .filter(bundle -> (packageName + ".").startsWith(bundle + "."))
        .findFirst();
  }

  /** The compiled main classes of all bundles and of the launcher. */
  static JavaClasses classes() {
    List<Path> folders = Stream.concat(bundles().stream(), Stream.of(TOP.resolve("console")))
        .map(folder -> folder.resolve("target/classes"))
        .filter(Files::isDirectory)
        .toList();
    assertThat(folders).as("Build first: mvn verify.").isNotEmpty();
    return new ClassFileImporter().importPaths(folders);
  }

  /** The main Java files of all bundles and of the launcher. */
  static List<Path> mainSources() {
    return javaFiles(file -> file.toString().contains("/src/main/"));
  }

  /** All Java files that are written by hand. */
  static List<Path> javaFiles(Predicate<Path> filter) {
    return Stream.of("bundles", "console", "cnf", "features")
        .map(TOP::resolve)
        .filter(Files::isDirectory)
        .flatMap(folder -> filesBelow(folder).stream())
        .filter(file -> file.toString().endsWith(".java"))
        .filter(filter)
        .toList();
  }

  /** The manifest of the jar of a bundle. */
  static Attributes manifest(Path bundle) {
    Path target = bundle.resolve("target");
    Path jar = (Files.isDirectory(target) ? list(target) : List.<Path>of())
        .stream()
            .filter(file -> name(file).matches(name(bundle) + "-[0-9][^-]*(-SNAPSHOT)?\\.jar"))
            .findFirst()
            .orElseThrow(() -> new AssertionError(name(bundle) + " has no jar. Run mvn verify."));
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.getManifest().getMainAttributes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> filesBelow(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> !TOP.relativize(file).toString().contains("target/"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A path as it is written in a message. */
  static String shown(Path file) {
    return TOP.relativize(file).toString();
  }
}
