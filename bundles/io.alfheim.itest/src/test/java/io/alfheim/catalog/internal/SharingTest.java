/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.alf.Qc;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.Commit;
import io.alfheim.catalog.FetchReport;
import io.alfheim.catalog.Side;
import io.alfheim.catalog.Tag;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.RecordSharing;
import io.alfheim.catalog.spi.SessionRecord;
import io.alfheim.catalog.spi.TagEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two homes that share one record over a bare repository. */
class SharingTest {
  private static final String A = "KS014/2020-01-01/001";

  @TempDir
  Path temporary;

  private Path shared;
  private Path data;
  private HomeCatalog mine;
  private HomeCatalog yours;

  @BeforeEach
  void cloneIt() throws IOException {
    shared = temporary.resolve("shared.git");
    data = temporary.resolve("data");
    mine = RealParts.catalog(temporary.resolve("mine"));
    yours = RealParts.catalog(temporary.resolve("yours"));
    scan(mine, A + "/alf/spikes.times.npy");
    mine.release("v1", "first");
    mine.push(shared);
    yours.fetch(shared);
  }

  @AfterEach
  void close() throws IOException {
    mine.close();
    yours.close();
  }

  private void scan(HomeCatalog catalog, String file) throws IOException {
    RealParts.npy(data.resolve(file), 1);
    catalog.scan(data);
  }

  @Test
  void fetchingIntoANewHomeIsAClone() {
    assertThat(yours.commit()).isEqualTo(mine.commit());
    assertThat(yours.namespace()).isEqualTo(mine.namespace());
    assertThat(yours.session(A).id()).isEqualTo(mine.session(A).id());
    assertThat(yours.tags()).extracting(Tag::name).containsExactly("v1");
    assertThat(yours.tag("v1").identifier()).isEqualTo(mine.tag("v1").identifier());
    assertThat(yours.check().findings()).isEmpty();
  }

  @Test
  void twoThatSayTheSameAreCitedTheSameWhateverTheirHistory() throws IOException {
    mine.session(A).dataset("spikes.times").setQc(Qc.PASS, "fine");
    yours.session(A).dataset("spikes.times").setQc(Qc.FAIL, "noise");
    assertThat(yours.release("v2", "").identifier())
        .isNotEqualTo(mine.release("v2", "").identifier());

    yours.session(A).dataset("spikes.times").setQc(Qc.PASS, "it was the cable");

    assertThat(yours.commit()).isNotEqualTo(mine.commit());
    assertThat(yours.release("v3", "").identifier())
        .isEqualTo(mine.release("v3", "").identifier());
  }

  @Test
  void tagsAreThoseOfTheCopyThatWasFetchedWhateverOthersFetchMeanwhile() throws IOException {
    Path strange = temporary.resolve("strange.git");
    HomeCatalog stranger = RealParts.catalog(temporary.resolve("stranger"));
    scan(stranger, A + "/alf/spikes.times.npy");
    stranger.release("v2", "of a stranger");
    stranger.push(strange);
    stranger.close();
    mine.release("v3", "third");
    mine.push(shared);
    SessionRecord record = yours.backends().record();
    RecordSharing one = record.sharing();
    CommitId fetched = one.fetch(shared.toString());
    assertThatThrownBy(() -> record.sharing().fetch(strange.toString()))
        .hasMessageContaining("namespace");

    assertThat(fetched).isEqualTo(mine.commit());
    assertThat(one.fetchedTags()).extracting(TagEntry::name).containsExactly("v1", "v3");
    for (TagEntry tag : one.fetchedTags()) {
      assertThat(one.adopt(tag)).isTrue();
    }
    assertThat(yours.tags()).extracting(Tag::name).containsExactlyInAnyOrder("v1", "v3");
    assertThat(yours.tag("v3").description()).isEqualTo("third");
  }

  @Test
  void whoIsBehindIsBroughtForwardWithoutACommit() throws IOException {
    scan(mine, "KS021/2020-01-01/001/alf/spikes.times.npy");
    mine.push(shared);
    FetchReport report = yours.fetch(shared);
    assertThat(report.merged()).isTrue();
    assertThat(report.changes().sessions()).hasSize(1);
    assertThat(yours.commit()).isEqualTo(mine.commit());
    assertThat(yours.search().count()).isEqualTo(2);
    assertThat(yours.fetch(shared).changes().sessions()).isEmpty();
  }

  @Test
  void twoThatDivergedMergeBySessionAndDataset() throws IOException {
    mine.session(A).dataset("spikes.times").setQc(Qc.PASS, "fine");
    scan(mine, "KS021/2020-01-01/001/alf/spikes.times.npy");
    mine.push(shared);
    Path other = temporary.resolve("other");
    RealParts.npy(other.resolve("KS099/2020-01-01/001/alf/wheel.position.npy"), 1);
    yours.scan(other);
    assertThatThrownBy(() -> yours.push(shared))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("Fetch them first");
    assertThat(yours.fetch(shared).merged()).isTrue();
    assertThat(yours.subjects()).containsExactly("KS014", "KS021", "KS099");
    assertThat(yours.session(A).dataset("spikes.times").qc()).isEqualTo(Qc.PASS);
    assertThat(yours.log()).extracting(Commit::title).anyMatch(title -> title.contains("Merge"));
    assertThat(yours.check().findings()).isEmpty();
    yours.push(shared);
    mine.fetch(shared);
    assertThat(mine.commit()).isEqualTo(yours.commit());
  }

  @Test
  void aConflictIsATableAndAChoice() throws IOException {
    mine.session(A).dataset("spikes.times").setQc(Qc.PASS, "fine");
    mine.push(shared);
    yours.session(A).dataset("spikes.times").setQc(Qc.FAIL, "noise");
    var before = yours.commit();
    FetchReport report = yours.fetch(shared);
    assertThat(report.merged()).isFalse();
    assertThat(yours.commit()).isEqualTo(before);
    assertThat(report.table().rows()).isEqualTo(1);
    FetchReport.Conflict conflict = report.conflicts().get(0);
    assertThat(conflict.session()).hasToString(A);
    assertThat(conflict.dataset()).isEqualTo("alf/spikes.times.npy");
    assertThat(conflict.here()).contains("FAIL");
    assertThat(conflict.there()).contains("PASS");
    assertThat(report).asString().contains("Side.THERE");
    assertThat(yours.fetch(shared, Side.THERE).merged()).isTrue();
    assertThat(yours.session(A).dataset("spikes.times").qc()).isEqualTo(Qc.PASS);
  }

  @Test
  void ourSideMayBeTheRightOne() throws IOException {
    mine.session(A).dataset("spikes.times").setQc(Qc.PASS, "fine");
    mine.push(shared);
    yours.session(A).dataset("spikes.times").setQc(Qc.FAIL, "noise");
    assertThat(yours.fetch(shared, Side.HERE).merged()).isTrue();
    assertThat(yours.session(A).dataset("spikes.times").qc()).isEqualTo(Qc.FAIL);
    yours.push(shared);
    assertThat(mine.fetch(shared).conflicts()).isEmpty();
    assertThat(mine.session(A).dataset("spikes.times").qc()).isEqualTo(Qc.FAIL);
  }

  @Test
  void whatTwoMergesDecidedDifferentlyIsAConflictAgain() throws IOException {
    mine.session(A).dataset("spikes.times").setQc(Qc.PASS, "fine");
    mine.push(shared);
    yours.session(A).dataset("spikes.times").setQc(Qc.FAIL, "noise");
    Path other = temporary.resolve("other.git");
    yours.push(other);
    assertThat(mine.fetch(other, Side.HERE).merged()).isTrue();
    assertThat(yours.fetch(shared, Side.HERE).merged()).isTrue();
    yours.push(other);
    mine.push(shared);
    for (FetchReport report : List.of(mine.fetch(other), yours.fetch(shared))) {
      assertThat(report.merged()).isFalse();
      assertThat(report.conflicts()).hasSize(1);
    }
    assertThat(mine.session(A).dataset("spikes.times").qc()).isEqualTo(Qc.PASS);
    assertThat(yours.session(A).dataset("spikes.times").qc()).isEqualTo(Qc.FAIL);
    assertThat(mine.fetch(other, Side.THERE).merged()).isTrue();
    assertThat(mine.session(A).dataset("spikes.times").qc()).isEqualTo(Qc.FAIL);
  }

  @Test
  void theNamespaceIsThatOfTheRecordWhoeverFetchedIt() throws IOException {
    Path home = temporary.resolve("new");
    HomeCatalog first = RealParts.catalog(home);
    HomeCatalog second = RealParts.catalog(home);
    assertThat(second.namespace()).isNotEqualTo(mine.namespace());
    first.fetch(shared);
    assertThat(second.namespace()).isEqualTo(mine.namespace());
    scan(second, "KS021/2020-01-01/001/alf/spikes.times.npy");
    scan(mine, "KS021/2020-01-01/001/alf/spikes.times.npy");
    String session = "KS021/2020-01-01/001";
    assertThat(second.session(session).id()).isEqualTo(mine.session(session).id());
    assertThat(second.session(session).dataset("spikes.times").id())
        .isEqualTo(mine.session(session).dataset("spikes.times").id());
    first.close();
    second.close();
  }

  @Test
  void whatAKilledFetchLeftIsSweptADayLater() throws IOException {
    Path objects = temporary.resolve("yours/record.git/objects");
    Path old = Files.writeString(objects.resolve("incoming_1.pack"), "cut off");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
    Path fresh = Files.writeString(objects.resolve("incoming_2.pack"), "under way");
    yours.fetch(shared);
    assertThat(old).doesNotExist();
    assertThat(fresh).exists();
  }

  @Test
  void anotherHomeIsFetchedFromWithoutARepositoryBetween() throws IOException {
    scan(yours, "KS021/2020-01-01/001/alf/spikes.times.npy");
    assertThat(mine.fetch(temporary.resolve("yours")).merged()).isTrue();
    assertThat(mine.commit()).isEqualTo(yours.commit());
  }

  @Test
  void aRecordOfItsOwnIsNotMerged() throws IOException {
    HomeCatalog stranger = RealParts.catalog(temporary.resolve("stranger"));
    stranger.scan(data);
    assertThatThrownBy(() -> stranger.fetch(shared))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("not copies of one record");
    stranger.close();
  }

  @Test
  void aTagOfTheSameNameStaysWhatItIsHere() throws IOException {
    scan(mine, "KS021/2020-01-01/001/alf/spikes.times.npy");
    mine.release("v2", "mine");
    mine.push(shared);
    yours.session(A).dataset("spikes.times").setQc(Qc.PASS, "fine");
    var commit = yours.release("v2", "yours").commit();
    yours.release("v3", "only here");
    FetchReport report = yours.fetch(shared);
    assertThat(report.merged()).isTrue();
    assertThat(report.leftTags()).extracting(FetchReport.LeftTag::name).containsExactly("v2");
    assertThat(report).asString().contains("Tag 'v2' was not taken over");
    assertThat(yours.tag("v2").commit()).isEqualTo(commit);
    assertThat(yours.tag("v2").description()).isEqualTo("yours");
    assertThat(yours.tags()).extracting(Tag::name).containsExactly("v1", "v2", "v3");
    assertThatThrownBy(() -> yours.push(shared))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("'v2'")
        .hasMessageContaining("all else was pushed");
    mine.fetch(shared);
    assertThat(mine.commit()).isEqualTo(yours.commit());
    assertThat(mine.tag("v2").description()).isEqualTo("mine");
    assertThat(mine.tags()).extracting(Tag::name).containsExactly("v1", "v2", "v3");
  }

  @Test
  void aTagOfTheSameNameForTheSameCommitIsNoTrouble() {
    mine.release("v2", "mine");
    yours.release("v2", "yours");
    mine.push(shared);
    assertThat(yours.fetch(shared).leftTags()).isEmpty();
    yours.push(shared);
    assertThat(yours.tag("v2").description()).isEqualTo("yours");
  }

  @Test
  void whatIsRefusedLeavesTheTagsAlone() throws IOException {
    mine.session(A).dataset("spikes.times").setQc(Qc.PASS, "fine");
    mine.release("v2", "mine");
    mine.push(shared);
    yours.session(A).dataset("spikes.times").setQc(Qc.FAIL, "noise");
    assertThat(yours.fetch(shared).merged()).isFalse();
    assertThat(yours.tags()).extracting(Tag::name).containsExactly("v1");
    HomeCatalog stranger = RealParts.catalog(temporary.resolve("stranger"));
    stranger.scan(data);
    var commit = stranger.release("v1", "another").commit();
    assertThatThrownBy(() -> stranger.fetch(shared)).isInstanceOf(CatalogException.class);
    assertThat(stranger.tag("v1").commit()).isEqualTo(commit);
    assertThat(stranger.tags()).hasSize(1);
    stranger.close();
  }

  @Test
  void aFetchedTagIsNeverTakenForATimeOrACommit() throws Exception {
    GitProgram.require();
    scan(mine, "KS021/2020-01-01/001/alf/spikes.times.npy");
    mine.push(shared);
    GitProgram.run(shared, "tag", "2999-03-01", "main~1");
    GitProgram.run(shared, "tag", "deadbeef", "main~1");
    FetchReport report = yours.fetch(shared);
    assertThat(report.leftTags())
        .extracting(FetchReport.LeftTag::name)
        .containsExactly("2999-03-01", "deadbeef");
    assertThat(yours.at("2999-03-01").commit()).isEqualTo(mine.commit());
    assertThat(yours.tags()).extracting(Tag::name).containsExactly("v1");
  }

  @Test
  void whatIsNoRepositoryIsNamed() throws IOException {
    assertThatThrownBy(() -> mine.fetch(temporary.resolve("nowhere")))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("nowhere");
    Path full = temporary.resolve("full");
    Files.createDirectories(full.resolve("of"));
    assertThatThrownBy(() -> mine.push(full)).isInstanceOf(CatalogException.class);
  }
}
