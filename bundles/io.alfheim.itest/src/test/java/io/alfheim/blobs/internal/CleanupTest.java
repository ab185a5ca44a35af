/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.alf.SessionKey;
import io.alfheim.blobs.BlobException;
import io.alfheim.blobs.ChecksumLimit;
import io.alfheim.blobs.Cleanup;
import io.alfheim.blobs.CleanupReport;
import io.alfheim.blobs.Kept;
import io.alfheim.blobs.MissingBlobException;
import io.alfheim.blobs.PurgeReport;
import io.alfheim.blobs.Section;
import io.alfheim.blobs.SectionConfig;
import io.alfheim.blobs.Stored;
import io.alfheim.blobs.Target;
import io.alfheim.catalog.Progress;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.store.WritableStore;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody uses goes, and nothing else. */
class CleanupTest {
  private static final Target SESSION = Target.of(SessionKey.parse(HomeWithBlobs.SESSION));

  @TempDir
  private Path folder;

  private HomeWithBlobs home;
  private Section local;
  private Stored used;
  private Stored unused;
  private MeddledStore store;

  @BeforeEach
  void referToTwoAndForgetOne() throws IOException {
    home = HomeWithBlobs.in(folder);
    local = home.blobs().section("local");
    used = local.put("used");
    unused = local.put("unused");
    home.blobs().hang(SESSION, Map.of("used", used, "unused", unused));
    home.blobs().remove(SESSION, "unused");
    store = new MeddledStore((WritableStore) home.catalog().record().store(home.disk()));
  }

  @AfterEach
  void close() throws IOException {
    home.close();
  }

  private Cleanup cleanup() {
    return home.blobs().cleanup("local").keeping(Kept.NOW_AND_TAGS);
  }

  /** The same, in a store that can be meddled with. */
  private Cleanup meddled() {
    StoreSection section = new StoreSection(local.config(), name -> store, BlobCache.NONE);
    Uses uses = new Uses(
        new ReferenceNotes(home.catalog()),
        new TreeMap<>(Map.of("local", local.config())),
        section);
    return new SectionCleanup(
            section, uses, home.catalog().home().resolve("log"), Progress.NONE, CleanupPlan.DEFAULT)
        .keeping(Kept.NOW_AND_TAGS);
  }

  private String path(Stored stored) {
    return local.locate(stored).path().value();
  }

  @Test
  void aPreviewCountsAndChangesNothing() throws IOException {
    CleanupReport report = cleanup().preview();
    assertThat(report.used()).isEqualTo(new Cleanup.Tally(1, used.size()));
    assertThat(report.unused()).isEqualTo(new Cleanup.Tally(1, unused.size()));
    assertThat(report.list())
        .extracting(entry -> entry.path().value())
        .containsExactly(path(unused));
    assertThat(report.moved()).isEqualTo(Cleanup.Tally.NONE);
    assertThat(home.files()).contains(path(used), path(unused)).hasSize(2);
  }

  @Test
  void asLongAsAllCommitsAreKeptNothingOfThemGoes() throws IOException {
    assertThat(home.blobs().cleanup("local").quarantine().moved().objects()).isZero();
    assertThat(home.files()).hasSize(2);
  }

  @Test
  void whatIsPutAsideIsStillFoundAndCanBeTakenBack() throws IOException {
    assertThat(cleanup().quarantine().moved().objects()).isEqualTo(1);
    assertThat(home.files()).doesNotContain(path(unused)).hasSize(2);
    assertThat(local.get(unused)).isEqualTo("unused");
    assertThat(cleanup().undo().restored().objects()).isEqualTo(1);
    assertThat(home.files()).containsExactlyInAnyOrder(path(used), path(unused));
  }

  @Test
  void theSecondRunHasNothingToDo() {
    cleanup().quarantine();
    assertThat(cleanup().quarantine().moved()).isEqualTo(Cleanup.Tally.NONE);
  }

  @Test
  void itIsDeletedAfterItsTimeAndNotBefore() throws IOException {
    cleanup().quarantine();
    PurgeReport early = cleanup().purge();
    assertThat(early.deleted()).isEqualTo(Cleanup.Tally.NONE);
    assertThat(early.waiting().objects()).isEqualTo(1);
    PurgeReport late = cleanup().grace(Duration.ZERO).purge();
    assertThat(late.deleted()).isEqualTo(new Cleanup.Tally(1, unused.size()));
    assertThat(home.files()).containsExactly(path(used));
    assertThatThrownBy(() -> local.get(unused)).isInstanceOf(MissingBlobException.class);
    assertThat(local.get(used)).isEqualTo("used");
  }

  @Test
  void aNewReferenceTakesItBack() throws IOException {
    cleanup().quarantine();
    home.blobs().hang(SESSION, "again", unused);
    assertThat(home.files()).contains(path(unused));
    assertThat(cleanup().grace(Duration.ZERO).purge().errors()).isEmpty();
    assertThat(home.blobs().get(SESSION, "again")).isEqualTo("unused");
  }

  @Test
  void aReferenceThatCameFromElsewhereTakesItBackBeforeThePurge() throws IOException {
    CommitId then = home.catalog().history().log().get(1).id();
    cleanup().quarantine();
    home.catalog().record().history().tag("v1", then, "");
    PurgeReport report = cleanup().grace(Duration.ZERO).purge();
    assertThat(report.deleted()).isEqualTo(Cleanup.Tally.NONE);
    assertThat(report.restored().objects()).isEqualTo(1);
    assertThat(home.files()).containsExactlyInAnyOrder(path(used), path(unused));
  }

  @Test
  void puttingTheSameAtTheWorstMomentLosesNothing() throws IOException {
    store.beforeDelete(path -> local.put("unused"));
    meddled().quarantine();
    assertThat(local.get(unused)).isEqualTo("unused");
    meddled().grace(Duration.ZERO).purge();
    assertThat(local.get(unused)).isEqualTo("unused");
    home.blobs().hang(SESSION, "again", unused);
    meddled().quarantine();
    meddled().grace(Duration.ZERO).purge();
    assertThat(home.blobs().get(SESSION, "again")).isEqualTo("unused");
  }

  @Test
  void anUploadThatNobodyRefersToIsSparedForAWhileAndFoundThen() throws IOException {
    Stored lost = local.put("rolled back");
    assertThat(cleanup())
        .hasToString("Cleanup of section 'local': preview(), quarantine(), undo(), purge()");
    CleanupReport early = cleanup().preview();
    assertThat(early.young().objects()).isEqualTo(1);
    assertThat(early.untracked()).isEqualTo(Cleanup.Tally.NONE);
    CleanupReport report = cleanup().sparing(Duration.ZERO).quarantine();
    assertThat(report.untracked()).isEqualTo(new Cleanup.Tally(1, lost.size()));
    assertThat(home.files()).doesNotContain(path(lost));
  }

  @Test
  void whatOtherProgramsLeftBehindIsFoundAndWhatIsNotOursIsLeftAlone() throws IOException {
    Path litter = home.objects().resolve(path(used) + ".saving");
    Files.writeString(litter, "half");
    Path foreign = home.objects().resolve("local/README.txt");
    Files.writeString(foreign, "by hand");
    Path above = Files.writeString(home.objects().resolve("other.txt"), "elsewhere");
    Stored other = home.define("second").put("of another section");
    CleanupReport report = cleanup().sparing(Duration.ZERO).quarantine();
    assertThat(report.foreign().objects()).isEqualTo(1);
    assertThat(report.untracked().objects()).isEqualTo(1);
    assertThat(litter).doesNotExist();
    assertThat(foreign).exists();
    assertThat(above).exists();
    assertThat(home.blobs().section("second").get(other)).isEqualTo("of another section");
  }

  @Test
  void nothingGoesWhenSomethingCouldNotBeListed() throws IOException {
    store.blind(true);
    assertThat(meddled().preview().problems()).isNotEmpty();
    assertThatThrownBy(() -> meddled().quarantine())
        .isInstanceOf(BlobException.class)
        .hasMessageContaining("could not be listed whole")
        .hasMessageContaining("No permission.");
    assertThat(home.files()).contains(path(unused));
    store.blind(false);
    meddled().quarantine();
    store.blind(true);
    assertThatThrownBy(() -> meddled().grace(Duration.ZERO).purge())
        .hasMessageStartingWith("Nothing was deleted");
    assertThat(local.get(unused)).isEqualTo("unused");
  }

  @Test
  void errorsStayUntilTheyAreMended() {
    store.beforeDelete(path -> {
      throw new IOException("the disk is read-only");
    });
    assertThat(meddled().quarantine().errors()).hasSize(1);
    assertThat(cleanup().errors()).singleElement().satisfies(error -> {
      assertThat(error.path()).isEqualTo(path(unused));
      assertThat(error.message()).contains("read-only");
    });
    assertThat(local.get(unused)).isEqualTo("unused");
    store.beforeDelete(path -> {});
    meddled().quarantine();
    assertThat(cleanup().errors()).isEmpty();
  }

  @Test
  void anErrorThatWasNotTriedAgainStays() throws IOException {
    store.beforeDelete(path -> {
      throw new IOException("the disk is read-only");
    });
    meddled().quarantine();
    store.beforeDelete(path -> {});
    home.blobs().cleanup("local").quarantine();
    assertThat(cleanup().errors()).as("it counted as used").hasSize(1);
    Path unmounted = folder.resolve("unmounted");
    Files.move(home.objects(), unmounted);
    Files.createDirectory(home.objects());
    assertThat(cleanup().quarantine().moved()).isEqualTo(Cleanup.Tally.NONE);
    assertThat(cleanup().errors()).as("nobody could tell").hasSize(1);
    Files.delete(home.objects());
    Files.move(unmounted, home.objects());
    Files.delete(home.objects().resolve(path(unused)));
    home.blobs().cleanup("local").quarantine();
    assertThat(cleanup().errors()).as("it is gone").isEmpty();
  }

  @Test
  void damageThatWasRepairedIsForgottenAlsoWhereItIsUsed() throws IOException {
    Path object = home.objects().resolve(path(unused));
    Files.writeString(object, "x".repeat((int) unused.size()));
    assertThat(cleanup().quarantine().errors()).hasSize(1);
    home.blobs().hang(SESSION, "again", unused);
    cleanup().quarantine();
    assertThat(cleanup().errors()).as("it is used, and still damaged").hasSize(1);
    local.put("unused");
    cleanup().quarantine();
    assertThat(cleanup().errors()).isEmpty();
    assertThat(object).exists();
  }

  @Test
  void nothingGoesWhenTheMarksOfHomesCouldNotBeListed() throws IOException {
    store.blindAt("local/.homes");
    assertThat(meddled().preview().problems()).hasSize(1);
    assertThatThrownBy(() -> meddled().quarantine())
        .hasMessageStartingWith("Nothing was put aside: the marks of homes")
        .hasMessageContaining("No permission.");
    store.blind(false);
    meddled().quarantine();
    store.blindAt("local/.homes");
    assertThatThrownBy(() -> meddled().grace(Duration.ZERO).purge())
        .hasMessageStartingWith("Nothing was deleted: the marks of homes");
    assertThat(local.get(unused)).isEqualTo("unused");
  }

  @Test
  void emptyFoldersGo() throws IOException {
    Path empty = Files.createDirectories(home.objects().resolve("local/aa/bb"));
    cleanup().quarantine();
    assertThat(empty.getParent()).doesNotExist();
    cleanup().grace(Duration.ZERO).purge();
    assertThat(home.objects().resolve("local/.quarantine")).doesNotExist();
    assertThat(home.objects().resolve(path(used))).exists();
  }

  @Test
  void aLimitLeavesTheRestForTheNextRun() {
    for (int i = 0; i < 5; i++) {
      local.put("lost " + i);
    }
    Cleanup few = cleanup().sparing(Duration.ZERO).limit(4);
    assertThat(few.quarantine().moved().objects()).isEqualTo(4);
    assertThat(few.quarantine().moved().objects()).isEqualTo(2);
  }

  @Test
  void anInterruptedRunIsGoneOnWith() throws IOException {
    for (int i = 0; i < 20; i++) {
      local.put("lost " + i);
    }
    store.beforeDelete(path -> Thread.currentThread().interrupt());
    assertThatThrownBy(() -> meddled().sparing(Duration.ZERO).quarantine())
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(home.files()).hasSizeGreaterThanOrEqualTo(22);
    cleanup().sparing(Duration.ZERO).quarantine();
    cleanup().grace(Duration.ZERO).purge();
    assertThat(home.files()).containsExactly(path(used));
  }

  @Test
  void filesOfTheStageGoOnlyWhenAskedFor() throws IOException {
    Path stage = Files.createDirectories(folder.resolve("stage"));
    SectionConfig config = SectionConfig.of("staged", home.disk());
    Section staged = home.blobs().define(config.staged(stage, ChecksumLimit.ALWAYS));
    Files.writeString(stage.resolve("a.dat"), "a");
    Stored file = staged.place(stage.resolve("a.dat"));
    Path foreign = Files.writeString(home.objects().resolve("b.dat"), "never placed");
    home.blobs().hang(SESSION, "file", file);
    home.blobs().remove(SESSION, "file");
    Cleanup cleanup = home.blobs().cleanup("staged").keeping(Kept.NOW_AND_TAGS);
    assertThat(cleanup.quarantine().moved().objects()).isZero();
    assertThat(cleanup.withFiles().quarantine().moved().objects()).isEqualTo(1);
    assertThat(home.files()).doesNotContain("a.dat").contains("b.dat");
    assertThat(foreign).exists();
    Files.delete(stage.resolve("a.dat"));
    assertThat(staged.fetch(file)).hasContent("a");
    cleanup.undo();
    assertThat(home.files()).contains("a.dat");
  }

  @Test
  void aSectionThatIsNoLongerDefinedStopsItAll() throws IOException {
    Files.delete(home.catalog().home().resolve("etc/io.alfheim.blobs-local.cfg"));
    home.define("second");
    assertThatThrownBy(() -> home.blobs().cleanup("second").preview())
        .isInstanceOf(BlobException.class)
        .hasMessageContaining("The record refers to section 'local', which is not defined here");
  }

  @Test
  void whatACrashLeftInEmptyFoldersGoesWithThem() throws IOException {
    String run = "local/.quarantine/20200101T000000000Z";
    for (String name : List.of("local/aa/bb", "local/aa/cc", run + "/aa")) {
      Files.createFile(Files.createDirectories(home.objects().resolve(name)).resolve(".empty"));
    }
    Path meant = Files.writeString(home.objects().resolve("local/aa/cc/.empty"), "meant");
    assertThat(cleanup().quarantine().foreign().objects()).isEqualTo(1);
    assertThat(home.objects().resolve("local/aa/bb")).doesNotExist();
    assertThat(cleanup().undo().restored().objects()).isEqualTo(1);
    assertThat(cleanup().purge().errors()).isEmpty();
    assertThat(home.objects().resolve("local/.quarantine")).doesNotExist();
    assertThat(home.files())
        .containsExactlyInAnyOrder(
            path(used), path(unused), home.objects().relativize(meant).toString());
  }

  @Test
  void aFileNamedLikeARunStaysAndStopsNothing() throws IOException {
    cleanup().quarantine();
    Path file = home.objects().resolve("local/.quarantine/20200101T000000000Z");
    Files.writeString(file, "by hand");
    assertThat(cleanup().undo().restored().objects()).isEqualTo(1);
    assertThat(cleanup().grace(Duration.ZERO).purge().waiting().objects()).isEqualTo(1);
    assertThat(file).exists();
  }

  @Test
  void aFolderThatCannotBeDeletedStopsNothingAndIsTold() throws IOException {
    Files.createDirectories(home.objects().resolve("local/aa/bb"));
    store.beforeCreate(path -> {
      if (path.name().equals(".empty")) {
        throw new AccessDeniedException(path.parent().value());
      }
    });
    CleanupReport report = meddled().quarantine();
    assertThat(report.moved().objects()).isEqualTo(1);
    assertThat(report.errors()).singleElement().satisfies(error -> {
      assertThat(error.path()).isEqualTo("local/aa/bb");
      assertThat(error.message()).contains("is empty").contains("no permission");
    });
    Files.createDirectories(home.objects().resolve("local/.quarantine/20200101T000000000Z"));
    PurgeReport purged = meddled().grace(Duration.ZERO).purge();
    assertThat(purged.deleted().objects()).isEqualTo(1);
    assertThat(purged.errors()).hasSize(1);
    assertThat(cleanup().errors()).hasSize(2);
    cleanup().quarantine();
    cleanup().purge();
    assertThat(cleanup().errors()).isEmpty();
    assertThat(home.objects().resolve("local/.quarantine")).doesNotExist();
  }
}
