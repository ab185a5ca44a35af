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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A section over a folder in which another program has put what it alone refers to. */
class LiveStoreTest {
  private static final Target SESSION = Target.of(SessionKey.parse(HomeWithBlobs.SESSION));

  @TempDir
  private Path folder;

  private HomeWithBlobs home;
  private Section live;
  private Stored theirs;

  @BeforeEach
  void putByAnotherProgramLastWeek() throws IOException {
    home = HomeWithBlobs.in(folder);
    SectionConfig config = SectionConfig.of("live", home.disk()).at("", "lab_ephys");
    StoreSection other = new StoreSection(config, home.catalog().record()::store, BlobCache.NONE);
    theirs = other.put("of a table");
    Files.setLastModifiedTime(
        home.objects().resolve(other.locate(theirs).path().value()),
        FileTime.from(Instant.now().minus(Duration.ofDays(7))));
    live = home.blobs().define(config);
  }

  @AfterEach
  void close() throws IOException {
    home.close();
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
  void whatWasPutSinceIsFoundThoughNobodyRefersToIt() throws IOException {
    Stored ours = live.put("rolled back");
    CleanupReport report = cleanup().sparing(Duration.ZERO).quarantine();
    assertThat(report.untracked()).isEqualTo(new Cleanup.Tally(1, ours.size()));
    assertThat(report.foreign().objects()).isEqualTo(1);
    assertThat(home.files()).contains(live.locate(theirs).path().value());
  }

  @Test
  void whoAsksForItGetsItPutAside() {
    assertThat(cleanup().withOlder().quarantine().moved().objects()).isEqualTo(1);
    assertThat(live.get(theirs)).as("what waits is still found").isEqualTo("of a table");
  }
}
