/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.benchmarks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a Java machine of its own, where nothing is loaded or compiled yet. */
final class FreshJava {
  private static final String HEAP = "-Xmx512m";

  private FreshJava() {}

  /** Runs a main class with the class path of this one and a small heap, and waits for it. */
  static void run(Class<?> main, String... arguments) throws IOException, InterruptedException {
    runWith(HEAP, main, arguments);
  }

  /** As the other, with a heap of another size. */
  static void runWith(String heap, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    int exit = builder(main, heap, arguments).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new IOException("'" + main.getSimpleName() + "' ended with exit code " + exit + ".");
    }
  }

  /** Starts a main class that reads from this process and writes to it. */
  static Process start(Class<?> main, String heap, String... arguments) throws IOException {
    return builder(main, heap, arguments).redirectError(Redirect.INHERIT).start();
  }

  private static ProcessBuilder builder(Class<?> main, String heap, String... arguments) {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        heap,
        "-cp",
        System.getProperty("java.class.path"),
        main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }
}
