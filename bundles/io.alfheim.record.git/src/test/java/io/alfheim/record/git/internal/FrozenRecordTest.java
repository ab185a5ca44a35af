/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import static io.alfheim.record.git.internal.Sessions.aSession;
import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.alf.Qc;
import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.catalog.spi.SessionRecord;
import io.alfheim.catalog.spi.TagEntry;
import io.alfheim.store.Location;
import io.alfheim.store.StorePath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Records as earlier programs wrote them open for ever. Each file {@code record-VERSION.bundle} stays as
 * it is; a new version adds one.
 */
class FrozenRecordTest {
  private static final SessionKey KEY = SessionKey.parse("hausser/SP026/2021-05-27/001");

  @TempDir
  Path home;

  private SessionRecord record;

  @BeforeEach
  void thaw() throws Exception {
    Path bundle = home.resolve("record-1.bundle");
    try (var in = FrozenRecordTest.class.getResourceAsStream("/record-1.bundle")) {
      Files.copy(in, bundle, StandardCopyOption.REPLACE_EXISTING);
    }
    HermeticSystem.install();
    Git.cloneRepository()
        .setBare(true)
        .setURI(bundle.toUri().toString())
        .setDirectory(home.resolve(BareRepository.FOLDER).toFile())
        .call()
        .close();
    record = new GitRecordProvider().open(home);
  }

  @AfterEach
  void close() throws Exception {
    record.close();
  }

  @Test
  void versionOneSaysWhatItSaid() throws Exception {
    assertThat(record.namespace()).hasToString("4a8f5c0e-6c1e-4b8e-9a53-0f3a5c9d2b11");
    SessionEntry session = record.at(record.head()).find(KEY).orElseThrow();
    assertThat(session)
        .isEqualTo(new SessionEntry(
            KEY,
            UUID.fromString("d3372b15-f696-4279-9be5-98f15783b5bb"),
            "_iblrig_tasks_ephysChoiceWorld6.4.2",
            List.of("brainwide", "steinmetz lab"),
            List.of(
                new Location("lab", StorePath.of("hausser/Subjects/SP026/2021-05-27/001")),
                new Location("s3", StorePath.ROOT)),
            List.of(
                DatasetEntry.found("alf/#2024-01-01#/a.b.npy", 80)
                    .withContent(80, "9e107d9d372bb6826bd81d3542a419d6")
                    .withQc(Qc.PASS)
                    .withDefault(true)
                    .withId(UUID.fromString("8a9f5c0e-6c1e-4b8e-9a53-0f3a5c9d2b11"))
                    .withStores(true, List.of("s3")),
                DatasetEntry.found("alf/a.b.npy", 81).withDefault(false),
                DatasetEntry.found("alf/c.d.npy", DatasetEntry.UNKNOWN_SIZE)
                    .withStores(false, List.of()))));
    SessionKey odd = new SessionKey("", ".hidden", LocalDate.parse("2020-01-02"), 2);
    assertThat(record.at(record.head()).find(odd).orElseThrow().datasets()).isEmpty();
  }

  @Test
  void versionOneHasItsHistoryAndItsTags() throws Exception {
    List<TagEntry> tags = record.history().tags();
    assertThat(tags).extracting(TagEntry::name).containsExactly("v1");
    assertThat(tags.get(0).description()).isEqualTo("The first release");
    assertThat(tags.get(0).time()).isEqualTo(Instant.parse("2024-03-01T12:00:00Z"));
    assertThat(record.history().get(tags.get(0).commit()).tree())
        .isEqualTo("fc9798308b27a254123712d360bc410cd0a26e6c");
    SessionEntry then = record.at(tags.get(0).commit()).find(KEY).orElseThrow();
    assertThat(then.datasets().get(0).qc()).isEqualTo(Qc.FAIL);
  }

  @Test
  void versionOneIsWrittenOn() throws Exception {
    CommitId commit =
        record.commit("mine", editor -> editor.put(aSession("KS014/2020-01-01/001", "a")));
    record.verify(commit, session -> {}, (where, what) -> {
      throw new AssertionError(where + " " + what);
    });
    assertThat(record.at(commit).find(KEY)).isPresent();
  }
}
