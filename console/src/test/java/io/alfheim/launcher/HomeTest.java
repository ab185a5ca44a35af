/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
  private static final Path DIST = Path.of("/opt/alfheim/target/dist");

  private static Path home(Map<String, String> environment, String... options) {
    return Home.of(Options.parse(options), environment, DIST).folder();
  }

  @Test
  void theOptionComesBeforeTheEnvironment() {
    Map<String, String> environment = Map.of("ALFHEIM_HOME", "/env");
    assertThat(home(environment, "--home", "/option")).isEqualTo(Path.of("/option"));
    assertThat(home(environment)).isEqualTo(Path.of("/env"));
    assertThat(home(Map.of())).isEqualTo(Path.of(System.getProperty("user.home"), ".alfheim"));
    assertThat(home(Map.of("ALFHEIM_HOME", ""))).isEqualTo(home(Map.of()));
  }

  @Test
  void theDemoLeavesTheHomeAlone() {
    assertThat(home(Map.of("ALFHEIM_HOME", "/env"), "--demo"))
        .isEqualTo(Path.of("/opt/alfheim/target/demo"));
  }

  @Test
  void aCommaInTheHomeIsRefused() {
    assertThatThrownBy(() -> home(Map.of(), "--home", "/data/Smith, J"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("'/data/Smith, J'")
        .hasMessageContaining("--home");
  }

  @Test
  void whereNothingCanBeWrittenNothingIs(@TempDir Path folder) throws IOException {
    assertThat(new Home(folder).writable("log")).contains(folder.resolve("log"));
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(new Home(file).writable("log")).isEmpty();
  }
}
