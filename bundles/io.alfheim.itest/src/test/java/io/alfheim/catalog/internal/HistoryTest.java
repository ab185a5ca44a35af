/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static io.alfheim.catalog.Change.Kind.ADDED;
import static io.alfheim.catalog.Change.Kind.CONTENT;
import static io.alfheim.catalog.Change.Kind.MOVED;
import static io.alfheim.catalog.Change.Kind.QC;
import static io.alfheim.catalog.Change.Kind.REMOVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.alf.Qc;
import io.alfheim.catalog.Catalog;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.Change;
import io.alfheim.catalog.Commit;
import io.alfheim.catalog.Diff;
import io.alfheim.catalog.NoSuchSessionException;
import io.alfheim.catalog.ScanOptions;
import io.alfheim.catalog.Session;
import io.alfheim.data.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who changed what, when and why. */
class HistoryTest {
  private static final String A = "KS014/2020-01-01/001";
  private static final String B = "KS021/2020-01-01/001";

  @TempDir
  Path temporary;

  private Path data;
  private Path times;
  private HomeCatalog catalog;

  @BeforeEach
  void twoSessions() throws IOException {
    data = temporary.resolve("data");
    times = data.resolve(A).resolve("alf/spikes.times.npy");
    RealParts.npy(times, 1, 2, 3);
    RealParts.npy(data.resolve(B).resolve("alf/spikes.times.npy"), 7);
    catalog = RealParts.catalog(temporary.resolve("home"));
    scan();
  }

  @AfterEach
  void close() throws IOException {
    catalog.close();
  }

  private String scan() {
    return catalog.scan(data, ScanOptions.hashed()).commit().value();
  }

  private void moveAndChange() throws IOException {
    Files.move(times, times.resolveSibling("spikes.seconds.npy"));
    scan();
    RealParts.npy(times.resolveSibling("spikes.seconds.npy"), 4, 5, 6, 7);
    scan();
    catalog.session(A).dataset("spikes.seconds").setQc(Qc.PASS, "looked at it");
  }

  private static List<Change.Kind> kinds(Commit commit) {
    return commit.changes().list().stream().map(Change::kind).toList();
  }

  @Test
  void aLogSaysWhoAndWhyTheNewestFirst() throws IOException {
    moveAndChange();
    List<Commit> log = catalog.log();
    assertThat(log).hasSize(4);
    assertThat(log.get(0).message()).contains("looked at it");
    assertThat(log.get(3).title()).isEqualTo("Scan store 'data'");
    assertThat(log).extracting(Commit::author).containsOnly(System.getProperty("user.name"));
    assertThat(log.get(0)).asString().contains(log.get(0).id().brief()).contains("looked at it");
    assertThat(log.get(3).changes().summary())
        .isEqualTo(new Diff.Summary(2, 0, 0, Map.of(ADDED, 2L)))
        .hasToString("2 sessions added: 2 datasets added");
  }

  @Test
  void theLogOfADatasetFollowsItThroughItsNames() throws IOException {
    moveAndChange();
    List<Commit> log = catalog.session(A).dataset("spikes.seconds").log();
    assertThat(log)
        .extracting(HistoryTest::kinds)
        .containsExactly(List.of(QC), List.of(CONTENT), List.of(MOVED), List.of(ADDED));
    Change moved = log.get(2).changes().list().get(0);
    assertThat(moved.before()).isEqualTo("alf/spikes.times.npy");
    assertThat(moved.after()).isEqualTo("alf/spikes.seconds.npy");
    assertThat(log.get(0).changes()).asString().contains("NOT_SET → PASS");
  }

  @Test
  void theLogOfADatasetLeavesOutItsNeighbours() throws IOException {
    RealParts.npy(times.resolveSibling("spikes.amps.npy"), 1);
    scan();
    assertThat(catalog.session(A).dataset("spikes.times").log()).hasSize(1);
    assertThat(catalog.session(A).log()).hasSize(2);
    assertThat(catalog.session(A).log().get(0).changes().list())
        .extracting(Change::dataset)
        .containsExactly("alf/spikes.amps.npy");
    assertThat(catalog.session(B).log()).hasSize(1);
  }

  @Test
  void theLogOfASubjectOrSessionReachesBeyondItsEnd() throws IOException {
    Files.delete(times);
    Files.delete(data.resolve(A).resolve("alf"));
    Files.delete(data.resolve(A));
    scan();
    assertThat(catalog.findSession(A)).isEmpty();
    assertThat(catalog.log("KS014")).hasSize(2);
    assertThat(kinds(catalog.log(A).get(0))).containsExactly(REMOVED);
    assertThat(catalog.log(A).get(1).changes().sessions())
        .extracting(Object::toString)
        .containsExactly(A);
    assertThat(catalog.log("KS021")).hasSize(1);
    assertThatThrownBy(() -> catalog.log("KS041"))
        .isInstanceOf(NoSuchSessionException.class)
        .hasMessageContaining("'KS041'");
  }

  @Test
  void aDiffIsASummaryAListAndATable() throws IOException {
    String first = catalog.commit().value();
    moveAndChange();
    RealParts.npy(data.resolve("KS099/2020-01-01/001/alf/wheel.position.npy"), 1);
    scan();
    Diff diff = catalog.diff(first.substring(0, 8), "now");
    assertThat(diff.sessions()).hasSize(2);
    assertThat(diff.list()).extracting(Change::kind).containsExactly(ADDED, REMOVED, ADDED);
    assertThat(diff.summary())
        .hasToString("1 session added, 1 changed: 2 datasets added, 1 removed");
    Table table = diff.table();
    assertThat(table.columnNames())
        .containsExactly("session", "dataset", "change", "before", "after");
    assertThat(table.rows()).isEqualTo(3);
    assertThat(diff).asString().contains("alf/spikes.seconds.npy");
    assertThat(catalog.diff("now", first).summary())
        .hasToString("1 session removed, 1 changed: 1 dataset added, 2 removed");
    assertThat(catalog.diff("now", "now").summary()).hasToString("no difference");
  }

  @Test
  void aCopyOfOneDatasetIsAChangeOfThatOneAndOfNoOther() throws IOException {
    RealParts.npy(times.resolveSibling("spikes.amps.npy"), 1);
    scan();
    Path second = Files.createDirectory(temporary.resolve("second"));
    catalog.stores().add("second", second.toString());
    catalog.copy(List.of(catalog.session(A).dataset("spikes.times")), "second");

    List<Change> changes = catalog.log().get(0).changes().list().stream()
        .filter(change -> !change.dataset().isEmpty())
        .toList();
    assertThat(changes).singleElement().satisfies(change -> {
      assertThat(change.dataset()).isEqualTo("alf/spikes.times.npy");
      assertThat(change.kind()).isEqualTo(MOVED);
      assertThat(change.before()).isEqualTo("in data");
      assertThat(change.after()).isEqualTo("in data, second");
    });
  }

  @Test
  void aDiffIsBetweenTagsAndTimesToo() throws IOException {
    catalog.release("before", "");
    moveAndChange();
    String changes = catalog.diff("before", "now").summary().toString();

    assertThat(changes).isEqualTo("1 session changed: 1 dataset added, 1 removed");
    assertThat(catalog.diff("before", "2999").summary()).hasToString(changes);
    assertThat(catalog.diff("before", "2999-12-31T23:59").summary()).hasToString(changes);
    assertThat(catalog.diff("2999-01-01", "2999").summary()).hasToString("no difference");
    assertThatThrownBy(() -> catalog.diff("1999", "now"))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("Nothing was recorded yet");
  }

  @Test
  void aDiffWithWhatIsNotThereNamesIt() {
    assertThatThrownBy(() -> catalog.diff("v1", "now"))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("'v1'");
  }

  @Test
  void aCatalogOfThePastKnowsOnlyWhatLedToIt() throws IOException {
    String first = catalog.commit().value();
    moveAndChange();
    Catalog then = catalog.at(first);
    assertThat(then.log()).hasSize(1);
    Session session = then.session(A);
    assertThat(session.log()).hasSize(1);
    assertThat(session.dataset("spikes.times").log()).hasSize(1);
    assertThat(then.diff(first, "now").list()).isEmpty();
  }
}
