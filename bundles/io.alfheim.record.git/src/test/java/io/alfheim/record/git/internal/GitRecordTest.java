/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import static io.alfheim.record.git.internal.Sessions.aBulkySession;
import static io.alfheim.record.git.internal.Sessions.aSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.Editor;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.catalog.spi.SessionRecord;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitRecordTest {
  private static final String KEY = "SP026/2021-05-27/001";

  @TempDir
  Path home;

  private SessionRecord record;

  @BeforeEach
  void open() throws IOException {
    record = new GitRecordProvider().open(home);
  }

  @AfterEach
  void close() throws IOException {
    record.close();
  }

  private CommitId put(SessionEntry... sessions) throws IOException {
    return record.commit("put", editor -> {
      for (SessionEntry session : sessions) {
        editor.put(session);
      }
    });
  }

  private List<String> keys(CommitId commit) throws IOException {
    List<String> keys = new ArrayList<>();
    record.at(commit).forEach(session -> keys.add(session.key().toString()));
    return keys;
  }

  private List<String> changes(CommitId from, CommitId to) throws IOException {
    List<String> changes = new ArrayList<>();
    record.diff(from, to, change -> {
      String kind = change.before() == null ? "+" : change.after() == null ? "-" : "~";
      changes.add(kind + change.key());
    });
    return changes;
  }

  private List<Path> objects() throws IOException {
    try (Stream<Path> files = Files.walk(home.resolve("record.git/objects"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void aNewRecordIsEmpty() throws IOException {
    assertThat(record.head()).isEqualTo(CommitId.NONE);
    assertThat(keys(CommitId.NONE)).isEmpty();
    assertThat(record.at(CommitId.NONE).find(SessionKey.parse(KEY))).isEmpty();
    assertThat(changes(CommitId.NONE, CommitId.NONE)).isEmpty();
  }

  @Test
  void whatWasPutIsFoundAlsoByAnotherOpeningOfTheHome() throws IOException {
    SessionEntry session = aSession("hausser/SP026/2021-05-27/001", "alf/a.b.npy", "c.d.npy");
    try (SessionRecord other = new GitRecordProvider().open(home)) {
      assertThat(other.head()).isEqualTo(CommitId.NONE);

      CommitId commit = put(session);

      assertThat(other.head()).isEqualTo(commit);
      assertThat(other.at(commit).find(session.key())).contains(session);
      assertThat(other.at(commit).find(SessionKey.parse(KEY))).isEmpty();
    }
  }

  @Test
  void headSeesEveryCommitOfAnotherOpeningAtOnce() throws IOException {
    try (SessionRecord other = new GitRecordProvider().open(home)) {
      for (int i = 0; i < 50; i++) {
        CommitId commit = put(aSession(KEY, "a" + i));

        assertThat(other.head()).isEqualTo(commit);
      }
    }
  }

  @Test
  void puttingWhatIsThereMakesNoCommit() throws IOException {
    CommitId first = put(aSession(KEY, "a"));
    int before = objects().size();

    CommitId second = record.commit("again", editor -> {
      assertThat(editor.put(aSession(KEY, "b"))).isTrue();
      assertThat(editor.put(aSession(KEY, "a"))).isFalse();
      editor.remove(SessionKey.parse("SP027/2021-05-27/001"));
    });

    assertThat(second).isEqualTo(first);
    assertThat(objects()).hasSize(before);
  }

  @Test
  void aSessionPutAndRemovedInOneCommitWasNeverThere() throws IOException {
    CommitId commit = record.commit("change of mind", editor -> {
      editor.put(aSession(KEY, "a"));
      editor.remove(SessionKey.parse(KEY));
    });

    assertThat(commit).isEqualTo(CommitId.NONE);
  }

  @Test
  void removingTheLastSessionLeavesAnEmptyRecordWithItsNamespace() throws IOException {
    CommitId full = put(aSession(KEY, "a"));
    var namespace = record.namespace();

    CommitId empty = record.commit("remove", editor -> editor.remove(SessionKey.parse(KEY)));

    assertThat(keys(empty)).isEmpty();
    assertThat(record.namespace()).isEqualTo(namespace);
    assertThat(changes(full, empty)).containsExactly("-" + KEY);
  }

  @Test
  void anOldCommitKeepsWhatItHad() throws IOException {
    CommitId first = put(aSession(KEY, "a"));
    CommitId second = put(aSession(KEY, "a", "b"));

    assertThat(record.at(first).find(SessionKey.parse(KEY))).contains(aSession(KEY, "a"));
    assertThat(record.at(second).find(SessionKey.parse(KEY))).contains(aSession(KEY, "a", "b"));
  }

  @Test
  void aDifferenceTellsWhatIsNewChangedAndGoneInOrder() throws IOException {
    CommitId first = put(
        aSession("m/a/2020-01-01/001", "x"),
        aSession("m/a/2020-01-02/001", "x"),
        aSession("m/b/2020-01-01/001", "x"));
    CommitId second = record.commit("three changes", editor -> {
      editor.remove(SessionKey.parse("m/b/2020-01-01/001"));
      editor.put(aSession("m/a/2020-01-02/001", "y"));
      editor.put(aSession("l/z/2020-01-01/002", "x"));
    });

    assertThat(changes(first, second))
        .containsExactly("+l/z/2020-01-01/002", "~m/a/2020-01-02/001", "-m/b/2020-01-01/001");
    assertThat(changes(second, first))
        .containsExactly("-l/z/2020-01-01/002", "~m/a/2020-01-02/001", "+m/b/2020-01-01/001");
    assertThat(changes(CommitId.NONE, first)).hasSize(3).allMatch(c -> c.startsWith("+"));
    record.diff(first, second, change -> {
      assertThat(change.before()).isEqualTo(record.at(first).find(change.key()).orElse(null));
      assertThat(change.after()).isEqualTo(record.at(second).find(change.key()).orElse(null));
    });
  }

  @Test
  void sessionsComeByLabSubjectDateAndNumber() throws IOException {
    List<String> inOrder = List.of(
        "SP026/2021-05-27/001",
        "l/.hidden/2020-01-01/001",
        "l/a/2020-01-01/001",
        "l/a/2020-01-01/010",
        "l/a/2020-01-02/002",
        "l/a-b/2020-01-01/001",
        "l/a.b/2020-01-01/001",
        "l/ab/2020-01-01/001",
        "l/b/2019-01-01/001");
    record.commit("backwards", editor -> {
      for (int i = inOrder.size() - 1; i >= 0; i--) {
        editor.put(aSession(inOrder.get(i), "x"));
      }
    });

    assertThat(keys(record.head())).isEqualTo(inOrder);
  }

  @Test
  void anUnknownCommitIsNotFound() throws IOException {
    String blob = ObjectSink.idOf(3, new byte[0]).name();

    assertThatThrownBy(() -> record.at(new CommitId(blob)))
        .isInstanceOf(FileNotFoundException.class)
        .hasMessageContaining(blob);
    assertThatThrownBy(() -> record.at(new CommitId("main")))
        .isInstanceOf(FileNotFoundException.class)
        .hasMessageContaining("'main'");
    assertThatThrownBy(() -> record.diff(CommitId.NONE, new CommitId(blob), change -> {}))
        .isInstanceOf(FileNotFoundException.class);
  }

  @Test
  void manyThreadsMayPutAtOnce() throws IOException {
    List<SessionEntry> sessions = IntStream.range(0, 400)
        .mapToObj(i -> aBulkySession("l/s%d/2020-01-01/001".formatted(i % 20 * 100 + i), 5))
        .toList();

    CommitId commit = record.commit(
        "many",
        editor -> sessions.parallelStream().forEach(session -> {
          try {
            assertThat(editor.put(session)).isTrue();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }));

    assertThat(keys(commit)).hasSize(400);
    for (SessionEntry session : sessions) {
      assertThat(record.at(commit).find(session.key())).contains(session);
    }
    assertThat(objects()).as("one pack and its index").hasSize(2);
  }

  @Test
  void anInterruptedWalkEndsAndAnInterruptedCommitChangesNothing() throws IOException {
    CommitId head = put(aSession(KEY, "a"));
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> keys(head)).isInstanceOf(CancellationException.class);
      assertThatThrownBy(() -> put(aSession(KEY, "b"))).isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(record.head()).isEqualTo(head);
    assertThat(put(aSession(KEY, "b"))).isNotEqualTo(head);
  }

  @Nested
  class AnEdit {

    @Test
    void thatThrowsLeavesNothing() throws IOException {
      CommitId head = put(aSession(KEY, "a"));
      List<Path> before = objects();

      assertThatThrownBy(() -> record.commit("fails", editor -> {
            for (int i = 0; i < 300; i++) {
              editor.put(aBulkySession("SP027/2021-05-27/%03d".formatted(i), 10));
            }
            throw new IOException("broken");
          }))
          .hasMessage("broken");

      assertThat(record.head()).isEqualTo(head);
      assertThat(objects()).isEqualTo(before);
    }

    @Test
    void thatIsOverTakesNothingMore() throws IOException {
      List<Editor> kept = new ArrayList<>();
      record.commit("keeps its editor", kept::add);

      assertThatThrownBy(() -> kept.get(0).put(aSession(KEY, "a")))
          .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void mayNotCommit() {
      assertThatThrownBy(() -> record.commit("outer", editor -> put(aSession(KEY, "a"))))
          .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void seesTheBaseWithoutItsChanges() throws IOException {
      CommitId head = put(aSession(KEY, "a"));

      record.commit("look", editor -> {
        editor.put(aSession(KEY, "b"));
        assertThat(editor.base().commit()).isEqualTo(head);
        assertThat(editor.base().find(SessionKey.parse(KEY))).contains(aSession(KEY, "a"));
      });
    }
  }
}
