/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.benchmarks;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts the console of this build with a small heap, where nothing is loaded or compiled yet. */
final class FreshConsole {
  private static final String HEAP = "-Xmx512m";

  private final Path home;

  FreshConsole(Path home) {
    this.home = home;
  }

  /** Runs a script that lies beside this class, and waits for it. */
  void run(String script) throws IOException, InterruptedException {
    Path file = home.resolve(script);
    try (InputStream in = FreshConsole.class.getResourceAsStream(script)) {
      if (in == null) {
        throw new FileNotFoundException(script);
      }
      Files.copy(in, file);
    }
    start("-e", "if (false) {}"); // so that the console is built, with its archive of classes
    start(file.toString());
  }

  private void start(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of(alfheim().toString(), "--home", home.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder console = new ProcessBuilder(command).inheritIO();
    console.environment().put("ALFHEIM_JAVA_OPTS", HEAP);
    console.environment().put("ALFHEIM_JAVA", System.getProperty("java.home"));
    int exit = console.start().waitFor();
    if (exit != 0) {
      throw new IOException("The console ended with exit code " + exit + ".");
    }
  }

  /** The script in the folder of the project, in which this class was built. */
  private static Path alfheim() {
    try {
      Path here = Path.of(
          FreshConsole.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return here.resolve("../../../../console/alfheim").normalize();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
