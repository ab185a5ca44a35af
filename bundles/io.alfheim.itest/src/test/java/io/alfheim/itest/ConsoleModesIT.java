/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleModesIT {
  @Test
  void aLineOfCodePrintsItsValue() throws Exception {
    Finished done = Finished.console("", "-e", "NDArray.of(1.0, 2.5).sum() + args.length", "x");
    assertThat(done.err()).isEmpty();
    assertThat(done.out().strip()).isEqualTo("4.5");
    assertThat(done.code()).isZero();
  }

  @Test
  void severalLinesOfCodeAreRunInTurn() throws Exception {
    Finished done = Finished.console("", "-e", "int a = 3", "-e", "-a");
    assertThat(done.err()).isEmpty();
    assertThat(done.out().strip()).isEqualTo("-3");
  }

  @Test
  void aScriptHasItsArgumentsAndPrintsWhatItSays() throws Exception {
    Path script = Dist.newFolder("script").resolve("two words.jsh");
    Files.writeString(script, """
        int twice(int n) {
          return 2 * n;
        }
        System.out.println(String.join("+", args) + " " + twice(21));
        "not printed"
        """);
    Finished done = Finished.console("", script.toString(), "a", "b c");
    assertThat(done.err()).isEmpty();
    assertThat(done.out()).isEqualTo("a+b c 42\n");
    assertThat(done.code()).isZero();
  }

  @Test
  void pipedInputIsRunAndItsLastValuePrinted() throws Exception {
    Finished done = Finished.console("var a = 20;\na * 2 + 2\n");
    assertThat(done.err()).isEmpty();
    assertThat(done.out()).isEqualTo("42\n");
    assertThat(done.code()).isZero();
  }

  @Test
  void namesAndTextsAreUtf8WhereThereIsNoLocale() throws Exception {
    String folder = Dist.newFolder("locale").toString();
    String code = """
        var file = Files.writeString(Path.of(args[0], "Größe ★"), "x")
        file.getFileName() + " µm"
        """;
    Finished done = Finished.console(code, "-", folder);
    assertThat(done.err()).isEmpty();
    assertThat(done.out()).isEqualTo("\"Größe ★ µm\"\n");
  }

  @Test
  void aLocaleWithItsOwnDigitsChangesNone() throws Exception {
    Path home = Dist.newFolder("digits");
    List<String> command = List.of(
        "env",
        "ALFHEIM_JAVA_OPTS=-Duser.language=fa",
        Dist.script().toString(),
        "-e",
        "\"%d \".formatted(42) + NDArray.of(0L).astype(\"datetime64[s]\").get(0)");
    Finished done = Finished.run(home, "", command);
    assertThat(done.err()).isEmpty();
    assertThat(done.out()).isEqualTo("\"42 1970-01-01T00:00:00\"\n");
    assertThat(done.code()).isZero();
  }

  @Test
  void anErrorEndsTheScriptWithCodeOneAndItsLine() throws Exception {
    Path script = Dist.newFolder("script").resolve("bad.jsh");
    Files.writeString(script, "int a = 1;\nint b = a / 0;\nSystem.out.println(\"after\");\n");
    Finished done = Finished.console("", script.toString());
    assertThat(done.err()).contains("/ by zero").contains("bad.jsh:2");
    assertThat(done.out()).isEmpty();
    assertThat(done.code()).isEqualTo(1);
  }

  @Test
  void aSearchThatFindsNothingSaysWhatIsNear() throws Exception {
    Finished done = Finished.console("search(\"dataset:spikes.tmes\")\n", "--demo", "-");
    assertThat(done.out().stripTrailing().lines())
        .endsWith("No sessions", "No dataset is 'spikes.tmes'; nearest is 'spikes.times'.");
  }

  @Test
  void anEmptyListOfSessionsSaysWhatIsNear() throws Exception {
    Finished done = Finished.console("one.search().subject(\"XP026\")\n", "--demo", "-");
    assertThat(done.out().stripTrailing().lines())
        .endsWith("(empty)", "No subject is 'XP026'; nearest is 'SP026'.");
  }

  @Test
  void anAnswerOfOneThatCannotBeFoundEndsWithCodeOne() throws Exception {
    Finished done = Finished.console("", "--demo", "-e", "one.listDatasets(\"SP26\")");
    assertThat(done.out()).isEmpty();
    assertThat(done.err()).contains("'SP26'").contains("nearest is");
    assertThat(done.code()).isEqualTo(1);
  }

  @Test
  void aScriptThatFailsEndsTheOneThatOpensIt() throws Exception {
    Path inner = Dist.newFolder("script").resolve("inner.jsh");
    Files.writeString(inner, "int b = 1 / 0;\n");
    Finished done =
        Finished.console("", "-e", "/open " + inner, "-e", "System.out.println(\"after\")");
    assertThat(done.err()).contains("/ by zero");
    assertThat(done.out()).isEmpty();
    assertThat(done.code()).isEqualTo(1);
  }

  @Test
  void aScriptThatIsNotUtf8EndsWithCodeTwo() throws Exception {
    Path script = Dist.newFolder("script").resolve("old.jsh");
    Files.write(script, "\"caf\u00e9\"".getBytes(StandardCharsets.ISO_8859_1));
    Finished done = Finished.console("", script.toString());
    assertThat(done.err()).contains("old.jsh' is not UTF-8").contains("iconv");
    assertThat(done.code()).isEqualTo(2);
  }

  @Test
  void noHomeIsNeededInTheEnvironment() throws Exception {
    Path home = Dist.newFolder("environment");
    List<String> command = List.of(
        "env",
        "-i",
        "PATH=" + System.getenv("PATH"),
        "JAVA_HOME=" + System.getProperty("java.home"),
        "ALFHEIM_HOME=" + home,
        Dist.script().toString(),
        "-e",
        "6 * 7");
    Finished done = Finished.run(home, "", command);
    assertThat(done.err()).isEmpty();
    assertThat(done.out()).isEqualTo("42\n");
  }

  @Test
  void whatDoesNotCompileEndsWithCodeOne() throws Exception {
    Finished done = Finished.console("", "-e", "1 + nonsense");
    assertThat(done.err()).contains("nonsense");
    assertThat(done.code()).isEqualTo(1);
  }

  @Test
  void exitChoosesTheCode() throws Exception {
    assertThat(Finished.console("1 + 1\n/exit 7\n", "-").code()).isEqualTo(7);
  }

  @Test
  void aCheckThatFindsSomethingWrongEndsWithCodeOne() throws Exception {
    Path home = Dist.newFolder("check");
    Path file = home.resolve("data/KS014/2020-01-01/001/alf/spikes.times.npy");
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[] {1});
    String scan = "scan(Path.of(\"" + home.resolve("data") + "\")); ";
    String check = "catalog.check(CheckLevel.FILES)";

    Finished good = Finished.console("", "--home", home.toString(), "-e", scan + check);
    assertThat(good.out()).contains("Nothing is wrong.");
    assertThat(good.code()).isZero();

    Files.write(file, new byte[] {1, 2});
    Finished bad = Finished.console("", "--home", home.toString(), "-e", check);
    assertThat(bad.out()).contains("size differs").contains("spikes.times.npy");
    assertThat(bad.code()).isEqualTo(1);
  }

  @Test
  void aFetchThatIsNotMergedEndsWithCodeOne() throws Exception {
    Path folder = Dist.newFolder("conflict");
    Path file = folder.resolve("data/KS014/2020-01-01/001/alf/spikes.times.npy");
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[] {1});
    String shared = "Path.of(\"" + folder.resolve("shared.git") + "\")";
    String judge =
        "catalog.session(\"KS014/2020-01-01/001\").datasets().get(0).setQc(Qc.%s, \"\"); ";
    String scan = "scan(Path.of(\"" + folder.resolve("data") + "\")); ";
    String ours = folder.resolve("ours").toString();
    String theirs = folder.resolve("theirs").toString();

    Finished.console("", "--home", ours, "-e", scan + "catalog.push(" + shared + ")");
    String there = "catalog.cloneFrom(" + shared + ".toString()); " + judge.formatted("FAIL");
    Finished.console("", "--home", theirs, "-e", there + "catalog.push(" + shared + ")");
    String fetch = judge.formatted("PASS") + "catalog.fetch(" + shared + ")";
    Finished conflict = Finished.console("", "--home", ours, "-e", fetch);
    assertThat(conflict.out()).contains("QC PASS").contains("QC FAIL");
    assertThat(conflict.code()).isEqualTo(1);
  }

  @Test
  void anUnknownOptionIsNamedAndEndsWithCodeTwo() throws Exception {
    Finished done = Finished.console("", "--nonsense");
    assertThat(done.err()).contains("'--nonsense'").contains("--help");
    assertThat(done.code()).isEqualTo(2);
  }

  @Test
  void aMissingScriptEndsWithCodeTwo() throws Exception {
    Finished done = Finished.console("", "no such.jsh");
    assertThat(done.err())
        .startsWith("alfheim: There is no file '")
        .contains("/no such.jsh'; nearest is '")
        .contains(" See what is there: ls '");
    assertThat(done.code()).isEqualTo(2);
  }

  @Test
  void helpNamesTheOptions() throws Exception {
    Finished done = Finished.console("", "--help");
    assertThat(done.out()).contains("--home").contains("--demo").contains("-e CODE");
    assertThat(done.code()).isZero();
  }
}
