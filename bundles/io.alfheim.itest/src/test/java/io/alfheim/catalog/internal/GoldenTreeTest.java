/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.alfheim.alf.AlfPath;
import io.alfheim.catalog.ScanReport;
import io.alfheim.catalog.Scope;
import io.alfheim.catalog.Session;
import io.alfheim.data.ByteSource;
import io.alfheim.data.Document;
import io.alfheim.data.NDArray;
import io.alfheim.format.text.internal.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real folder of lab data, with what another program answered over it. */
class GoldenTreeTest {
  @TempDir
  static Path temporary;

  static Path tree;
  static HomeCatalog catalog;
  static ScanReport report;

  @BeforeAll
  static void scanTheTree() throws Exception {
    Path resources =
        Path.of(GoldenTreeTest.class.getResource("/golden/tree.tgz").toURI());
    new ProcessBuilder("tar", "xzf", resources.toString(), "-C", temporary.toString())
        .inheritIO()
        .start()
        .waitFor();
    tree = temporary.resolve("treeA");
    catalog = RealParts.catalog(temporary.resolve("home"));
    report = catalog.scan(tree);
  }

  @AfterAll
  static void close() throws IOException {
    catalog.close();
  }

  private static Document answers() throws Exception {
    Path file = Path.of(GoldenTreeTest.class.getResource("/golden/answers.json").toURI());
    return new JsonReader().read(ByteSource.of(file)).document();
  }

  @Test
  void everySessionIsFound() throws Exception {
    List<String> known =
        answers().get("sessions").list().stream().map(Document::text).toList();
    List<String> found =
        catalog.search().list().stream().map(GoldenTreeTest::unpadded).toList();
    assertThat(report.sessions()).isEqualTo(105);
    assertThat(found).containsExactlyInAnyOrderElementsOf(known);
  }

  private static String unpadded(Session session) {
    return (session.lab().isEmpty() ? "" : session.lab() + "/") + session.subject() + "/"
        + session.date() + "/" + session.number();
  }

  @Test
  void everyValidDatasetIsFoundAndEveryOtherFileIsReportedWithAReason() throws Exception {
    long files;
    try (Stream<Path> all = Files.walk(tree)) {
      files = all.filter(Files::isRegularFile).count();
    }
    Map<String, Long> reasons = report.leftOut().stream()
        .collect(Collectors.groupingBy(
            left -> left.path().substring(left.path().lastIndexOf('/') + 1),
            Collectors.counting()));
    assertThat(reasons)
        .isEqualTo(
            Map.of("notes.txt", 21L, "a-b.c.d", 21L, "sessions.pqt", 1L, "datasets.pqt", 1L));
    assertThat(report.leftOut()).allSatisfy(left -> assertThat(left.reason()).isNotBlank());
    assertThat(report.datasets()).isEqualTo(files - report.leftOut().size());
    assertThat(report.problems()).isEmpty();
    assertThat(catalog.size().datasets()).isEqualTo(report.datasets());
  }

  @Test
  void everyArrayLoadsAsItWasAnswered() throws Exception {
    int checked = 0;
    for (Document query : answers().get("queries").list()) {
      if (query.text("op").equals("load_dataset")
          && query.find("ok.value.dtype").isPresent()) {
        AlfPath file = AlfPath.of(tree.resolve(query.text("ok.path")).toString());
        Session session = catalog.session(file.toString());
        Scope scope = Scope.in(file.collection()).revision(file.revision());
        same(session.load(file.name().toString(), scope).array(), query.get("ok.value"));
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(40);
  }

  private static void same(NDArray array, Document answer) {
    List<Long> shape =
        answer.get("shape").list().stream().map(Document::integer).toList();
    assertThat(array.shape()).containsExactly(shape.toArray(Long[]::new));
    assertThat(array.dtype().toString()).isEqualTo(answer.text("dtype"));
    assertThat(array.sum()).isCloseTo(answer.number("sum"), within(1e-9));
    assertThat(array.flatten().getDouble(0)).isEqualTo(answer.number("first"));
  }

  @Test
  void everyNpyFileLoads() {
    int loaded = 0;
    for (Session session : catalog.search()) {
      for (var dataset : session.datasets()) {
        if (dataset.path().name().extension().equals("npy")) {
          assertThat(dataset.load().array().size()).isPositive();
          loaded++;
        }
      }
    }
    assertThat(loaded).isGreaterThan(2_200);
  }

  @Test
  void subjectsAreThoseAnswered() throws Exception {
    for (Document query : answers().get("queries").list()) {
      if (query.text("op").equals("list_subjects")) {
        List<String> names = query.get("ok").list().stream().map(Document::text).toList();
        assertThat(catalog.subjects()).isEqualTo(names);
      }
    }
  }

  @Test
  void collectionsOfASessionAreItsFolders() {
    Session session = catalog.session("zadorlab/KS006/2018-07-08/001");
    assertThat(session.collections())
        .isEqualTo(List.copyOf(new TreeSet<>(
            session.datasets().stream().map(d -> d.path().collection()).toList())));
  }
}
