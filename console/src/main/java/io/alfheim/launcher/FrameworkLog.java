/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.launcher;

import java.lang.System.Logger.Level;
import org.apache.felix.framework.Logger;
import org.jspecify.annotations.Nullable;

/** Sends what the framework has to say to the log; by itself it would write to the terminal. */
final class FrameworkLog extends Logger {

  @Override
  protected void doLog(int level, String message, @Nullable Throwable thrown) {
    System.getLogger("framework").log(levelOf(level), message, thrown);
  }

  private static Level levelOf(int level) {
    return switch (level) {
      case LOG_ERROR -> Level.ERROR;
      case LOG_WARNING -> Level.WARNING;
      case LOG_INFO -> Level.INFO;
      default -> Level.DEBUG;
    };
  }
}
