/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.alf.Qc;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.Change;
import io.alfheim.catalog.CheckLevel;
import io.alfheim.catalog.Commit;
import io.alfheim.catalog.ScanOptions;
import io.alfheim.catalog.ScanReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person edits the record with the {@code git} program, and the catalog follows. */
class PlainGitTest {
  private static final String A = "KS014/2020-01-01/001";

  @TempDir
  Path temporary;

  private Path record;
  private Path clone;
  private HomeCatalog catalog;

  @BeforeEach
  void cloneTheRecord() throws Exception {
    GitProgram.require();
    Path data = temporary.resolve("data");
    RealParts.npy(data.resolve(A).resolve("alf/spikes.times.npy"), 1, 2, 3);
    RealParts.npy(data.resolve("KS021/2020-01-01/001/alf/spikes.times.npy"), 7);
    catalog = RealParts.catalog(temporary.resolve("home"));
    catalog.scan(data);
    record = temporary.resolve("home/record.git");
    clone = temporary.resolve("clone");
    git(temporary, "clone", "-q", record.toString(), clone.toString());
  }

  @AfterEach
  void close() throws Exception {
    catalog.close();
  }

  private String git(Path where, String... arguments) throws Exception {
    return GitProgram.run(where, arguments);
  }

  private void commitAndPush(String why) throws Exception {
    git(clone, "add", "-A");
    git(clone, "commit", "-q", "-m", why);
    git(clone, "push", "-q", "origin", "HEAD:main");
  }

  @Test
  void anEditedLineIsAChangeOfTheCatalog() throws Exception {
    assertThat(catalog.search("dataset:spikes.times").count()).isEqualTo(2);
    Path text = clone.resolve("sessions/-").resolve(A);
    String edited =
        Files.readString(text).replaceFirst("(?m)^(alf/spikes.times.npy\\t.*)$", "$1\tqc=CRITICAL");
    Files.writeString(text, edited);
    commitAndPush("The probe was broken");
    assertThat(catalog.session(A).datasets().get(0).qc()).isEqualTo(Qc.CRITICAL);
    assertThat(catalog.search("dataset:spikes.times").count()).isEqualTo(1);
    Commit last = catalog.log(A).get(0);
    assertThat(last.author()).isEqualTo("Ada");
    assertThat(last.title()).isEqualTo("The probe was broken");
    assertThat(last.changes().list()).extracting(Change::kind).containsExactly(Change.Kind.QC);
    assertThat(catalog.check().findings()).isEmpty();
    GitProgram.findsNoFaultIn(record);
  }

  @Test
  void aDeletedFileIsASessionGoneAndATagIsARelease() throws Exception {
    git(clone, "tag", "light");
    git(clone, "tag", "-a", "heavy", "-m", "With words");
    git(clone, "push", "-q", "--tags");
    Files.delete(clone.resolve("sessions/-").resolve(A));
    commitAndPush("Not ours");
    assertThat(catalog.subjects()).containsExactly("KS021");
    assertThat(catalog.at("light").subjects()).containsExactly("KS014", "KS021");
    assertThat(catalog.tag("heavy").description()).isEqualTo("With words");
    assertThat(catalog.tag("heavy").author()).isEqualTo("Ada");
    assertThat(catalog.tag("light").author()).isEqualTo(System.getProperty("user.name"));
    assertThat(catalog.diff("heavy", "now").summary())
        .hasToString("1 session removed: 1 dataset removed");
    catalog.release("after", "made here");
    assertThat(git(record, "for-each-ref", "refs/tags", "--format=%(refname:short)")
            .lines())
        .containsExactly("after", "heavy", "light");
    GitProgram.findsNoFaultIn(record);
  }

  @Test
  void anEditThatBreaksOneSessionLeavesTheOthers() throws Exception {
    Files.writeString(clone.resolve("sessions/-").resolve(A), "oops\n");
    commitAndPush("A slip of the hand");
    var report = catalog.check(CheckLevel.RECORD);
    assertThat(report.sessions()).isEqualTo(1);
    assertThat(report.findings()).hasSize(1);
    assertThat(report.findings().get(0).what()).contains("can be read as of commit");
    assertThat(catalog.subjects()).containsExactly("KS021");
    assertThat(catalog.search().count()).isEqualTo(1);
    assertThat(catalog.check(CheckLevel.INDEX).findings()).hasSize(1);
    catalog.rebuild();
    assertThat(catalog.session("KS021/2020-01-01/001").datasets()).hasSize(1);
    catalog.session("KS021/2020-01-01/001").dataset("spikes.times").setQc(Qc.PASS, "fine");
    git(clone, "pull", "-q", "--ff-only", "origin", "main");
    git(clone, "revert", "--no-edit", "HEAD~1");
    git(clone, "push", "-q", "origin", "HEAD:main");
    assertThat(catalog.subjects()).containsExactly("KS014", "KS021");
    assertThat(catalog.check(CheckLevel.INDEX).findings()).isEmpty();
  }

  @Test
  void aFileWhereOnlySessionsLieLeavesTheOthers() throws Exception {
    Files.writeString(clone.resolve("sessions/README.md"), "Hello\n");
    Files.writeString(clone.resolve("sessions/-/KS014/2020-01-01/notes.txt"), "Hello\n");
    commitAndPush("A word to the reader");
    assertThat(catalog.subjects()).containsExactly("KS014", "KS021");
    assertThat(catalog.check(CheckLevel.RECORD).findings()).hasSize(2);
    RealParts.npy(temporary.resolve("data").resolve(A).resolve("alf/spikes.amps.npy"), 1);
    ScanReport report = catalog.scan(temporary.resolve("data"));
    assertThat(report.added()).isEqualTo(1);
    assertThat(report.problems())
        .hasSize(2)
        .allSatisfy(problem -> assertThat(problem.reason()).contains("is no session"));
    assertThat(git(record, "show", "main:sessions/README.md")).isEqualTo("Hello\n");
  }

  private void breakTheSession() throws Exception {
    git(clone, "pull", "-q", "--ff-only", "origin", "main");
    Files.writeString(clone.resolve("sessions/-").resolve(A), "oops\n");
    commitAndPush("A slip of the hand");
  }

  @Test
  void aScanPutsABrokenSessionRightAsItWasLast() throws Exception {
    catalog.session(A).dataset("spikes.times").setQc(Qc.WARNING, "drifts");
    String last = catalog.commit().brief();
    UUID id = catalog.session(A).id();
    breakTheSession();
    RealParts.npy(temporary.resolve("data").resolve(A).resolve("alf/spikes.amps.npy"), 1);

    ScanReport report = catalog.scan(temporary.resolve("data"), ScanOptions.hashed());

    assertThat(report.sessions()).isEqualTo(2);
    assertThat(report.added()).isEqualTo(1);
    assertThat(report.problems()).singleElement().satisfies(problem -> {
      assertThat(problem.path()).isEqualTo(A);
      assertThat(problem.reason()).contains("put right as of commit '" + last + "'");
    });
    assertThat(catalog.session(A).id()).isEqualTo(id);
    assertThat(catalog.session(A).datasets()).hasSize(2);
    assertThat(catalog.session(A).dataset("spikes.times").qc()).isEqualTo(Qc.WARNING);
    assertThat(catalog.check(CheckLevel.CONTENT).findings()).isEmpty();
    assertThat(catalog.scan(temporary.resolve("data")).problems()).isEmpty();
    GitProgram.findsNoFaultIn(record);
  }

  @Test
  void aScanThatFindsNothingNewPutsABrokenSessionRightToo() throws Exception {
    breakTheSession();
    catalog.scan(temporary.resolve("data"));
    assertThat(catalog.session(A).datasets()).hasSize(1);
    assertThat(catalog.check(CheckLevel.FILES).findings()).isEmpty();
  }

  @Test
  void aBrokenSessionThatWasNeverInOrderIsMadeFromItsFiles() throws Exception {
    String key = "KS099/2020-01-01/001";
    RealParts.npy(temporary.resolve("data").resolve(key).resolve("alf/spikes.times.npy"), 1);
    Path text = clone.resolve("sessions/-").resolve(key);
    Files.createDirectories(text.getParent());
    Files.writeString(text, "alfheim-session 1\nid\t?\n");
    commitAndPush("By hand");
    ScanReport report = catalog.scan(temporary.resolve("data"));
    assertThat(report.problems())
        .singleElement()
        .satisfies(
            problem -> assertThat(problem.reason()).contains("no older commit has it in order"));
    assertThat(catalog.session(key).datasets()).hasSize(1);
    assertThat(catalog.check(CheckLevel.FILES).findings()).isEmpty();
  }

  @Test
  void aSessionOfANewerProgramIsLeftToIt() throws Exception {
    Files.writeString(clone.resolve("sessions/-").resolve(A), "alfheim-session 2\n");
    commitAndPush("By a newer program");
    RealParts.npy(temporary.resolve("data/KS099/2020-01-01/001/alf/spikes.times.npy"), 1);
    ScanReport report = catalog.scan(temporary.resolve("data"), ScanOptions.hashed());
    assertThat(report.problems())
        .singleElement()
        .satisfies(problem ->
            assertThat(problem.reason()).contains("was not scanned", "Use a newer program"));
    assertThat(catalog.subjects()).containsExactly("KS021", "KS099");
    assertThat(git(record, "show", "main:sessions/-/" + A)).isEqualTo("alfheim-session 2\n");
  }

  @Test
  void otherStoresCanBeScannedBesideABrokenSession() throws Exception {
    Files.delete(clone.resolve("sessions/-/KS021/2020-01-01/001"));
    breakTheSession();
    catalog.stores().remove("data");
    Path own = temporary.resolve("own/data");
    RealParts.npy(own.resolve("KS099/2020-01-01/001/alf/spikes.times.npy"), 1);

    ScanReport report = catalog.scan(own);

    assertThat(report.store()).as("the broken session may be in 'data' again").isEqualTo("data-2");
    assertThat(report).asString().contains(A).contains("damaged, line 1");
    assertThat(catalog.subjects()).containsExactly("KS099");
    catalog.stores().add("data", temporary.resolve("data").toString());
    catalog.scanStore("data");
    assertThat(catalog.subjects()).containsExactly("KS014", "KS021", "KS099");
    assertThat(catalog.check(CheckLevel.FILES).findings()).isEmpty();
  }

  @Test
  void filesThatAreNoSessionsAreMergedAsTheyAre() throws Exception {
    HomeCatalog mine = RealParts.catalog(temporary.resolve("mine"));
    mine.fetch(record);
    mine.session(A).dataset("spikes.times").setQc(Qc.PASS, "fine");
    Files.createDirectories(clone.resolve("docs"));
    Files.writeString(clone.resolve("README"), "Read me\n");
    Files.writeString(clone.resolve("docs/x.md"), "# X\n");
    commitAndPush("Words");
    assertThat(mine.fetch(record).merged()).isTrue();
    Path merged = temporary.resolve("mine/record.git");
    assertThat(git(merged, "show", "main:README")).isEqualTo("Read me\n");
    assertThat(git(merged, "show", "main:docs/x.md")).isEqualTo("# X\n");
    mine.session(A).dataset("spikes.times").setQc(Qc.FAIL, "noise");
    Files.writeString(clone.resolve("docs/x.md"), "# Y\n");
    Files.delete(clone.resolve("README"));
    commitAndPush("Other words");
    assertThat(mine.fetch(record).merged()).isTrue();
    assertThat(git(merged, "ls-tree", "--name-only", "main").lines())
        .containsExactly("alfheim", "docs", "sessions");
    assertThat(git(merged, "show", "main:docs/x.md")).isEqualTo("# Y\n");
    assertThat(mine.check(CheckLevel.RECORD).findings()).isEmpty();
    GitProgram.findsNoFaultIn(merged);
    mine.close();
  }

  @Test
  void whatCannotBeReadIsNotFetched() throws Exception {
    HomeCatalog mine = RealParts.catalog(temporary.resolve("mine"));
    mine.fetch(record);
    var commit = mine.commit();
    Path text = clone.resolve("sessions/-").resolve(A);
    String good = Files.readString(text);
    for (String bad : new String[] {"alfheim-session 2\n", "oops\n"}) {
      Files.writeString(text, bad);
      commitAndPush("Something else");
      assertThatThrownBy(() -> mine.fetch(record))
          .isInstanceOf(CatalogException.class)
          .hasMessageContaining(A)
          .hasMessageContaining("Nothing was changed here");
      assertThat(mine.commit()).isEqualTo(commit);
      assertThat(mine.subjects()).containsExactly("KS014", "KS021");
    }
    Files.writeString(text, good.replace("spikes.times", "spikes.clusters"));
    commitAndPush("As it should be");
    assertThat(mine.fetch(record).merged()).isTrue();
    assertThat(mine.search("dataset:spikes.clusters").count()).isEqualTo(1);
    mine.close();
  }
}
