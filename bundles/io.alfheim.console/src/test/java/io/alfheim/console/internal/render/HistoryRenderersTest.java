/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.Change;
import io.alfheim.catalog.CheckLevel;
import io.alfheim.catalog.CheckReport;
import io.alfheim.catalog.Commit;
import io.alfheim.catalog.Diff;
import io.alfheim.catalog.FetchReport;
import io.alfheim.catalog.Finding;
import io.alfheim.catalog.Sizes;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.data.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoryRenderersTest {
  private static final CommitId ID = new CommitId("0123456789abcdef0123456789abcdef01234567");
  private static final SessionKey SESSION = SessionKey.parse("cortexlab/SP026/2019-12-10/001");

  private final Display display = new Display(Style.PLAIN, () -> 100, List::of);

  private static Change change(int i) {
    return new Change(SESSION, "alf/a.b" + i + ".npy", Change.Kind.ADDED, "", "8 bytes");
  }

  /** A difference of so many new datasets. */
  private record Additions(List<Change> list) implements Diff {
    static Additions of(int n) {
      return new Additions(
          IntStream.range(0, n).mapToObj(HistoryRenderersTest::change).toList());
    }

    @Override
    public CommitId from() {
      return ID;
    }

    @Override
    public CommitId to() {
      return ID;
    }

    @Override
    public List<SessionKey> sessions() {
      return List.of(SESSION);
    }

    @Override
    public void forEach(Consumer<Change> visitor) {
      list.forEach(visitor);
    }

    @Override
    public Table table() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Summary summary() {
      return new Summary(0, 0, 1, Map.of(Change.Kind.ADDED, (long) list.size()));
    }
  }

  private record Written(String message, Diff changes) implements Commit {
    @Override
    public CommitId id() {
      return ID;
    }

    @Override
    public Instant time() {
      return Instant.parse("2024-03-01T12:00:00Z");
    }

    @Override
    public String author() {
      return "ada";
    }
  }

  @Test
  void commitsAreATableOfWhoWhenAndWhy() {
    Written one = new Written("Sorted anew\n\nwith version 3", Additions.of(1));
    List<String> lines = display.full(List.of(one, one)).lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).contains("commit", "when", "who", "why");
    assertThat(lines.get(1)).contains("0123456789", "2024-03-01 ", "ada", "Sorted anew");
    assertThat(lines.get(1)).doesNotContain("version 3");
  }

  @Test
  void aCommitShowsItsWholeMessageAndWhatItChanged() {
    String text = display.full(new Written("Sorted anew\n\nwith version 3", Additions.of(2)));
    assertThat(text.lines())
        .contains("  Sorted anew", "  with version 3", "1 session changed: 2 datasets added")
        .anyMatch(line -> line.startsWith("added") && line.contains("alf/a.b1.npy"));
  }

  @Test
  void aLongDifferenceIsCutAndSaysSo() {
    List<String> lines = display.full(Additions.of(300)).lines().toList();
    assertThat(lines).hasSizeLessThan(25).allMatch(line -> line.length() <= 100);
    assertThat(lines.get(lines.size() - 1)).contains("300");
    assertThat(display.full(Additions.of(0))).doesNotContain("dataset  ");
  }

  private static CheckReport report(Finding... findings) {
    return new CheckReport(
        CheckLevel.FILES, ID, 2, 4, 0, 0, List.of(findings), Duration.ofMillis(1500));
  }

  @Test
  void aCheckIsAHeadAndATableOfWhatIsWrong() {
    assertThat(display.full(report())).contains("2 sessions").endsWith("Nothing is wrong.");
    Finding finding = new Finding(
        CheckLevel.FILES, Finding.Problem.SIZE_DIFFERS, "data:a/b", "There are 3 bytes.");
    assertThat(display.full(report(finding)).lines())
        .hasSize(3)
        .anyMatch(line -> line.startsWith("size differs  data:a/b"));
  }

  @Test
  void conflictsAreATableAndAChoice() {
    FetchReport.Conflict conflict =
        new FetchReport.Conflict(SESSION, "alf/a.b.npy", "QC PASS", "QC FAIL");
    String text = display.full(new FetchReport(ID, Additions.of(0), List.of(conflict), false));
    assertThat(text).contains("alf/a.b.npy", "QC PASS", "QC FAIL", "Side.THERE");
    assertThat(text).doesNotContain("<<<<");
  }

  @Test
  void sizesAreATableForEach() {
    Sizes.Share share = new Sizes.Share("npy", 3, 1_234_567);
    String text = display.full(new Sizes(3, 1_234_567, 0, Map.of(Sizes.By.FORMAT, List.of(share))));
    assertThat(text).startsWith("1.2 MB in 3 datasets");
    assertThat(text.lines()).anyMatch(line -> line.startsWith("npy") && line.contains("1.2 MB"));
  }
}
