/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import static io.alfheim.record.git.internal.Sessions.aBulkySession;
import static io.alfheim.record.git.internal.Sessions.aSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.SessionRecord;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are full or cannot be written: needs the right to mount one. */
class DiskTest {
  @TempDir
  Path disk;

  @BeforeEach
  void mount() throws Exception {
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", disk.toString()),
        "NOT TESTED: full and read-only disks, because this user may not mount any");
  }

  @AfterEach
  void unmount() throws Exception {
    run("umount", disk.toString());
  }

  private static boolean run(String... command) throws Exception {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private void makeReadOnly() throws Exception {
    assertThat(run("mount", "-o", "remount,ro", disk.toString())).isTrue();
  }

  private SessionRecord open() throws IOException {
    return new GitRecordProvider().open(disk.resolve("home"));
  }

  @Test
  void aFullDiskChangesNothingAndSmallerCommitsGoOn() throws Exception {
    try (SessionRecord record = open()) {
      CommitId head = record.commit("small", e -> e.put(aSession("a/2020-01-01/001", "a")));

      assertThatThrownBy(() -> record.commit("large", editor -> {
            for (int i = 0; i < 300; i++) {
              editor.put(aBulkySession("b/2020-01-01/%03d".formatted(i), 100));
            }
          }))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("No space left");

      assertThat(record.head()).isEqualTo(head);
      CommitId next = record.commit("small", e -> e.put(aSession("a/2020-01-01/002", "a")));
      List<String> keys = new ArrayList<>();
      record.at(next).forEach(session -> keys.add(session.key().toString()));
      assertThat(keys).containsExactly("a/2020-01-01/001", "a/2020-01-01/002");
    }
  }

  @Test
  void aRecordThatCannotBeWrittenCanBeRead() throws Exception {
    CommitId head;
    try (SessionRecord record = open()) {
      head = record.commit("first", e -> e.put(aSession("a/2020-01-01/001", "a")));
    }
    makeReadOnly();

    try (SessionRecord record = open()) {
      assertThat(record.head()).isEqualTo(head);
      assertThat(record.at(head).find(aSession("a/2020-01-01/001").key())).isPresent();
      assertThatThrownBy(() -> record.commit("more", editor -> {}))
          .isInstanceOf(AccessDeniedException.class)
          .hasMessageContaining("record.git")
          .hasMessageContaining("can only be read");
    }
  }

  @Test
  void withoutARecordAHomeThatCannotBeWrittenIsRefused() throws Exception {
    makeReadOnly();

    assertThatThrownBy(this::open)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no record in '" + disk.resolve("home"));
  }
}
