/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts a main class of the tests in a process of its own. */
public final class OtherProgram {
  private OtherProgram() {}

  /** On the Java and the classes of this test. */
  public static Process start(Class<?> main, Path output, String... arguments) throws IOException {
    return start(List.of(), main, output, arguments);
  }

  /** With no more rights than a file's own say, also where the tests run as root. */
  static Process startWithoutPrivileges(Class<?> main, Path output, String... arguments)
      throws IOException {
    if (!System.getProperty("user.name").equals("root")) {
      return start(main, output, arguments);
    }
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/setpriv")),
        "NOT TESTED: folders that may not be read, because root may read all and cannot step down");
    List<String> prefix = List.of("/usr/bin/setpriv", "--inh-caps=-all", "--bounding-set=-all");
    return start(prefix, main, output, arguments);
  }

  private static Process start(List<String> prefix, Class<?> main, Path output, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }

  /** Waits for its end, and no longer than a minute. */
  public static void finish(Process process, Path output) throws Exception {
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    process.destroyForcibly();
    if (!ended || process.exitValue() != 0) {
      throw new AssertionError("The other program failed: " + Files.readString(output));
    }
  }
}
