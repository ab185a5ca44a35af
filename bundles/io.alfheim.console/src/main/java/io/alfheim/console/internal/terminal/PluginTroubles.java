/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.terminal;

import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Tells of bundles that were dropped in and do not start. What watches the folder only writes to the
 * log, where nobody looks who has just copied a file.
 */
final class PluginTroubles extends Handler {
  private static final Logger WATCHER = Logger.getLogger("fileinstall");
  private static final int LONGEST = 400;
  private final Consumer<String> out;

  PluginTroubles(Consumer<String> out) {
    this.out = out;
    setLevel(Level.WARNING);
  }

  void open() {
    WATCHER.addHandler(this);
  }

  @Override
  public void publish(LogRecord record) {
    if (isLoggable(record)) {
      Throwable thrown = record.getThrown();
      String text = record.getMessage() + (thrown == null ? "" : ": " + thrown.getMessage());
      String line = text.lines().findFirst().orElse("");
      out.accept(line.length() > LONGEST ? line.substring(0, LONGEST) : line);
    }
  }

  @Override
  public void flush() {
    // Nothing is kept back.
  }

  @Override
  public void close() {
    WATCHER.removeHandler(this);
  }
}
