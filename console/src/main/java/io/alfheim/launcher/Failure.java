/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.launcher;

/** What ended the console, in one line. */
final class Failure {
  private Failure() {}

  static String text(Throwable failure) {
    String message = failure.getMessage();
    String told = message == null || message.isBlank()
        ? failure.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
    return failure instanceof OutOfMemoryError
        ? "it needs more memory (" + told
            + "). Start it with more: ALFHEIM_JAVA_OPTS=-Xmx8g console/alfheim."
        : told;
  }
}
