/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.alf.SessionKey;
import io.alfheim.blobs.BlobException;
import io.alfheim.blobs.Cleanup;
import io.alfheim.blobs.Kept;
import io.alfheim.blobs.Section;
import io.alfheim.blobs.SectionConfig;
import io.alfheim.blobs.Stored;
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
  private Stored theirValue;

  @BeforeEach
  void twoHomesWithOneSection() throws IOException {
    mine = HomeWithBlobs.in(folder.resolve("mine"));
    local = mine.blobs().section("local");
    theirs = new HomeWithBlobs(folder.resolve("theirs"));
    theirs.catalog().scan(folder.resolve("theirs/data"));
    String disk = theirs.catalog().record().locate(mine.objects()).store();
    Section same = theirs.blobs().define(SectionConfig.of("local", disk));
    mine.blobs().hang(SESSION, "unused", local.put("unused"));
    mine.blobs().remove(SESSION, "unused");
    theirValue = same.put("theirs");
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
    theirs.blobs().hang(SESSION, "value", theirValue);
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
    theirs.blobs().hang(SESSION, "value", theirValue);
    Files.delete(
        mark(mine.objects().resolve("local/.homes"), theirs.catalog().home().toString()));
    assertThat(cleanup().quarantine().moved().objects()).isEqualTo(2);
    assertThat(theirs.blobs().get(SESSION, "value"))
        .as("what waits is still found")
        .isEqualTo("theirs");
    assertThat(cleanup().undo().restored().objects()).isEqualTo(2);
  }

  @Test
  void whoOnlyPutsHasNoPart() {
    assertThat(cleanup().preview().problems()).isEmpty();
    assertThat(cleanup().quarantine().moved().objects()).isEqualTo(2);
  }

  @Test
  void aHomeThatIsOpenedAgainKnowsItsMark() throws IOException {
    mine.close();
    mine = new HomeWithBlobs(folder.resolve("mine"));
    local = mine.blobs().section("local");
    mine.blobs().hang(SESSION, Map.of("again", local.put("again")));
    assertThat(cleanup().preview().problems()).isEmpty();
    try (Stream<Path> marks = Files.list(mine.objects().resolve("local/.homes"))) {
      assertThat(marks).hasSize(1);
    }
  }
}
