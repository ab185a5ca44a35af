/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.console.internal.render.Style;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;

class FirstScreenTest {

  @Test
  void fiveLinesSayWhatThisIsAndHowToLeave() {
    OpenCatalog open = new OpenCatalog("/home: 2 sessions", "search(\"x\")");
    assertThat(new FirstScreen(Style.PLAIN).lines(new Version("0.1.0.SNAPSHOT"), open))
        .hasSize(5)
        .satisfies(lines -> {
          assertThat(lines.get(0)).startsWith("Alfheim 0.1.0 ");
          assertThat(lines.get(1)).isEqualTo("Open  /home: 2 sessions");
          assertThat(lines.get(2)).isEqualTo("Try   search(\"x\")");
          assertThat(lines.get(3)).contains("help()");
          assertThat(lines.get(4)).contains("Ctrl-D");
        });
  }

  @Test
  void whatCannotBeOpenedIsSaid() {
    assertThat(OpenCatalog.failed(Path.of("/home"), "locked").description())
        .isEqualTo("/home cannot be opened: locked");
    assertThat(OpenCatalog.opening(Path.of("/home")).description()).isEqualTo("/home (opening)");
  }

  @Test
  void theHomeOfTheUserIsATilde() {
    Path home = Path.of(System.getProperty("user.home"), ".alfheim");
    assertThat(OpenCatalog.opening(home).description()).isEqualTo("~/.alfheim (opening)");
  }
}
