/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.engine;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Better words for what Java throws without saying what to do next.
 *
 * @param hint the next step
 */
record KnownTrouble(String message, String hint) {
  /** What the JVM says of two classes with one name, if one is known to snippets. */
  private static final String LOADER = "loader 'snippets'";

  private static final KnownTrouble OUTDATED = new KnownTrouble(
      "This was made before a bundle was updated and does not fit to what is there now.",
      "/reload repeats what was entered with the new bundle.");

  static Optional<KnownTrouble> find(Throwable thrown) {
    if (thrown instanceof LinkageError && String.valueOf(thrown.getMessage()).contains(LOADER)) {
      return Optional.of(OUTDATED);
    }
    if (thrown instanceof OutOfMemoryError) {
      return Optional.of(outOfMemory(Runtime.getRuntime().maxMemory()));
    }
    return thrown instanceof NoSuchFileException missing && missing.getFile() != null
        ? Optional.of(missing(Path.of(missing.getFile()).toAbsolutePath().normalize()))
        : Optional.empty();
  }

  private static KnownTrouble outOfMemory(long bytes) {
    return new KnownTrouble(
        "This needs more memory than the " + (bytes >> 20) + " MB that Java may use.",
        "Load less at once, or start with more: ALFHEIM_JAVA_OPTS=-Xmx8g console/alfheim.");
  }

  private static KnownTrouble missing(Path file) {
    Path there = file;
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    return new KnownTrouble(
        "There is no file '" + file + "'; nearest is '" + there + "'.",
        "See what is there: Files.list(Path.of(\"" + there + "\")).toList().");
  }
}
