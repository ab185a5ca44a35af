/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * How long a person waits for the prompt, in a real terminal, and how long a line of code takes from
 * the start of the process to its end. No test: prints the medians beside what they may be.
 *
 * <p>{@code java console/src/test/java/io/alfheim/launcher/StartTimes.java}, from the top folder.
 */
final class StartTimes {
  private static final int RUNS = 5;
  private static final String PROMPT = "alfheim> ";

  private final String script;
  private final Path home;

  private StartTimes(Path script, Path home) {
    this.script = script.toAbsolutePath().toString();
    this.home = home;
  }

  /** Measures the console of this checkout, or the script that is named. */
  public static void main(String... arguments) throws Exception {
    Path script = Path.of(arguments.length == 0 ? "console/alfheim" : arguments[0]);
    StartTimes times = new StartTimes(script, Files.createTempDirectory("start-times"));
    times.print("prompt", 1000, times::prompt);
    times.print("-e '1+1', whole process", 1500, times::line);
  }

  /** The first run builds what is missing and does not count. */
  private void print(String what, double most, Callable<Double> run) throws Exception {
    run.call();
    double[] millis = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      millis[i] = run.call();
    }
    Arrays.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "%-26s median %5.0f ms, best %5.0f ms; may be %5.0f ms%n",
        what,
        millis[RUNS / 2],
        millis[0],
        most);
  }

  /** Milliseconds until the prompt is on the screen. */
  private double prompt() throws IOException, InterruptedException {
    String command = "stty cols 100 rows 40; exec '" + script + "' --home '" + home + "'";
    ProcessBuilder builder = new ProcessBuilder("script", "-qefc", command, "/dev/null");
    builder.environment().put("TERM", "xterm-256color");
    long start = System.nanoTime();
    Process process = builder.redirectErrorStream(true).start();
    InputStream screen = process.getInputStream();
    StringBuilder shown = new StringBuilder();
    byte[] bytes = new byte[4096];
    while (shown.indexOf(PROMPT) < 0) {
      int n = screen.read(bytes);
      if (n < 0) {
        throw new IllegalStateException("The console ended without a prompt.");
      }
      shown.append(new String(bytes, 0, n, UTF_8));
    }
    double millis = (System.nanoTime() - start) / 1e6;
    process.descendants().forEach(ProcessHandle::destroy);
    screen.transferTo(OutputStream.nullOutputStream());
    process.waitFor();
    return millis;
  }

  /** Milliseconds until the process that computes a line has ended. */
  private double line() throws IOException, InterruptedException {
    long start = System.nanoTime();
    ProcessBuilder builder = new ProcessBuilder(script, "--home", home.toString(), "-e", "1+1");
    int code = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    if (code != 0) {
      throw new IllegalStateException("The console ended with " + code + ".");
    }
    return (System.nanoTime() - start) / 1e6;
  }
}
