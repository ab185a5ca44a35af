/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The {@code git} program, as a person types it. */
public final class GitProgram {
  private static final Path GIT = Path.of("/usr/bin/git");

  private GitProgram() {}

  /** Skips the test where there is none. */
  public static void require() {
    assumeTrue(Files.isExecutable(GIT), "NOT TESTED: the git program, because there is no " + GIT);
  }

  /** Runs a command in a folder and tells what it says. */
  public static String run(Path where, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(
        GIT.toString(),
        "-C",
        where.toString(),
        "-c",
        "user.name=Ada",
        "-c",
        "user.email=ada@example.org"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  /** That it finds no fault with a repository. */
  public static void findsNoFaultIn(Path repository) throws Exception {
    assertThat(run(repository, "fsck", "--strict", "--full"))
        .doesNotContainIgnoringCase("error", "warning", "missing", "broken");
  }
}
