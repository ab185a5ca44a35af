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

/** What is left of a process that has run to its end. */
record Finished(int code, String out, String err) {
  private static final int PATIENCE = 120;

  /** Runs the console of this build with its own home, to its end. */
  static Finished console(String input, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(Dist.script().toString()));
    command.addAll(List.of(arguments));
    return run(Dist.newFolder("modes"), input, command);
  }

  /** Runs a command in a folder, with consoles on the Java of this test and the home there. */
  static Finished run(Path folder, String input, List<String> command)
      throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment(folder));
    Process process =
        builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(UTF_8));
    }
    if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("The process did not end: " + Files.readString(out));
    }
    return new Finished(process.exitValue(), Files.readString(out), Files.readString(err));
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
