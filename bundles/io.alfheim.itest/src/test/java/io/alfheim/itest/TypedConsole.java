/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.itest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A console in a real terminal, and the person in front of it. */
final class TypedConsole implements AutoCloseable {
  /** Colours, cursor movements, titles and modes of a terminal. */
  private static final Pattern ESCAPES =
      Pattern.compile("\u001b(\\[[0-9;?<>=]*[ -/]*[@-~]|\\][^\u0007]*\u0007|[()][A-Z0-9]|[=>78])");

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  private final Process process;
  private final OutputStream keyboard;
  private final StringBuilder screen = new StringBuilder();
  private int seen;

  /** Starts the console with a home. */
  TypedConsole(Path home) throws IOException {
    // A build in the background ignores Ctrl-C and its children with it, hence env.
    String command = "stty cols 100 rows 40; exec env --default-signal=INT '" + Dist.script() + "'";
    // script makes the terminal; -e hands on the exit code, -f flushes.
    ProcessBuilder builder = new ProcessBuilder("script", "-qefc", command, "/dev/null");
    builder.environment().putAll(Finished.environment(home));
    builder.environment().put("TERM", "xterm-256color");
    builder.environment().put("SHELL", "/bin/sh");
    process = builder.redirectErrorStream(true).start();
    keyboard = process.getOutputStream();
    Thread reader = new Thread(this::watch, "terminal");
    reader.setDaemon(true);
    reader.start();
  }

  private void watch() {
    try (InputStream in = process.getInputStream()) {
      byte[] bytes = new byte[8192];
      for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
        synchronized (screen) {
          screen.append(new String(bytes, 0, n, UTF_8));
          screen.notifyAll();
        }
      }
    } catch (IOException e) {
      // The terminal is gone, and what was seen is what there is.
    }
  }

  /** Types keys. */
  void type(String keys) throws IOException {
    keyboard.write(keys.getBytes(UTF_8));
    keyboard.flush();
  }

  /** Types a line. */
  void enter(String line) throws IOException {
    type(line + "\r");
  }

  /** Waits until something is shown after what was waited for last. */
  void await(String regex) throws InterruptedException {
    Pattern pattern = Pattern.compile(regex, Pattern.MULTILINE);
    long end = System.nanoTime() + PATIENCE;
    synchronized (screen) {
      while (true) {
        String text = text();
        Matcher matcher = pattern.matcher(text);
        if (matcher.find(Math.min(seen, text.length()))) {
          seen = matcher.end();
          return;
        }
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
          throw new AssertionError("'" + regex + "' was not shown after:\n" + text);
        }
        screen.wait(Math.min(left, 500));
      }
    }
  }

  /** All that was shown. */
  String shown() {
    synchronized (screen) {
      return text();
    }
  }

  private String text() {
    return ESCAPES.matcher(screen).replaceAll("");
  }

  /** Waits for the end. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE, TimeUnit.NANOSECONDS)) {
      throw new AssertionError("The console did not end:\n" + text());
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
