/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.itest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TerminalIT {
  private static final String PROMPT = "alfheim> ";
  private static final String CTRL_C = "\u0003";
  private static final String CTRL_D = "\u0004";

  @BeforeAll
  static void aTerminalCanBeMade() throws Exception {
    Process script = new ProcessBuilder("sh", "-c", "script --version").start();
    assumeThat(new String(script.getInputStream().readAllBytes(), UTF_8))
        .as("what makes the terminal: install util-linux")
        .contains("util-linux");
  }

  @Test
  void aPersonComputesCompletesAndLeaves() throws Exception {
    try (TypedConsole console = new TypedConsole(Dist.newFolder("terminal"))) {
      console.await("Alfheim \\d");
      console.await(PROMPT);
      console.enter("40 + 2");
      console.await("\\b42\\b");
      console.await(PROMPT);
      console.enter("\"µm ★\".length() + \" \" + \"µm ★\"");
      console.await("\"4 µm ★\"");
      console.await(PROMPT);
      console.type("Math.floorM\t");
      console.await("floorMod");
      console.type(CTRL_C);
      console.await(PROMPT);
      console.enter("int twice(int n) {");
      console.await("\\.\\.\\.> ");
      console.enter("return 2 * n; }");
      console.await(PROMPT);
      console.enter("twice(50)");
      console.await("\\b100\\b");
      console.await(PROMPT);
      console.enter("/exit");
      assertThat(console.exitCode()).isZero();
    }
  }

  @Test
  void ctrlCStopsWhatRunsAndCtrlDLeaves() throws Exception {
    try (TypedConsole console = new TypedConsole(Dist.newFolder("terminal"))) {
      console.await(PROMPT);
      console.enter("int kept = 7");
      console.await(PROMPT);
      console.enter("for (int i = 0; ; i++) if (i == 0) System.out.println(\"r\" + \"unning\")");
      console.await("running");
      console.type(CTRL_C);
      console.await(PROMPT);
      console.enter("kept * 6");
      console.await("\\b42\\b");
      console.await(PROMPT);
      console.type(CTRL_D);
      assertThat(console.exitCode()).isZero();
    }
  }

  @Test
  void whatOneCannotFindIsToldAndThePromptComesBack() throws Exception {
    try (TypedConsole console = new TypedConsole(Dist.newFolder("terminal"))) {
      console.await(PROMPT);
      console.enter("int kept = 7");
      console.await(PROMPT);
      console.enter("var l = one.listDatasets(\"SP26\")");
      console.await("No session 'SP26'");
      console.await(PROMPT);
      console.enter("var d = one.loadDataset(\"SP26\", \"spikes.tmes\")");
      console.await("not read yet");
      console.await(PROMPT);
      console.enter("/vars");
      console.await("<No session 'SP26'");
      console.await(PROMPT);
      console.enter("kept * 6");
      console.await("\\b42\\b");
      console.await(PROMPT);
      console.type(CTRL_D);
      assertThat(console.exitCode()).isZero();
    }
  }

  @Test
  void ctrlCBetweenTwoSnippetsOfALineStopsTheSecond() throws Exception {
    try (TypedConsole console = new TypedConsole(Dist.newFolder("terminal"))) {
      console.await(PROMPT);
      console.enter("1 + 1"); // from here on nothing waits for the engine to be made
      console.await(PROMPT);
      console.enter("System.out.println(\"re\" + \"ady\"); while (true) {}");
      console.await("^ready");
      console.type(CTRL_C);
      console.await("Interrupted");
      console.await(PROMPT);
      console.enter("40 + 2");
      console.await("\\b42\\b");
      console.await(PROMPT);
      console.type(CTRL_D);
      assertThat(console.exitCode()).isZero();
    }
  }

  @Test
  void aBundleDroppedIntoPluginsIsUsedAtOnce() throws Exception {
    Path home = Dist.newFolder("terminal");
    Path file = Files.writeString(home.resolve("spikes.times.lines"), "0.5\n41.5\n");
    try (TypedConsole console = new TypedConsole(home)) {
      console.await(PROMPT);
      Path plugins = home.resolve("plugins");
      Files.copy(Dist.formatOfLines(), plugins.resolve("lines.jar"));
      console.await("org\\.example\\.format\\.lines .* is here");
      console.await(PROMPT);
      console.enter("import org.osgi.framework.*");
      console.await(PROMPT);
      console.enter("var bundles = FrameworkUtil.getBundle(NDArray.class).getBundleContext()");
      console.await(PROMPT);
      console.enter("var found = bundles.getServiceReferences(DatasetReader.class,"
          + " \"(io.alfheim.reader.extensions=lines)\")");
      console.await(PROMPT);
      console.enter("var lines = bundles.getService(found.iterator().next())");
      console.await(PROMPT);
      console.enter("lines.read(ByteSource.of(Path.of(\"" + file + "\"))).array().sum()");
      console.await("\\b42\\b");
      console.await(PROMPT);
      console.enter("/exit 3");
      assertThat(console.exitCode()).isEqualTo(3);
    }
  }

  /** A store with a password that is typed. The password is right if the server sees it. */
  @Test
  void aSecretIsTypedUnseenAndCtrlCCancelsTheQuestion() throws Exception {
    Path home = Dist.newFolder("terminal");
    try (ServedFolder server = new ServedFolder(home.resolve("served"));
        TypedConsole console = new TypedConsole(home)) {
      console.await(PROMPT);
      Files.copy(Dist.store("http"), home.resolve("plugins/http.jar"));
      console.await("io\\.alfheim\\.store\\.http .* is here");
      console.await(PROMPT);
      console.enter("stores.add(\"web\", \"" + server.address() + "\", Map.of(\"user\", \"anna\","
          + " \"password\", \"$[prompt:Word of the web]\"))");
      console.await("Word of the web: ");
      console.type(CTRL_C);
      console.await("The question for 'Word of\\s+the web' was\\s+cancelled");
      console.await(PROMPT);
      console.enter("40 + 2");
      console.await("\\b42\\b");
      console.await(PROMPT);
      console.enter("stores.add(\"web\", \"" + server.address() + "\", Map.of(\"user\", \"anna\","
          + " \"password\", \"$[prompt:Word of the web]\")).name()");
      console.await("Word of the web: ");
      console.enter("hu\\sh!! \"x");
      console.await("\"web\"");
      console.await(PROMPT);
      console.enter("6 * 7");
      console.await("\\b42\\b");
      console.await(PROMPT);
      console.enter("/history");
      console.await("6 \\* 7");
      console.await(PROMPT);
      assertThat(console.shown()).doesNotContain("hu\\sh");
      assertThat(server.users).contains("anna:hu\\sh!! \"x");
      console.enter("/exit");
      assertThat(console.exitCode()).isZero();
    }
  }
}
