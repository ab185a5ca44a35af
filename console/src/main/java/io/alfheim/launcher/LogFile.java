/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Sends the log of the whole process to a file. The JVM makes one of these when a logger is asked for
 * for the first time, so that no start waits for it.
 */
public final class LogFile {
  static final String FOLDER = "alfheim.log.folder";
  static final String NAME = "alfheim.log";
  private static final String FORMAT = "%1$tF %1$tT.%1$tL %4$s %3$s - %5$s%6$s%n";
  private static final long LARGE = 2L << 20;
  private static final int KEPT = 3;

  /** Called by the JVM, by the name of the class. */
  public LogFile() throws IOException {
    Logger root = Logger.getLogger("");
    String folder = System.getProperty(FOLDER);
    if (folder == null) {
      root.setLevel(Level.OFF);
      return;
    }
    Path file = Path.of(folder, NAME);
    rotate(file, LARGE);
    System.setProperty("java.util.logging.SimpleFormatter.format", FORMAT);
    // A second process finds the file locked and writes to alfheim.log.1.
    FileHandler handler = new FileHandler(file.toString().replace("%", "%%"), true);
    handler.setFormatter(new SimpleFormatter());
    handler.setEncoding("UTF-8");
    root.addHandler(handler);
    root.setLevel(Level.INFO);
  }

  /** Asks the JVM to log with this class. */
  static void use(Home home) {
    System.setProperty("java.util.logging.config.class", LogFile.class.getName());
    home.writable("log").ifPresent(folder -> System.setProperty(FOLDER, folder.toString()));
  }

  static void rotate(Path file, long large) throws IOException {
    if (!Files.exists(file) || Files.size(file) < large) {
      return;
    }
    for (int i = KEPT - 1; i >= 1; i--) {
      move(numbered(file, i), numbered(file, i + 1));
    }
    move(file, numbered(file, 1));
  }

  private static Path numbered(Path file, int number) {
    return file.resolveSibling("alfheim." + number + ".log");
  }

  private static void move(Path from, Path to) throws IOException {
    if (Files.exists(from)) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
