/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents show is what happens. */
class DocumentsIT {
  /** The one language that is not run, for what a file looks like. */
  private static final String PICTURE = "txt";

  private static final Pattern CONSOLE_LINE = Pattern.compile("(echo .*\\| )?console/alfheim\\b.*");
  private static final Pattern MODULES = Pattern.compile("^mvn .*-pl (\\S+)", Pattern.MULTILINE);

  @Test
  void everyBlockOfCodeIsOfAKindThatIsRun() throws Exception {
    List<CodeBlock> blocks = CodeBlock.all();
    assertThat(blocks)
        .as("Fence code as java, sh, properties or text, which is a transcript: all are run")
        .allSatisfy(block -> assertThat(block.language())
            .as("%s", block)
            .isIn("java", "sh", "text", "properties", PICTURE));
  }

  @Test
  void everySnippetRuns() throws Exception {
    List<CodeBlock> snippets =
        CodeBlock.in("java").stream().filter(DocumentsIT::runs).toList();
    assertThat(snippets).isNotEmpty();
    Path lab = Dist.newFolder("lab");
    Finished done = Finished.console(new SnippetScript(snippets).text(lab), "-");
    assertThat(done.err()).as("After %s", done.out()).isEmpty();
    assertThat(done.code()).isZero();
    assertThat(done.out().lines())
        .containsSubsequence(snippets.stream().map(CodeBlock::toString).toList());
  }

  @Test
  void whatCannotRunInTheConsoleCompiles() throws Exception {
    List<CodeBlock> others =
        CodeBlock.in("java").stream().filter(block -> !runs(block)).toList();
    assertThat(others).isNotEmpty();
    for (CodeBlock other : others) {
      assertThat(new ShownClass(other).errors()).as("%s", other).isEmpty();
    }
  }

  /** Snippets run, unless they are about a bundle that the console does not ship. */
  private static boolean runs(CodeBlock block) {
    return !block.isType() && (!block.bundle().startsWith("io.") || Dist.ships(block.bundle()));
  }

  @Test
  void everyTranscriptIsTrue() throws Exception {
    List<CodeBlock> transcripts = CodeBlock.in("text");
    assertThat(transcripts).isNotEmpty();
    for (CodeBlock transcript : transcripts) {
      StringBuilder before = new StringBuilder();
      for (Exchange exchange : Exchange.of(transcript)) {
        String line = exchange.entered() + "\n";
        if (exchange.shown().isEmpty()) {
          before.append(line);
        } else {
          Finished done = Finished.console(before + line, "--demo", "-");
          assertThat(done.err()).as("%s: %s", transcript, line).isEmpty();
          assertThat(
                  done.out().stripTrailing().lines().map(String::stripTrailing).toList())
              .as("%s: %s", transcript, line)
              .isEqualTo(exchange.shown());
        }
      }
    }
  }

  @Test
  void everyCommandIsUnderstoodByTheShell() throws Exception {
    for (CodeBlock block : CodeBlock.in("sh")) {
      Path folder = Dist.newFolder("shell");
      Finished done = Finished.run(folder, "", List.of("sh", "-n", "-c", block.text()));
      assertThat(done.err()).as("%s", block).isEmpty();
      assertThat(modules(block))
          .allSatisfy(module -> assertThat(Dist.TOP.resolve(module).resolve("pom.xml"))
              .as("%s", block)
              .exists());
    }
  }

  private static Stream<String> modules(CodeBlock block) {
    return MODULES
        .matcher(block.text())
        .results()
        .flatMap(found -> Stream.of(found.group(1).split(",")));
  }

  @Test
  void everyCommandOfTheConsoleRuns() throws Exception {
    List<String> lines = CodeBlock.in("sh").stream()
        .flatMap(block -> block.text().lines())
        .filter(line -> CONSOLE_LINE.matcher(line).matches())
        .map(line -> line.replaceFirst(" +#.*", ""))
        .distinct()
        .toList();
    assertThat(lines).hasSizeGreaterThan(3);
    Path folder = Dist.newFolder("shell");
    Files.createSymbolicLink(folder.resolve("console"), Dist.TOP.resolve("console"));
    Files.writeString(folder.resolve("analysis.jsh"), "System.out.println(args.length);\n");
    String script = "set -e\n" + String.join("\n", lines) + "\necho all done\n";
    Finished done = Finished.run(folder, "", List.of("sh", "-c", script));
    assertThat(done.err()).as("After %s", done.out()).isEmpty();
    assertThat(done.out()).endsWith("all done\n");
  }

  @Test
  void everyConfigurationIsComplete() throws Exception {
    for (CodeBlock block : CodeBlock.in("properties")) {
      Properties settings = new Properties();
      settings.load(new StringReader(block.text()));
      assertThat(settings).as("%s", block).isNotEmpty().allSatisfy((key, value) -> {
        assertThat(key.toString()).matches("[A-Za-z][A-Za-z.]*");
        assertThat(value.toString()).isNotBlank();
      });
    }
  }

  @Test
  void theTourRunsToItsEnd() throws Exception {
    Path tour = Dist.script().resolveSibling("tour").resolve("first-steps.jsh");
    Finished done = Finished.console("", "--demo", tour.toString());
    assertThat(done.err()).isEmpty();
    assertThat(done.code()).isZero();
    assertThat(done.out())
        .contains("20 sessions")
        .contains("spikes.times is float64")
        .contains("nearest is");
  }
}
