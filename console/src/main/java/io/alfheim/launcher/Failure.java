/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.launcher;

import java.nio.file.Path;

/** What ended the console, in one line. */
final class Failure {
  private Failure() {}

  /** A sentence or two; the last one names the log, where there is one. */
  static String text(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    // More memory for Java does not help where threads or classes have no room.
    if (failure instanceof OutOfMemoryError && message.contains("heap space")) {
      return "it needs more memory (" + message
          + "). Start it with more: ALFHEIM_JAVA_OPTS=-Xmx8g console/alfheim.";
    }
    return told(failure) + details();
  }

  /** What is no sentence was not written for the user: a path, the name of a class. */
  private static String told(Throwable failure) {
    String type = failure.getClass().getSimpleName();
    String message = failure.getMessage() == null
        ? ""
        : failure
            .getMessage()
            .lines()
            .filter(line -> !line.isBlank())
            .findFirst()
            .orElse("");
    if (message.isEmpty()) {
      return type + ".";
    }
    return message.endsWith(".") ? message.strip() : type + ": " + message.strip() + ".";
  }

  private static String details() {
    String folder = System.getProperty(LogFile.FOLDER);
    return folder == null ? "" : " Details: '" + Path.of(folder, LogFile.NAME) + "'.";
  }
}
