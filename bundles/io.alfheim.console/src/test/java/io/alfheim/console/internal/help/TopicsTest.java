/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.help;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.console.Verbs;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.Test;

class TopicsTest {
  private static final List<String> TOGETHER = List.of("help", "in", "labs");
  private final Topics topics = Topics.read();

  @Test
  void everyVerbIsExplained() {
    Set<String> names = topics.all().stream().map(Topic::name).collect(Collectors.toSet());
    assertThat(Arrays.stream(Verbs.class.getMethods()))
        .filteredOn(method -> method.getDeclaringClass() == Verbs.class)
        .extracting(Method::getName)
        .filteredOn(name -> !TOGETHER.contains(name))
        .allSatisfy(name -> assertThat(names).contains(name));
  }

  @Test
  void everyTopicHasTextAndExamples() {
    assertThat(topics.all()).isNotEmpty().allSatisfy(topic -> {
      assertThat(topic.text()).isNotEmpty();
      assertThat(topic.examples()).isNotEmpty();
      assertThat(topic.group()).isNotEmpty();
    });
  }

  @Test
  void everyExampleCompiles() {
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      shell.addToClasspath(System.getProperty("java.class.path"));
      for (String each : List.of(
          "io.alfheim.blobs.*", "io.alfheim.catalog.*", "io.alfheim.data.*", "java.util.*")) {
        shell.eval("import " + each + ";");
      }
      shell.eval("import static io.alfheim.console.Verbs.*;");
      shell.eval("Catalog catalog;");
      shell.eval("StoreSet stores;");
      shell.eval("io.alfheim.one.One one;");
      shell.eval("io.alfheim.blobs.Blobs blobs;");
      shell.eval("String[] args = {};");
      for (Topic topic : topics.all()) {
        topic.examples().forEach(example -> assertCompiles(shell, example));
      }
    }
  }

  /** In a method that is never called: there is no catalog here. */
  private static void assertCompiles(JShell shell, String example) {
    SnippetEvent event =
        shell.eval("Object example() { return " + example + "; }").get(0);
    assertThat(event.status())
        .as(() -> example
            + shell.diagnostics(event.snippet()).map(d -> d.getMessage(null)).toList())
        .isIn(Status.VALID, Status.OVERWRITTEN);
  }

  @Test
  void aPageNamesEveryTopicUnderItsGroup() {
    String page = topics.page();
    assertThat(page).startsWith("Search\n  search(query)").contains("\nLoad\n  load(");
    assertThat(topics.all()).allSatisfy(topic -> assertThat(page).contains(topic.usage()));
    assertThat(page.lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void topicsAreFoundByName() {
    assertThat(topics.find("load")).get().extracting(Topic::usage).asString().startsWith("load(");
    assertThat(topics.find("sizes")).get().extracting(Topic::name).isEqualTo("catalog.sizes");
    assertThat(topics.find("tags")).get().extracting(Topic::name).isEqualTo("catalog.release");
    assertThat(topics.find("nothing")).isEmpty();
  }

  @Test
  void aTopicEndsWithItsExamples() {
    Topic topic =
        Topics.parse(List.of("@ G", "# f(x)", "Does it.", "", "> f(1)")).all().get(0);
    assertThat(topic).hasToString("f(x)\nDoes it.\n\nFor example:\n  f(1)");
  }
}
