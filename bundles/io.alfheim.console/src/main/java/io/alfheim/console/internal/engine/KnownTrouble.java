/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.engine;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Better words for what Java throws without saying what to do next.
 *
 * @param hint the next step
 */
public record KnownTrouble(String message, String hint) {
  /** What the JVM says of two classes with one name, if one is known to snippets. */
  private static final String LOADER = "loader 'snippets'";

  /** What more memory for Java helps against, unlike too many threads or an array beyond bounds. */
  private static final String HEAP = "heap space";

  /** How to list a folder where code is entered, with %s for its path. */
  public static final String BY_CODE = "Files.list(Path.of(\"%s\")).toList()";

  private static final KnownTrouble OUTDATED = new KnownTrouble(
      "This was made before a bundle was updated and does not fit to what is there now.",
      "/reload repeats what was entered with the new bundle.");

  static Optional<KnownTrouble> find(Throwable thrown) {
    if (thrown instanceof LinkageError && String.valueOf(thrown.getMessage()).contains(LOADER)) {
      return Optional.of(OUTDATED);
    }
    if (thrown instanceof OutOfMemoryError
        && String.valueOf(thrown.getMessage()).contains(HEAP)) {
      return Optional.of(outOfMemory(Runtime.getRuntime().maxMemory()));
    }
    return thrown instanceof NoSuchFileException missing && missing.getFile() != null
        ? Optional.of(missing(missing.getFile(), BY_CODE))
        : Optional.empty();
  }

  /**
   * What to tell, in one line, of a file that was asked for and cannot be had.
   *
   * @param list how the reader lists a folder, with %s for its path
   */
  public static String line(FileSystemException e, String list) {
    String file = String.valueOf(e.getFile());
    if (e instanceof NoSuchFileException) {
      KnownTrouble missing = missing(file, list);
      return missing.message() + " " + missing.hint();
    }
    String reason = e instanceof AccessDeniedException
        ? "access is denied"
        : Objects.requireNonNullElse(e.getReason(), "the system does not say why");
    return "'" + file + "' cannot be used: " + reason + ". Look at it: ls -ld '" + file + "'.";
  }

  private static KnownTrouble outOfMemory(long bytes) {
    return new KnownTrouble(
        "This needs more memory than the " + (bytes >> 20) + " MB that Java may use.",
        "Load less at once, or start with more: ALFHEIM_JAVA_OPTS=-Xmx8g console/alfheim.");
  }

  private static KnownTrouble missing(String name, String list) {
    Path file = Path.of(name).toAbsolutePath().normalize();
    Path there = file;
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    return new KnownTrouble(
        "There is no file '" + file + "'; nearest is '" + there + "'.",
        "See what is there: " + list.formatted(there) + ".");
  }
}
