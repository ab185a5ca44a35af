/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.alf.SessionKey;
import io.alfheim.blobs.Cleanup;
import io.alfheim.blobs.CleanupReport;
import io.alfheim.blobs.Kept;
import io.alfheim.blobs.Section;
import io.alfheim.blobs.SectionConfig;
import io.alfheim.blobs.Stored;
import io.alfheim.blobs.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A section over a folder in which another program has put what it alone refers to. */
class LiveStoreTest {
  private static final Target SESSION = Target.of(SessionKey.parse(HomeWithBlobs.SESSION));

  /** A whole second, as every disk tells it. */
  private final FileTime lastWeek =
      FileTime.from(Instant.now().minus(Duration.ofDays(7)).truncatedTo(ChronoUnit.SECONDS));

  @TempDir
  private Path folder;

  private HomeWithBlobs home;
  private Section live;
  private Stored theirs;

  @BeforeEach
  void putByAnotherProgramLastWeek() throws IOException {
    home = HomeWithBlobs.in(folder);
    theirs = putByThem("of a table");
    Files.setLastModifiedTime(object(theirs), lastWeek);
    live = home.blobs().define(config());
  }

  @AfterEach
  void close() throws IOException {
    home.close();
  }

  private SectionConfig config() throws IOException {
    return SectionConfig.of("live", home.disk()).at("", "lab_ephys");
  }

  private Stored putByThem(String value) throws IOException {
    return new StoreSection(config(), home.catalog().record()::store, BlobCache.NONE).put(value);
  }

  private Path object(Stored stored) throws IOException {
    return home.objects().resolve(new ObjectLayout(config()).path(stored).value());
  }

  private Cleanup cleanup() {
    return home.blobs().cleanup("live").keeping(Kept.NOW_AND_TAGS);
  }

  @Test
  void whatWasThereBeforeIsForeign() throws IOException {
    assertThat(cleanup().preview().foreign()).isEqualTo(new Cleanup.Tally(1, theirs.size()));
    CleanupReport report = cleanup().quarantine();
    assertThat(report.moved()).isEqualTo(Cleanup.Tally.NONE);
    assertThat(report.list()).isEmpty();
    assertThat(home.files()).containsExactly(live.locate(theirs).path().value());
  }

  @Test
  void itStaysForeignWhenAReferenceToItIsTakenOff() {
    home.blobs().hang(SESSION, "theirs", theirs);
    assertThat(cleanup().preview().used().objects()).isEqualTo(1);
    home.blobs().remove(SESSION);
    assertThat(cleanup().quarantine().foreign().objects()).isEqualTo(1);
  }

  @Test
  void whatTheyPutSinceIsForeignToo() throws IOException {
    Stored since = putByThem("inserted today");
    CleanupReport report = cleanup().sparing(Duration.ZERO).quarantine();
    assertThat(report.foreign().objects()).isEqualTo(2);
    assertThat(report.untracked()).isEqualTo(Cleanup.Tally.NONE);
    assertThat(object(since)).exists();
    assertThat(cleanup().sparing(Duration.ZERO).withOlder().quarantine().moved().objects())
        .isEqualTo(2);
  }

  @Test
  void whatWasReferredToHereIsCleanedUp() throws IOException {
    Stored ours = live.put("ours");
    home.blobs().hang(SESSION, "ours", ours);
    home.blobs().remove(SESSION);
    CleanupReport report = cleanup().quarantine();
    assertThat(report.unused()).isEqualTo(new Cleanup.Tally(1, ours.size()));
    assertThat(report.moved().objects()).isEqualTo(1);
    assertThat(object(theirs)).exists();
  }

  @Test
  void takenBackItIsAsOldAsItWas() throws IOException {
    home.blobs().hang(SESSION, "theirs", theirs);
    home.blobs().remove(SESSION);
    cleanup().withOlder().quarantine();
    assertThat(cleanup().undo().restored().objects()).isEqualTo(1);
    assertThat(Files.getLastModifiedTime(object(theirs))).isEqualTo(lastWeek);
    assertThat(cleanup().quarantine().foreign().objects()).isEqualTo(1);
  }

  @Test
  void takenBackByAReferenceItIsAsOldAsItWas() throws IOException {
    cleanup().withOlder().quarantine();
    home.blobs().hang(SESSION, "theirs", theirs);
    assertThat(Files.getLastModifiedTime(object(theirs))).isEqualTo(lastWeek);
    home.blobs().remove(SESSION);
    assertThat(cleanup().quarantine().foreign().objects()).isEqualTo(1);
  }

  @Test
  void inAFolderThatWasEmptyNothingIsTheirs() throws IOException {
    Files.createDirectories(home.objects().resolve("own"));
    Files.writeString(home.objects().resolve("own/README.txt"), "by hand");
    Section own = home.define("own");
    own.put("rolled back");
    CleanupReport report = home.blobs().cleanup("own").sparing(Duration.ZERO).quarantine();
    assertThat(report.untracked().objects()).isEqualTo(1);
    assertThat(report.moved().objects()).isEqualTo(1);
    assertThat(report.foreign().objects()).as("the text").isEqualTo(1);
  }

  @Test
  void whoAsksForItGetsItPutAside() {
    assertThat(cleanup().withOlder().quarantine().moved().objects()).isEqualTo(1);
    assertThat(live.get(theirs)).as("what waits is still found").isEqualTo("of a table");
  }

  @Test
  void whereNobodyKnowsAnyMoreWhetherTheyPutThingsTheirsStay() throws IOException {
    Stored since = putByThem("inserted today");
    Path token = home.objects().resolve("lab_ephys/.homes/place");
    FileTime then = Files.getLastModifiedTime(token);
    for (String edited : List.of("", Files.readString(token).substring(0, 20), "shared?")) {
      Files.writeString(token, edited);
      Files.setLastModifiedTime(token, then);
      assertThat(cleanup().sparing(Duration.ZERO).quarantine().foreign().objects())
          .isEqualTo(2);
    }
    Files.delete(token);
    assertThat(cleanup().sparing(Duration.ZERO).quarantine().foreign().objects())
        .isEqualTo(2);
    assertThat(object(since)).exists();
  }
}
