/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.alf.SessionKey;
import io.alfheim.blobs.BlobException;
import io.alfheim.blobs.ChecksumLimit;
import io.alfheim.blobs.Cleanup;
import io.alfheim.blobs.Kept;
import io.alfheim.blobs.Section;
import io.alfheim.blobs.SectionConfig;
import io.alfheim.blobs.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two homes that use one section, of which neither sees what the other refers to. */
class TwoHomesTest {
  private static final Target SESSION = Target.of(SessionKey.parse(HomeWithBlobs.SESSION));

  @TempDir
  private Path folder;

  private HomeWithBlobs mine;
  private HomeWithBlobs theirs;
  private Section local;

  @BeforeEach
  void twoHomesWithOneSection() throws IOException {
    mine = HomeWithBlobs.in(folder.resolve("mine"));
    local = mine.blobs().section("local");
    theirs = new HomeWithBlobs(folder.resolve("theirs"));
    mine.blobs().hang(SESSION, "unused", local.put("unused"));
    mine.blobs().remove(SESSION, "unused");
  }

  /** They put something and refer to it. */
  private void useItThere() throws IOException {
    theirs.catalog().scan(folder.resolve("theirs/data"));
    String disk = theirs.catalog().record().locate(mine.objects()).store();
    Section same = theirs.blobs().define(SectionConfig.of("local", disk));
    theirs.blobs().hang(SESSION, "value", same.put("theirs"));
  }

  /** They have the record and the section, as it is written down here. */
  private void shareItWithThem(String store) throws IOException {
    mine.blobs().hang(SESSION, "shared", local.put("shared"));
    mine.catalog().push(folder.resolve("shared.git"));
    theirs.catalog().fetch(folder.resolve("shared.git"));
    Path etc = theirs.catalog().home().resolve("etc");
    Files.writeString(etc.resolve("io.alfheim.blobs-local.cfg"), "store = " + store + "\n");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }

  private void assertRefused(HomeWithBlobs other) {
    assertThatThrownBy(() -> cleanup().quarantine())
        .hasMessageContaining("'" + other.catalog().home() + "'");
  }

  @AfterEach
  void close() throws IOException {
    mine.close();
    theirs.close();
  }

  private Cleanup cleanup() {
    return mine.blobs()
        .cleanup("local")
        .keeping(Kept.NOW_AND_TAGS)
        .sparing(Duration.ZERO)
        .grace(Duration.ZERO);
  }

  private static Path mark(Path marks, String home) throws IOException {
    try (Stream<Path> all = Files.list(marks)) {
      return all.filter(file -> contains(file, home)).findFirst().orElseThrow();
    }
  }

  private static boolean contains(Path file, String text) {
    try {
      return Files.readString(file).contains(text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void nobodyCleansUpWhatAnotherHomeUses() throws IOException {
    useItThere();
    String home = theirs.catalog().home().toString();
    assertThat(cleanup().preview().problems())
        .singleElement()
        .asString()
        .contains("home '" + home + "' uses this section, too");
    for (Runnable step :
        new Runnable[] {() -> cleanup().quarantine(), () -> cleanup().purge()}) {
      assertThatThrownBy(step::run).isInstanceOfSatisfying(BlobException.class, e -> {
        assertThat(e).hasMessageContaining("'" + home + "'");
        assertThat(e.hint()).contains("local/.homes/");
      });
    }
    assertThat(mine.files()).hasSize(2);
    assertThat(theirs.blobs().get(SESSION, "value")).isEqualTo("theirs");
    assertThatThrownBy(() -> theirs.blobs().cleanup("local").quarantine())
        .hasMessageContaining("'" + mine.catalog().home() + "'");
  }

  @Test
  void whoTakesTheirMarkAwayMayCleanUp() throws IOException {
    useItThere();
    Files.delete(
        mark(mine.objects().resolve("local/.homes"), theirs.catalog().home().toString()));
    assertThat(cleanup().quarantine().moved().objects()).isEqualTo(2);
    assertThat(theirs.blobs().get(SESSION, "value"))
        .as("what waits is still found")
        .isEqualTo("theirs");
    assertThat(cleanup().undo().restored().objects()).isEqualTo(2);
  }

  @Test
  void aMarkThatWasDeletedIsLeftAgainByWhoGoesOn() throws IOException {
    useItThere();
    String home = theirs.catalog().home().toString();
    Files.delete(mark(mine.objects().resolve("local/.homes"), home));
    theirs.blobs().hang(SESSION, "more", theirs.blobs().section("local").put("more"));
    assertRefused(theirs);
  }

  @Test
  void whoOnlyReadsReferencesHasAPart() throws IOException {
    shareItWithThem(theirs.catalog().record().locate(mine.objects()).store());
    assertThat(cleanup().preview().problems()).isEmpty();
    assertThat(theirs.blobs().references(SESSION)).hasSize(1);
    assertRefused(theirs);
  }

  @Test
  void whoCanOnlyReadTheStoreLeavesNoMarkAndMayReferToIt() throws IOException {
    String objects = mine.objects().toUri().toString();
    theirs.catalog().stores().add("web", objects, Map.of("readOnly", "true"));
    shareItWithThem("web");
    assertThat(theirs.blobs().get(SESSION, "shared")).isEqualTo("shared");
    theirs
        .blobs()
        .hang(SESSION, "again", theirs.blobs().references(SESSION).get(0).stored());
    assertThat(cleanup().preview().problems()).isEmpty();
  }

  @Test
  void aCopyOfAHomeIsAnother() throws IOException {
    mine.close();
    Path home = folder.resolve("mine/home");
    copy(home, Files.createDirectories(folder.resolve("copy")).resolve("home"));
    mine = new HomeWithBlobs(folder.resolve("mine"));
    assertThat(cleanup().preview().problems()).isEmpty();
    try (HomeWithBlobs copy = new HomeWithBlobs(folder.resolve("copy"))) {
      Section same = copy.blobs().section("local");
      copy.blobs().hang(SESSION, "value", same.put("of the copy"));
      assertRefused(copy);
      assertThatThrownBy(() -> copy.blobs().cleanup("local").quarantine())
          .isInstanceOfSatisfying(BlobException.class, e -> {
            assertThat(e).hasMessageContaining("'" + home + "'");
            assertThat(e.hint()).contains("is this one before it was moved");
          });
    }
  }

  @Test
  void filesThatTwoSectionsOfALocationShareStay() throws IOException {
    Path stage = Files.createDirectories(folder.resolve("stage"));
    Path file = Files.writeString(stage.resolve("a.dat"), "a");
    Section staged = mine.blobs().define(local.config().staged(stage, ChecksumLimit.ALWAYS));
    mine.blobs().hang(SESSION, "file", staged.place(file));
    mine.blobs().remove(SESSION);
    cleanup().withFiles().quarantine();
    theirs.catalog().scan(folder.resolve("theirs/data"));
    String disk = theirs.catalog().record().locate(mine.objects()).store();
    SectionConfig beside = SectionConfig.of("theirs", disk).staged(stage, ChecksumLimit.ALWAYS);
    Section theirFiles = theirs.blobs().define(beside);
    assertThatThrownBy(() -> cleanup().purge())
        .as("it waits, and they may have fetched a reference to it")
        .hasMessageContaining("'" + theirs.catalog().home() + "'");
    theirs.blobs().hang(SESSION, "file", theirFiles.place(file));
    assertThatThrownBy(() -> cleanup().withFiles().quarantine())
        .isInstanceOfSatisfying(BlobException.class, e -> {
          assertThat(e).hasMessageContaining("'" + theirs.catalog().home() + "'");
          assertThat(e.hint()).contains("'theirs/.homes/");
        });
    assertThat(cleanup().withFiles().preview().problems()).hasSize(1);
    assertThat(cleanup().preview().problems()).as("no files are meant").isEmpty();
    assertThat(mine.files()).contains("a.dat");
  }

  @Test
  void aHomeThatIsOpenedAgainKnowsItsMark() throws IOException {
    mine.close();
    mine = new HomeWithBlobs(folder.resolve("mine"));
    local = mine.blobs().section("local");
    mine.blobs().hang(SESSION, Map.of("again", local.put("again")));
    assertThat(cleanup().preview().problems()).isEmpty();
    try (Stream<Path> marks = Files.list(mine.objects().resolve("local/.homes"))) {
      assertThat(marks).as("its own, and that of the place").hasSize(2);
    }
  }
}
