/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.alf.Qc;
import io.alfheim.catalog.CheckLevel;
import io.alfheim.catalog.Commit;
import io.alfheim.catalog.NewSession;
import io.alfheim.catalog.Session;
import io.alfheim.catalog.internal.HomeCatalog;
import io.alfheim.catalog.internal.RealParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a catalog answers, as the console shows it. */
class CatalogValuesTest {
  private static final String SP026 = "cortexlab/Subjects/SP026/2019-12-10/001";
  private static final int WIDTH = 120;
  private final Display display = new Display(Style.PLAIN, () -> WIDTH, List::of);

  @TempDir
  Path temporary;

  private Path data;
  private HomeCatalog catalog;
  private Session session;

  @BeforeEach
  void scan() throws IOException {
    data = temporary.resolve("data");
    double[] values = new double[509];
    RealParts.npy(data.resolve(SP026).resolve("alf/_ibl_wheel.position.npy"), values);
    RealParts.npy(data.resolve(SP026).resolve("alf/probe00/#2020-01-08#/spikes.times.npy"), values);
    RealParts.npy(data.resolve("ZM_7/2020-01-01/002/alf/spikes.times.npy"), values);
    catalog = RealParts.catalog(temporary.resolve("home"));
    catalog.scan(data);
    session = catalog.session("SP026/2019-12-10/001");
  }

  @AfterEach
  void close() throws IOException {
    RealParts.close(catalog);
  }

  private List<String> lines(Object value) {
    return display.full(value).lines().toList();
  }

  @Test
  void manySessionsAreATableOfNamesToUse() {
    catalog.newSession(NewSession.of("KS014", LocalDate.parse("2018-03-04"))
        .protocol("biasedChoiceWorld")
        .projects("one", "two"));
    assertThat(lines(catalog.search().list()))
        .containsExactly(
            "   session               lab        datasets  protocol           projects",
            "0  ZM_7/2020-01-01/002                     1",
            "1  SP026/2019-12-10/001  cortexlab         2",
            "2  KS014/2018-03-04/001                    0  biasedChoiceWorld  one, two");
  }

  @Test
  void oneSessionIsASummary() {
    assertThat(lines(session))
        .startsWith("SP026/2019-12-10/001", "  lab          cortexlab")
        .contains("  datasets     2", "  collections  alf, alf/probe00");
  }

  @Test
  void datasetsShowWhereTheyAreAndTheirQc() {
    session.dataset("spikes.times").setQc(Qc.WARNING, "drift");
    session = catalog.session("SP026/2019-12-10/001");
    assertThat(lines(session.datasets()))
        .containsExactly(
            "   collection   revision    dataset                  size    qc",
            "0  alf                      _ibl_wheel.position.npy  4.2 kB",
            "1  alf/probe00  2020-01-08  spikes.times.npy         4.2 kB  WARNING");
    assertThat(lines(session.datasets().get(0)))
        .containsExactly(
            "SP026/2019-12-10/001/alf/_ibl_wheel.position.npy  4.2 kB",
            "  data:" + SP026 + "/alf/_ibl_wheel.position.npy");
  }

  @Test
  void commitsAreATableOfWhoWhenAndWhy() {
    session.dataset("spikes.times").setQc(Qc.WARNING, "Drift\n\nof the left probe");
    List<Commit> log = catalog.log();
    List<String> lines = lines(log);
    assertThat(lines).hasSize(1 + log.size());
    assertThat(lines.get(0)).contains("commit", "when", "who", "why");
    assertThat(lines.get(1))
        .contains(catalog.commit().brief(), log.get(0).author(), "Set QC of 'alf/probe00")
        .doesNotContain("left probe");
  }

  @Test
  void aCommitShowsItsWholeMessageAndWhatItChanged() {
    session.dataset("spikes.times").setQc(Qc.WARNING, "Drift\n\nof the left probe");
    assertThat(lines(catalog.log().get(0)))
        .contains("  of the left probe")
        .anyMatch(line -> line.startsWith("  Set QC of") && line.endsWith(" to WARNING: Drift"))
        .anyMatch(line ->
            line.startsWith("qc") && line.contains("spikes.times.npy") && line.contains("WARNING"));
  }

  @Test
  void aLongDifferenceIsCutAndSaysSo() throws IOException {
    String before = catalog.commit().toString();
    for (int i = 0; i < 300; i++) {
      RealParts.npy(data.resolve("ZM_7/2020-01-01/003/alf/spikes.a" + i + ".npy"), i);
    }
    catalog.scan(data);
    List<String> lines = lines(catalog.diff(before, catalog.commit().toString()));
    assertThat(lines).hasSizeLessThan(25).allMatch(line -> line.length() <= WIDTH);
    assertThat(lines.get(lines.size() - 1)).contains("300");
    assertThat(display.full(catalog.diff(before, before))).doesNotContain("dataset  ");
  }

  @Test
  void aCheckIsAHeadAndATableOfWhatIsWrong() throws IOException {
    assertThat(display.full(catalog.check(CheckLevel.FILES)))
        .contains("2 sessions")
        .endsWith("Nothing is wrong.");
    RealParts.npy(data.resolve(SP026).resolve("alf/_ibl_wheel.position.npy"), 1);
    assertThat(lines(catalog.check(CheckLevel.FILES)))
        .hasSize(3)
        .anyMatch(line -> line.startsWith("size differs  data:cortexlab/Subjects/SP026"));
  }

  @Test
  void conflictsAreATableAndAChoice() throws IOException {
    Path shared = temporary.resolve("shared.git");
    catalog.push(shared);
    HomeCatalog other = RealParts.catalog(temporary.resolve("other"));
    try {
      other.fetch(shared);
      other.session("SP026/2019-12-10/001").dataset("spikes.times").setQc(Qc.FAIL, "noise");
      session.dataset("spikes.times").setQc(Qc.PASS, "fine");
      catalog.push(shared);
      assertThat(display.full(other.fetch(shared)))
          .contains("alf/probe00/#2020", "QC PASS", "QC FAIL", "Side.THERE")
          .doesNotContain("<<<<");
    } finally {
      RealParts.close(other);
    }
  }

  @Test
  void sizesAreATableForEach() throws IOException {
    long bytes = catalog.size().bytes();
    assertThat(bytes)
        .isEqualTo(3 * Files.size(data.resolve(SP026 + "/alf/_ibl_wheel.position.npy")));
    assertThat(lines(catalog.sizes()))
        .startsWith("13 kB in 3 datasets (12,600 bytes)")
        .anyMatch(line -> line.startsWith("npy") && line.contains("12600"));
  }
}
