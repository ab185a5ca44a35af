/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.itest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What is left of a console that has run in a process of its own. */
record Finished(int code, String out, String err) {
  private static final int PATIENCE = 120;

  /** Runs the console of this build on the Java of this test with its own home, to its end. */
  static Finished console(String input, String... arguments)
      throws IOException, InterruptedException {
    Path folder = Dist.newFolder("modes");
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    Process process = builder(folder, arguments)
        .redirectOutput(out.toFile())
        .redirectError(err.toFile())
        .start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(UTF_8));
    }
    if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("The console did not end: " + Files.readString(out));
    }
    return new Finished(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private static ProcessBuilder builder(Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of(Dist.script().toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment(folder));
    return builder;
  }

  /** What keeps a console in a folder and on the Java of this test; there is no locale to help it. */
  static Map<String, String> environment(Path folder) {
    return Map.of(
        "ALFHEIM_JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "ALFHEIM_HOME", folder.toString(),
        "HOME", folder.toString(),
        "LC_ALL", "C",
        "NO_COLOR", "1");
  }
}
