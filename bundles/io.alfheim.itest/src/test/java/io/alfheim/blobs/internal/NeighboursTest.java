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
import io.alfheim.blobs.Section;
import io.alfheim.blobs.SectionConfig;
import io.alfheim.blobs.Stored;
import io.alfheim.blobs.Target;
import io.alfheim.catalog.Progress;
import io.alfheim.store.StorePath;
import io.alfheim.store.WritableStore;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What else lies in the location of a section whose files of the stage are cleaned up. */
class NeighboursTest {
  private static final Target SESSION = Target.of(SessionKey.parse(HomeWithBlobs.SESSION));

  @TempDir
  private Path folder;

  private HomeWithBlobs home;
  private Section staged;
  private MeddledStore store;

  @BeforeEach
  void aFileAndABlobThatNobodyRefersToAnyMore() throws IOException {
    home = HomeWithBlobs.in(folder);
    Path stage = Files.createDirectories(folder.resolve("stage"));
    SectionConfig config = SectionConfig.of("local", home.disk());
    staged = home.blobs().define(config.staged(stage, ChecksumLimit.ALWAYS));
    Path file = Files.writeString(stage.resolve("a.dat"), "a");
    home.blobs().hang(SESSION, Map.of("file", staged.place(file), "value", staged.put("a value")));
    home.blobs().remove(SESSION);
    store = new MeddledStore((WritableStore) home.catalog().record().store(home.disk()));
  }

  @AfterEach
  void close() throws IOException {
    home.close();
  }

  private Cleanup cleanup() {
    StoreSection section = new StoreSection(staged.config(), name -> store, BlobCache.NONE);
    Uses uses = new Uses(
        new ReferenceNotes(home.catalog()),
        new TreeMap<>(Map.of("local", staged.config())),
        section);
    Path log = home.catalog().home().resolve("log");
    return new SectionCleanup(section, uses, log, Progress.NONE, CleanupPlan.DEFAULT)
        .keeping(Kept.NOW_AND_TAGS)
        .grace(Duration.ZERO);
  }

  /** As a folder that is for its owner alone; who runs the tests may be allowed to look. */
  private void forbid(String name) throws IOException {
    Files.createDirectories(home.objects().resolve(name));
    store.beforeList(path -> {
      if (path.equals(new StorePath(name + "/.homes"))) {
        throw new AccessDeniedException(name, null, "Permission denied.");
      }
    });
  }

  @Test
  void whatCanBeNoSectionIsNotAsked() throws IOException {
    forbid("lost+found");
    Files.createSymbolicLink(home.objects().resolve("old"), folder.resolve("nowhere"));
    Files.createDirectories(home.objects().resolve(".Trash-1000/.homes"));
    Files.writeString(home.objects().resolve(".Trash-1000/.homes/another"), "thrown away");
    assertThat(cleanup().withFiles().preview().problems()).isEmpty();
    assertThat(cleanup().withFiles().quarantine().moved().objects()).isEqualTo(2);
    assertThat(cleanup().purge().deleted().objects()).isEqualTo(2);
    assertThat(home.files()).doesNotContain("a.dat");
  }

  @Test
  void aFolderThatMayBeASectionMustAnswer() throws IOException {
    forbid("private");
    assertThat(cleanup().withFiles().preview().problems())
        .singleElement()
        .asString()
        .startsWith("whether 'private' is a section of a home")
        .contains("Permission denied.");
    assertThatThrownBy(() -> cleanup().withFiles().quarantine())
        .isInstanceOfSatisfying(BlobException.class, e -> {
          assertThat(e).hasMessageContaining("whether 'private' is a section of a home");
          assertThat(e.hint()).contains("leave to look there").contains("without withFiles()");
        });
    assertThat(home.files()).contains("a.dat");
    assertThat(cleanup().quarantine().moved().objects())
        .as("no files are meant")
        .isEqualTo(1);
    assertThat(cleanup().purge().deleted().objects()).isEqualTo(1);
  }

  @Test
  void filesThatWaitCanBeTakenBackSoThatTheRestIsDeleted() throws IOException {
    cleanup().withFiles().quarantine();
    forbid("private");
    assertThatThrownBy(() -> cleanup().purge())
        .isInstanceOfSatisfying(BlobException.class, e -> assertThat(e.hint()).contains("undo()"));
    assertThat(cleanup().undo().restored().objects()).isEqualTo(2);
    cleanup().quarantine();
    assertThat(cleanup().purge().deleted().objects()).isEqualTo(1);
    assertThat(home.files()).containsExactly("a.dat");
  }

  @Test
  void aFolderOfTheSystemIsNoSection() {
    SectionConfig config = SectionConfig.of("mine", "disk");
    for (String name : new String[] {"lost+found", "$RECYCLE.BIN", ".hidden", ""}) {
      assertThatThrownBy(() -> config.at("", name))
          .isInstanceOf(BlobException.class)
          .hasMessageContaining("cannot be the folder of section 'mine'");
    }
  }

  @Test
  void aFileIsNotPlacedInTheFolderOfAnotherSection() throws IOException {
    home.define("other");
    Path stage = folder.resolve("stage");
    Path file = stage.resolve("other/deeper/b.dat");
    Files.createDirectories(stage.resolve("other/deeper"));
    Files.writeString(file, "b");
    assertThatThrownBy(() -> staged.place(file))
        .isInstanceOf(BlobException.class)
        .hasMessage("'other/deeper/b.dat' lies in the folder 'other', which is that of another"
            + " section.");
    assertThat(home.objects().resolve("other/deeper")).doesNotExist();
    Path beside = Files.createDirectories(stage.resolve("others/deeper")).resolve("b.dat");
    Stored placed = staged.place(Files.writeString(beside, "b"));
    assertThat(placed.name()).isEqualTo("others/deeper/b.dat");
  }

  @Test
  void aFileThatOthersFetchAtTheSameTimeIsNotPushedAside() throws IOException {
    Path stage = folder.resolve("stage");
    Path local = stage.resolve("a.dat");
    Stored file = staged.place(local);
    cleanup().withFiles().quarantine();
    Files.delete(local);
    store.beforeList(path -> staged.fetch(file));
    StoreSection meddled = new StoreSection(staged.config(), name -> store, BlobCache.NONE);
    assertThat(meddled.fetch(file)).isEqualTo(local).hasContent("a");
    try (Stream<Path> files = Files.list(stage)) {
      assertThat(files).containsExactly(local);
    }
  }

  @Test
  void aFileThatWasPlacedAndNeverHungIsListedAndStays() throws IOException {
    Files.writeString(home.objects().resolve("theirs.dat"), "of somebody else");
    Path odd = folder.resolve("stage").resolve("odd\tname\n%41.dat");
    Stored lost = staged.place(Files.writeString(odd, "rolled back"));
    assertThat(cleanup().preview().young().objects()).isEqualTo(1);
    Cleanup soon = cleanup().sparing(Duration.ZERO);
    CleanupReport report = soon.withFiles().quarantine();
    assertThat(report.untracked()).isEqualTo(new Cleanup.Tally(1, lost.size()));
    assertThat(report.list()).extracting(entry -> entry.path().value()).contains(lost.name());
    assertThat(report.moved().objects()).as("what was hung once").isEqualTo(2);
    assertThat(home.files()).contains(lost.name(), "theirs.dat");
    assertThat(soon.preview().untracked().objects()).isEqualTo(1);
    home.blobs().hang(SESSION, "file", lost);
    assertThat(soon.preview().untracked()).isEqualTo(Cleanup.Tally.NONE);
    assertThat(soon.preview().used()).isEqualTo(Cleanup.Tally.NONE);
    assertThat(soon.withFiles().preview().used().objects()).isEqualTo(1);
    home.blobs().remove(SESSION);
    assertThat(soon.preview().untracked()).isEqualTo(Cleanup.Tally.NONE);
    assertThat(soon.withFiles().preview().unused().objects()).isEqualTo(1);
  }

  @Test
  void whatWasPlacedAndIsSomethingElseByNowIsNotListed() throws IOException {
    Path file = Files.writeString(folder.resolve("stage/b.dat"), "rolled back");
    staged.place(file);
    staged.place(Files.writeString(folder.resolve("stage/c.dat"), "rolled back"));
    Files.writeString(home.objects().resolve("b.dat"), "data of somebody else");
    Files.delete(home.objects().resolve("c.dat"));
    Path notes = home.catalog().home().resolve("log/blobs-local.placed");
    Files.writeString(notes.resolve("by hand"), "no number\tb.dat");
    Files.writeString(notes.resolve("outside"), "3\t../outside");
    assertThat(cleanup().sparing(Duration.ZERO).preview().untracked())
        .isEqualTo(Cleanup.Tally.NONE);
  }
}
