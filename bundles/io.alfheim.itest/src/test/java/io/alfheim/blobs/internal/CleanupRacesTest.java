/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.alfheim.alf.SessionKey;
import io.alfheim.blobs.BlobException;
import io.alfheim.blobs.Cleanup;
import io.alfheim.blobs.Cleanup.Tally;
import io.alfheim.blobs.CleanupReport;
import io.alfheim.blobs.Kept;
import io.alfheim.blobs.PurgeReport;
import io.alfheim.blobs.Section;
import io.alfheim.blobs.Stored;
import io.alfheim.blobs.Target;
import io.alfheim.catalog.Progress;
import io.alfheim.catalog.internal.RealParts;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.NotePath;
import io.alfheim.store.StoreEntry;
import io.alfheim.store.WritableStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Others go on while it is cleaned up. */
class CleanupRacesTest {
  private static final Target SESSION = Target.of(SessionKey.parse(HomeWithBlobs.SESSION));
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

  @TempDir
  private Path folder;

  private HomeWithBlobs home;
  private Section local;
  private Stored unused;
  private MeddledStore store;

  @BeforeEach
  void forgetOne() throws IOException {
    home = HomeWithBlobs.in(folder);
    local = home.blobs().section("local");
    unused = local.put("unused");
    home.blobs().hang(SESSION, Map.of("unused", unused));
    home.blobs().remove(SESSION, "unused");
    store = new MeddledStore((WritableStore) home.catalog().record().store(home.disk()));
    ageMarks();
  }

  /** As if this home had used the section for years. */
  private void ageMarks() throws IOException {
    try (Stream<Path> marks = Files.list(home.objects().resolve("local/.homes"))) {
      for (Path mark : marks.toList()) {
        Files.setLastModifiedTime(mark, FileTime.from(Instant.parse("2019-01-01T00:00:00Z")));
      }
    }
  }

  @AfterEach
  void close() throws IOException {
    home.close();
  }

  private StoreSection meddledSection() {
    return new StoreSection(local.config(), name -> store, BlobCache.NONE);
  }

  private SectionCleanup meddled() {
    Uses uses = new Uses(
        new ReferenceNotes(home.catalog()),
        new TreeMap<>(Map.of("local", local.config())),
        meddledSection());
    CleanupPlan plan = CleanupPlan.DEFAULT.keeping(Kept.NOW_AND_TAGS).waiting(Duration.ZERO);
    return new SectionCleanup(
        meddledSection(), uses, home.catalog().home().resolve("log"), Progress.NONE, plan);
  }

  private Path object(Stored stored) {
    return home.objects().resolve(local.locate(stored).path().value());
  }

  @Test
  void whatIsDamagedStaysSinceItMayBeRepairedAtAnyMoment() throws IOException {
    Files.writeString(object(unused), "x".repeat((int) unused.size()));
    store.beforeDelete(path -> local.put("unused"));
    CleanupReport report = meddled().quarantine();
    assertThat(report.moved()).isEqualTo(Tally.NONE);
    assertThat(report.errors()).singleElement().satisfies(error -> {
      assertThat(error.path()).isEqualTo(local.locate(unused).path().value());
      assertThat(error.message()).contains("is damaged").contains("delete it by hand");
    });
    assertThat(home.files()).containsExactly(local.locate(unused).path().value());
    local.put("unused");
    assertThat(local.get(unused)).isEqualTo("unused");
    store.beforeDelete(path -> {});
    assertThat(meddled().quarantine().moved().objects()).isEqualTo(1);
  }

  @Test
  void aDamagedAttachmentStaysToo() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "attached");
    Stored whole = local.attach(file);
    Stored damaged = local.attach(Files.writeString(folder.resolve("b.txt"), "attached"));
    Files.writeString(object(damaged), "attachEd");
    CleanupReport report = home.blobs().cleanup("local").sparing(Duration.ZERO).quarantine();
    assertThat(report.moved().objects()).isEqualTo(1);
    assertThat(report.errors()).hasSize(1);
    assertThat(object(whole)).doesNotExist();
    assertThat(object(damaged)).exists();
  }

  @Test
  void whatIsPutAgainIsSparedAgain() throws IOException {
    Stored lost = local.put("rolled back");
    Files.setLastModifiedTime(object(lost), LONG_AGO);
    assertThat(meddled().preview().untracked().objects()).isEqualTo(1);
    local.put("rolled back");
    assertThat(meddled().preview().untracked()).isEqualTo(Tally.NONE);
    assertThat(meddled().preview().young().objects()).isEqualTo(1);
  }

  @Test
  void whatOtherProgramsPutBeforeIsNotMadeNew() throws IOException {
    Stored theirs = local.put("theirs");
    FileTime before = FileTime.from(Instant.parse("2018-01-01T00:00:00Z"));
    Files.setLastModifiedTime(object(theirs), before);
    local.put("theirs");
    store.far(true);
    meddledSection().put("theirs");
    assertThat(Files.getLastModifiedTime(object(theirs))).isEqualTo(before);
    assertThat(meddled().preview().foreign().objects()).isEqualTo(1);
  }

  @Test
  void whereNoTimeCanBeSetItIsWrittenAgainWhenItIsOld() throws IOException {
    store.far(true);
    Section far = meddledSection();
    Stored lost = far.put("rolled back");
    Object first = key(lost);
    far.put("rolled back");
    assertThat(key(lost)).isEqualTo(first);
    Files.setLastModifiedTime(object(lost), LONG_AGO);
    far.put("rolled back");
    assertThat(Files.getLastModifiedTime(object(lost))).isGreaterThan(LONG_AGO);
    assertThat(far.get(lost)).isEqualTo("rolled back");
  }

  private Object key(Stored stored) throws IOException {
    return Files.readAttributes(object(stored), BasicFileAttributes.class).fileKey();
  }

  @Test
  void commitsThatTouchNoReferenceDoNotHoldAPurgeUp() throws IOException {
    meddled().quarantine();
    List<Integer> listings = new ArrayList<>();
    store.beforeList(path -> {
      listings.add(listings.size());
      if (listings.size() > 100) {
        throw new IOException("it never ends");
      }
      RealParts.npy(
          folder
              .resolve("data/KS014/2020-01-01/001/alf")
              .resolve("trial" + listings.size() + ".times.npy"),
          1,
          2);
      home.catalog().scan(folder.resolve("data"));
    });
    assertThat(meddled().purge().deleted().objects()).isEqualTo(1);
    assertThat(listings).hasSizeLessThan(20);
  }

  @Test
  void aPurgeThatReferencesOvertakeAgainAndAgainSaysSo() {
    meddled().quarantine();
    AtomicLong count = new AtomicLong();
    store.beforeList(
        path -> home.blobs().hang(SESSION, "other", local.put("value " + count.incrementAndGet())));
    assertThatThrownBy(() -> meddled().purge())
        .isInstanceOf(BlobException.class)
        .hasMessageContaining("Not all was deleted that waits in section 'local'")
        .hasMessageContaining("changed 10 times");
    store.beforeList(path -> {});
    assertThat(meddled().purge().deleted().objects()).isPositive();
  }

  @Test
  void aTagMadeMeanwhileSavesWhatItRefersTo() throws IOException {
    meddled().quarantine();
    CommitId then = home.catalog().history().log().get(1).id();
    Progress late = (what, total) -> {
      tagOnce(then);
      return steps -> {};
    };
    SectionCleanup cleanup = meddled();
    PurgeReport report = new SectionCleanup(
            cleanup.section(), cleanup.uses(), cleanup.log(), late, cleanup.plan())
        .purge();
    assertThat(report.deleted()).isEqualTo(Tally.NONE);
    assertThat(report.restored().objects()).isEqualTo(1);
  }

  private void tagOnce(CommitId commit) {
    try {
      if (home.catalog().tags().isEmpty()) {
        home.catalog().record().history().tag("v1", commit, "");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void othersHaveTheirTurnsWhileMuchIsDeleted() throws Exception {
    for (int i = 0; i < 5; i++) {
      Files.setLastModifiedTime(object(local.put("lost " + i)), LONG_AGO);
    }
    meddled().quarantine();
    AtomicBoolean theirTurn = new AtomicBoolean();
    Thread other = new Thread(() -> commit(theirTurn));
    List<Boolean> hadTheirs = new ArrayList<>();
    store.beforeDelete(path -> {
      hadTheirs.add(theirTurn.get());
      if (hadTheirs.size() == 1) {
        other.start();
        awaitQueued(other);
      }
    });
    AtomicLong clock = new AtomicLong();
    PurgeReport report =
        new Purge(meddled(), () -> clock.addAndGet(Duration.ofHours(1).toNanos())).purge();
    other.join();
    assertThat(report.deleted().objects()).isEqualTo(6);
    assertThat(hadTheirs)
        .as("who waits is the next")
        .containsExactly(false, true, true, true, true, true);
    assertThat(home.catalog().history().log().get(0).message()).contains("In between");
  }

  private void commit(AtomicBoolean done) {
    NotePath note = new NotePath("others", List.of("-", "KS014", "subject"));
    home.catalog().record().change("In between", editor -> {
      editor.note(note, List.of("a line"));
      done.set(true);
    });
  }

  /** Until somebody waits for his turn, or has failed. */
  private static void awaitQueued(Thread other) {
    while (other.isAlive() && other.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
  }

  @Test
  void whatIsPutAgainAfterItWasListedStays() throws IOException {
    Stored lost = local.put("rolled back");
    Files.setLastModifiedTime(object(lost), LONG_AGO);
    store.beforeCreate(path -> local.put("rolled back"));
    assertThat(meddled().quarantine().moved().objects())
        .as("only what is unused")
        .isEqualTo(1);
    assertThat(object(lost)).exists();
    assertThat(meddled().purge().deleted().objects()).isEqualTo(1);
    assertThat(local.get(lost)).isEqualTo("rolled back");
  }

  @Test
  void whereListingsTellNoTimesItIsPutAsideAllTheSame() throws IOException {
    Quarantine quarantine = new Quarantine(meddledSection().shelf());
    StoreEntry timeless = StoreEntry.file(local.locate(unused).path(), unused.size(), 0);
    assertThat(quarantine.putAside(quarantine.newRun(), timeless)).isTrue();
    assertThat(object(unused)).doesNotExist();
  }

  @Test
  void whatIsTakenBackWhileItIsLookedForIsFound() throws IOException {
    StoreSection section = meddledSection();
    putAsideUntilSomebodyLooks();
    assertThat(section.get(unused)).isEqualTo("unused");
    putAsideUntilSomebodyLooks();
    assertThat(section.find(unused)).contains(local.locate(unused));
    putAsideUntilSomebodyLooks();
    section.claim(List.of(unused));
    assertThat(object(unused)).exists();
  }

  /** Another process takes it back after it was looked for in its place. */
  private void putAsideUntilSomebodyLooks() {
    store.beforeList(path -> {});
    assertThat(meddled().quarantine().moved().objects()).isEqualTo(1);
    store.beforeList(path -> home.blobs().cleanup("local").undo());
  }

  @Test
  void whatIsBeingPutAsideIsNotTakenBackMeanwhile() throws IOException {
    List<Throwable> refused = new ArrayList<>();
    store.beforeDelete(path -> {
      Cleanup again = home.blobs().cleanup("local");
      refused.add(catchThrowable(again::undo));
      refused.add(catchThrowable(again::quarantine));
      refused.add(catchThrowable(again::purge));
    });
    assertThat(meddled().quarantine().moved().objects()).isEqualTo(1);
    assertThat(local.get(unused)).isEqualTo("unused");
    assertThat(refused)
        .hasSize(3)
        .allSatisfy(e -> assertThat(e)
            .isInstanceOf(BlobException.class)
            .hasMessageStartingWith("Section 'local' is being cleaned up by another program"));
    assertThat(home.blobs().cleanup("local").undo().restored().objects()).isEqualTo(1);
    assertThat(object(unused)).exists();
  }

  @Test
  void whoCleansUpInAnotherProcessIsLeftAlone() throws IOException {
    Path lock =
        Files.createDirectories(home.catalog().home().resolve("log")).resolve("blobs-local.lock");
    try (FileChannel theirs =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock locked = theirs.lock()) {
      assertThat(locked.isValid()).isTrue();
      assertThat(meddled().preview().unused().objects()).isEqualTo(1);
      assertThatThrownBy(() -> meddled().quarantine())
          .isInstanceOfSatisfying(
              BlobException.class, e -> assertThat(e.hint()).startsWith("Try again when"));
    }
    assertThat(meddled().quarantine().moved().objects()).isEqualTo(1);
  }

  @Test
  void whatAnInterruptionStoppedIsNoError() {
    store.beforeDelete(path -> {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted.");
    });
    assertThatThrownBy(() -> meddled().quarantine()).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(meddled().errors()).isEmpty();
    assertThatThrownBy(() -> meddled().purge()).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(meddled().errors()).isEmpty();
  }

  @Test
  void errorsThatSomebodyEditedStopNothing() throws IOException {
    Path log = Files.createDirectories(home.catalog().home().resolve("log"));
    for (String step : List.of("aside", "purge")) {
      Files.writeString(
          log.resolve("blobs-local-" + step + ".errors"),
          "../outside\tno permission\n\t\na%00b\tno permission\nlook here\n");
    }
    assertThat(meddled().errors()).hasSize(6);
    assertThat(meddled().quarantine().moved().objects()).isEqualTo(1);
    assertThat(meddled().purge().deleted().objects()).isEqualTo(1);
    assertThat(meddled().errors()).isEmpty();
  }
}
