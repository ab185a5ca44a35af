/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.CheckLevel;
import io.alfheim.catalog.CheckOptions;
import io.alfheim.catalog.CheckReport;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.Finding;
import io.alfheim.catalog.Finding.Problem;
import io.alfheim.catalog.ScanOptions;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.data.ByteSource;
import io.alfheim.data.Document;
import io.alfheim.format.text.internal.JsonReader;
import io.alfheim.index.lucene.internal.LuceneIndexProvider;
import io.alfheim.record.git.internal.GitRecordProvider;
import io.alfheim.store.Location;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a check finds, and that nothing wrong in one place ends it. */
class CheckTest {
  private static final String A = "KS014/2020-01-01/001";
  private static final String B = "KS021/2020-01-01/001";

  @TempDir
  Path temporary;

  private Path data;
  private Path home;
  private HomeCatalog catalog;

  @BeforeEach
  void twoSessions() throws IOException {
    data = temporary.resolve("data");
    home = temporary.resolve("home");
    RealParts.npy(data.resolve(A).resolve("alf/spikes.times.npy"), 1, 2, 3);
    RealParts.npy(data.resolve(A).resolve("alf/#2020-01-02#/spikes.times.npy"), 1, 2);
    RealParts.npy(data.resolve(B).resolve("alf/spikes.times.npy"), 7);
    RealParts.npy(data.resolve(B).resolve("spikes.amps.npy"), 7);
    catalog = RealParts.catalog(home);
    catalog.scan(data, ScanOptions.hashed());
  }

  @AfterEach
  void close() throws IOException {
    catalog.close();
  }

  private Path rename(Dataset dataset) throws IOException {
    Path file = data.resolve(dataset.locations().get(0).path().value());
    String name = dataset.path().name().withUuid(dataset.id()).toString();
    return Files.move(file, file.resolveSibling(name));
  }

  @Test
  void aFileThatCarriesItsIdIsTheDataset() throws IOException {
    Dataset times = catalog.session(B).dataset("spikes.times");
    Path named = rename(times);
    assertThat(catalog.check(CheckLevel.CONTENT).findings()).isEmpty();

    RealParts.npy(named, 8);
    assertThat(catalog.check(CheckLevel.CONTENT).findings()).singleElement().satisfies(finding -> {
      assertThat(finding.problem()).isEqualTo(Problem.CONTENT_DIFFERS);
      assertThat(finding.where()).endsWith(named.getFileName().toString());
    });

    RealParts.npy(data.resolve(B).resolve("alf/spikes.times.npy"), 7);
    assertThat(problems(catalog.check(CheckLevel.CONTENT)))
        .as("a file of the recorded name is the dataset, and the other one is not")
        .containsExactly(Problem.UNKNOWN);
  }

  private static List<Problem> problems(CheckReport report) {
    return report.findings().stream().map(Finding::problem).toList();
  }

  @Test
  void wellIsWellAtEveryLevel() {
    for (CheckLevel level : CheckLevel.values()) {
      CheckReport report = catalog.check(level);
      assertThat(report.findings()).as(level.name()).isEmpty();
      assertThat(report.sessions()).isEqualTo(2);
      assertThat(report.datasets()).isEqualTo(4);
      assertThat(report.exitCode()).isZero();
      assertThat(report).asString().contains("Nothing is wrong.");
    }
    assertThat(catalog.check(CheckLevel.CONTENT).bytes()).isGreaterThan(4 * 128);
    assertThat(catalog.check().level()).isEqualTo(CheckLevel.INDEX);
  }

  @Test
  void filesAreLookedForInBothDirections() throws IOException {
    RealParts.npy(data.resolve(A).resolve("alf/spikes.times.npy"), 1, 2, 3, 4);
    Files.delete(data.resolve(B).resolve("alf/spikes.times.npy"));
    RealParts.npy(data.resolve(B).resolve("alf/wheel.position.npy"), 1);
    RealParts.npy(data.resolve("KS099/2020-01-01/001/alf/wheel.position.npy"), 1);
    CheckReport report = catalog.check(CheckLevel.FILES);
    assertThat(problems(report))
        .containsExactlyInAnyOrder(
            Problem.SIZE_DIFFERS, Problem.MISSING, Problem.UNKNOWN, Problem.UNKNOWN);
    assertThat(report.exitCode()).isEqualTo(1);
    assertThat(report.table().rows()).isEqualTo(4);
    assertThat(report).asString().contains("data:" + B + "/alf/spikes.times.npy");
    assertThat(catalog.check().isClean()).isTrue();
  }

  @Test
  void otherContentOfTheSameSizeIsFoundByItsHash() throws IOException {
    RealParts.npy(data.resolve(A).resolve("alf/spikes.times.npy"), 3, 2, 1);
    assertThat(catalog.check(CheckLevel.FILES).isClean()).isTrue();
    CheckReport report = catalog.check(CheckLevel.CONTENT);
    assertThat(problems(report)).containsExactly(Problem.CONTENT_DIFFERS);
    assertThat(report.findings().get(0).where()).isEqualTo("data:" + A + "/alf/spikes.times.npy");
  }

  @Test
  void aCheckShowsHowFarItHasCome() {
    AtomicLong steps = new AtomicLong();
    List<String> begun = new ArrayList<>();
    catalog.setProgress((what, total) -> {
      begun.add(what);
      return steps::addAndGet;
    });
    catalog.check(CheckLevel.CONTENT);
    assertThat(begun).contains("Checking sessions");
    assertThat(steps.get()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void aLimitOfSpeedChangesNothingOfWhatIsFound() throws IOException {
    RealParts.npy(data.resolve(A).resolve("alf/spikes.times.npy"), 3, 2, 1);
    CheckOptions slowly = CheckOptions.of(CheckLevel.CONTENT).atMost(10_000);
    assertThat(catalog.check(slowly).findings())
        .isEqualTo(catalog.check(CheckLevel.CONTENT).findings())
        .hasSize(1);
  }

  @Test
  void theReportIsForProgramsToo() throws IOException {
    RealParts.npy(data.resolve(A).resolve("alf/spikes.times.npy"), 1, 2, 3, 4);
    CheckReport report = catalog.check(CheckLevel.FILES);
    Path file = report.write(temporary.resolve("report.json"));

    Document read = new JsonReader().read(ByteSource.of(file)).document();
    assertThat(read.get("level").text()).isEqualTo("FILES");
    assertThat(read.get("commit").text()).isEqualTo(report.commit().value());
    assertThat(read.get("exitCode").integer()).isEqualTo(1);
    assertThat(read.get("datasets").integer()).isEqualTo(4);
    Document finding = read.list("findings").get(0);
    assertThat(finding.get("problem").text()).isEqualTo("SIZE_DIFFERS");
    assertThat(finding.get("where").text()).isEqualTo(report.findings().get(0).where());
    assertThat(finding.get("what").text()).isEqualTo(report.findings().get(0).what());
    assertThat(catalog.check().json()).matches("(?s).*\"findings\"\\s*:\\s*\\[\\s*\\].*");
  }

  @Test
  void aSessionFolderThatIsGoneIsOneFinding() throws IOException {
    Files.move(data.resolve("KS014"), temporary.resolve("away"));
    CheckReport report = catalog.check(CheckLevel.CONTENT);
    assertThat(problems(report)).containsExactly(Problem.MISSING);
    assertThat(report.findings().get(0).what()).contains("2 datasets");
    assertThat(report.bytes()).isPositive();
  }

  @Test
  void aStoreThatCannotBeOpenedIsOneFinding() throws IOException {
    catalog.close();
    Files.move(data, temporary.resolve("unmounted"));
    CheckReport report = catalog.check(CheckLevel.FILES);
    assertThat(problems(report)).containsExactly(Problem.UNREADABLE);
    assertThat(report.findings().get(0).where()).isEqualTo("store 'data'");
    assertThat(report.sessions()).isEqualTo(2);
  }

  @Test
  void whatNoHashIsKnownOfIsCounted() throws IOException {
    RealParts.npy(temporary.resolve("more").resolve("KS1/2020-01-01/001/alf/a.b.npy"), 1);
    catalog.scan(temporary.resolve("more"));
    CheckReport report = catalog.check(CheckLevel.CONTENT);
    assertThat(report.isClean()).isTrue();
    assertThat(report.unhashed()).isEqualTo(1);
  }

  @Test
  void anIndexThatSaysSomethingElseIsTold() throws IOException {
    CommitId head = catalog.commit();
    catalog.close();
    try (var record = new GitRecordProvider().open(home);
        var index = new LuceneIndexProvider().open(home.resolve("index"))) {
      index.update(
          CommitId.NONE,
          head,
          visitor -> record.diff(CommitId.NONE, head, change -> {
            if (change.key().subject().equals("KS014")) {
              visitor.changed(change);
            }
          }));
    }
    CheckReport report = catalog.check();
    assertThat(problems(report)).containsOnly(Problem.INDEX_DIFFERS);
    assertThat(report.findings())
        .extracting(Finding::where)
        .contains(B, "subject 'KS021'", "path 'spikes.amps.npy'");
    assertThat(report.findings().get(0).what()).contains("catalog.rebuild()");
    catalog.rebuild();
    assertThat(catalog.check().isClean()).isTrue();
  }

  @Test
  void aPathThatNoFileCanHaveIsOneFindingAndAllOthersAreChecked() throws IOException {
    SessionKey key = SessionKey.parse("KS001/2020-01-01/001");
    catalog.backends().record().commit("By another program", editor -> {
      Location at = new Location("data", new StorePath(key.toString()));
      List<DatasetEntry> datasets =
          List.of(DatasetEntry.found("../x", 1), DatasetEntry.found("a//b", 1));
      UUID id = new UUID(4, 2);
      editor.put(new SessionEntry(key, id, "", List.of(), List.of(at), datasets));
    });
    Files.createDirectories(data.resolve(key.toString()));
    Files.delete(data.resolve(B).resolve("spikes.amps.npy"));

    for (CheckLevel level : List.of(CheckLevel.FILES, CheckLevel.CONTENT)) {
      CheckReport report = catalog.check(level);
      assertThat(problems(report))
          .containsExactlyInAnyOrder(Problem.UNREADABLE, Problem.UNREADABLE, Problem.MISSING);
      assertThat(report.findings())
          .extracting(Finding::where)
          .contains(key + ", dataset '../x'", key + ", dataset 'a//b'");
    }
  }

  @Test
  void whatCannotBeListedAndWhatIsThereTwiceIsFound() throws IOException {
    Files.createSymbolicLink(data.resolve("KS015"), Path.of("nowhere"));
    RealParts.npy(data.resolve("KS014/2020-01-01/1/alf/wheel.position.npy"), 1);
    CheckReport report = catalog.check(CheckLevel.FILES);
    assertThat(report.findings())
        .extracting(Finding::where)
        .containsExactly("data:KS014/2020-01-01/1", "data:KS015");
    assertThat(problems(report)).containsExactly(Problem.UNKNOWN, Problem.UNREADABLE);
    assertThat(report.findings().get(0).what()).contains("same session", "rename");
  }

  @Test
  void whatOthersCommitMeanwhileIsNoFaultOfTheIndex() throws IOException {
    HomeCatalog other = RealParts.catalog(home);
    catalog.setProgress((what, total) -> {
      if (what.equals("Checking sessions")) {
        other.newSession("KS014", LocalDate.of(2020, 1, 5));
      }
      return steps -> {};
    });
    CheckReport report = catalog.check();
    assertThat(other.search().count()).isEqualTo(3);
    other.close();
    assertThat(report.findings()).isEmpty();
    assertThat(report.sessions()).isEqualTo(2);
  }

  /** Damages the object of a session, and tells its id. */
  private String damage(String session) throws IOException {
    String id = blob("sessions/-/" + session);
    Path blob = object(id);
    byte[] bytes = Files.readAllBytes(blob);
    bytes[bytes.length / 2] ^= 0x55;
    assertThat(blob.toFile().setWritable(true)).isTrue();
    Files.write(blob, bytes);
    catalog.close();
    return id;
  }

  @Test
  void aSessionWhoseObjectIsDamagedIsLeftAsItIsByAScanOfAllOthers() throws IOException {
    String id = damage(A);
    RealParts.npy(data.resolve(B).resolve("alf/wheel.position.npy"), 1);
    RealParts.npy(temporary.resolve("own").resolve(B).resolve("alf/wheel.position.npy"), 1);
    for (String folder : List.of("data", "own")) {
      assertThat(catalog.scan(temporary.resolve(folder), ScanOptions.hashed()).problems())
          .singleElement()
          .satisfies(problem -> assertThat(problem.reason())
              .contains(A)
              .contains("Restore the record from a copy of it."));
    }
    assertThat(catalog.session(B).datasets()).hasSize(3);
    assertThat(blob("sessions/-/" + A)).isEqualTo(id);
  }

  @Test
  void aDamagedSessionIsNamedAndAllOthersAreRead() throws IOException {
    RealParts.npy(data.resolve(A).resolve("alf/spikes.amps.npy"), 1);
    String before = catalog.commit().brief();
    catalog.scan(data);
    String id = damage(A);
    CheckReport report = catalog.check(CheckLevel.RECORD);
    assertThat(problems(report)).containsExactly(Problem.UNREADABLE);
    Finding finding = report.findings().get(0);
    assertThat(finding.where()).contains("sessions/-/" + A).contains(id);
    assertThat(finding.what()).contains("can be read as of commit " + before);
    assertThat(report.sessions()).isEqualTo(1);
    assertThat(catalog.at(before).check(CheckLevel.RECORD).sessions()).isEqualTo(2);
  }

  /** The id of a file as it is in the newest commit. */
  private String blob(String path) throws IOException {
    try (Git git = Git.open(home.resolve("record.git").toFile());
        TreeWalk file = TreeWalk.forPath(
            git.getRepository(), path, git.log().call().iterator().next().getTree())) {
      return file.getObjectId(0).name();
    } catch (GitAPIException e) {
      throw new IOException(e);
    }
  }

  private Path object(String id) {
    return home.resolve("record.git/objects").resolve(id.substring(0, 2)).resolve(id.substring(2));
  }

  @Test
  void aMissingObjectOfAnOlderCommitIsTold() throws IOException {
    String id = blob("sessions/-/" + A);
    RealParts.npy(data.resolve(A).resolve("alf/spikes.amps.npy"), 1);
    catalog.scan(data);
    Files.delete(object(id));
    CheckReport report = catalog.check(CheckLevel.RECORD);
    assertThat(problems(report)).containsExactly(Problem.UNREADABLE);
    assertThat(report.findings().get(0).where()).contains(id);
    assertThat(report.sessions()).isEqualTo(2);
  }

  @Test
  void aCheckChangesNothing() throws IOException {
    CommitId before = catalog.commit();
    try (Stream<Path> files = Files.walk(data)) {
      long n = files.count();
      catalog.check(CheckLevel.CONTENT);
      try (Stream<Path> after = Files.walk(data)) {
        assertThat(after.count()).isEqualTo(n);
      }
    }
    assertThat(catalog.commit()).isEqualTo(before);
  }
}
