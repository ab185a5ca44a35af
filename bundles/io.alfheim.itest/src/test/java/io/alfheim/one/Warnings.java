/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What is logged as a warning while this is open. */
public final class Warnings extends Handler implements AutoCloseable {
  private static final Logger ALL = Logger.getLogger("io.alfheim");

  private final Formatter formatter = new SimpleFormatter();
  private final List<String> texts = new CopyOnWriteArrayList<>();

  /** Listens from now on. */
  public Warnings() {
    setLevel(Level.WARNING);
    ALL.addHandler(this);
  }

  /** The sentences so far. */
  public List<String> texts() {
    return List.copyOf(texts);
  }

  @Override
  public void publish(LogRecord logged) {
    if (isLoggable(logged)) {
      texts.add(formatter.formatMessage(logged));
    }
  }

  @Override
  public void flush() {
    // nothing is held back
  }

  @Override
  public void close() {
    ALL.removeHandler(this);
  }
}
