/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import static io.alfheim.record.git.internal.Sessions.aSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.spi.CommitEntry;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.RecordHistory;
import io.alfheim.catalog.spi.SessionRecord;
import io.alfheim.catalog.spi.Touching;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which commits there are, and which of them touch what. */
class GitHistoryTest {
  private static final String A1 = "lab/A/2020-01-01/001";
  private static final String A2 = "lab/A/2020-01-01/002";
  private static final String B = "A/2020-01-01/001";

  @TempDir
  Path home;

  private SessionRecord record;
  private RecordHistory history;

  @BeforeEach
  void fourCommits() throws IOException {
    record = new GitRecordProvider().open(home);
    history = record.history();
    put("first of lab", A1, "x.y.npy");
    put("second of lab", A2, "x.y.npy");
    put("no lab", B, "x.y.npy");
    put("more of the first", A1, "x.y.npy", "z.y.npy");
    record.commit("forget", editor -> editor.remove(SessionKey.parse(A2)));
  }

  @AfterEach
  void close() throws IOException {
    record.close();
  }

  private void put(String message, String key, String... paths) throws IOException {
    record.commit(message, editor -> editor.put(aSession(key, paths)));
  }

  private List<String> messages(Touching touching) throws IOException {
    List<String> messages = new ArrayList<>();
    history.log(record.head(), touching, commit -> messages.add(commit.message()));
    return messages;
  }

  @Test
  void theLogIsNewestFirst() throws IOException {
    assertThat(messages(Touching.ANYTHING))
        .containsExactly("forget", "more of the first", "no lab", "second of lab", "first of lab");
  }

  @Test
  void theLogOfASessionHasTheCommitsThatTouchIt() throws IOException {
    assertThat(messages(Touching.session(SessionKey.parse(A1))))
        .containsExactly("more of the first", "first of lab");
    assertThat(messages(Touching.session(SessionKey.parse(A2))))
        .containsExactly("forget", "second of lab");
    assertThat(messages(Touching.session(SessionKey.parse(B)))).containsExactly("no lab");
    assertThat(messages(Touching.session(SessionKey.parse("none/A/2020-01-01/001"))))
        .isEmpty();
  }

  @Test
  void theLogOfASubjectReachesIntoEveryLab() throws IOException {
    assertThat(messages(Touching.subject("A"))).hasSize(5);
    assertThat(messages(Touching.subject("nobody"))).isEmpty();
  }

  @Test
  void aLogEndsWhereItsReaderHasEnough() throws IOException {
    List<CommitEntry> read = new ArrayList<>();
    history.log(record.head(), Touching.ANYTHING, commit -> {
      read.add(commit);
      return read.size() < 2;
    });
    assertThat(read).hasSize(2);
    assertThat(read.get(0).before()).isEqualTo(read.get(1).id());
    assertThat(read.get(0).author()).isEqualTo(System.getProperty("user.name"));
    assertThat(history.get(read.get(1).id())).isEqualTo(read.get(1));
  }

  @Test
  void nothingLedToNoCommit() throws IOException {
    history.log(CommitId.NONE, Touching.ANYTHING, commit -> {
      throw new IOException("visited " + commit);
    });
  }

  @Test
  void aCommitIsFoundByItsIdAndItsFirstDigits() throws IOException {
    CommitId head = record.head();
    assertThat(history.find(head.value())).contains(head);
    assertThat(history.find(head.value().substring(0, 12))).contains(head);
    assertThat(history.find("0".repeat(40))).isEmpty();
    assertThat(history.find("main")).isEmpty();
    assertThat(history.find("")).isEmpty();
  }

  @Test
  void whatIsNoCommitIsNotGot() {
    assertThatThrownBy(() -> history.get(new CommitId("0".repeat(40))))
        .isInstanceOf(FileNotFoundException.class)
        .hasMessageContaining("0".repeat(40));
    assertThatThrownBy(() -> history.get(new CommitId("nonsense")))
        .isInstanceOf(FileNotFoundException.class);
  }

  @Test
  void theCommitAsOfATimeIsTheNewestNotAfterIt() throws IOException {
    Instant made = history.get(record.head()).time();
    assertThat(history.asOf(made)).contains(record.head());
    assertThat(history.asOf(made.minusSeconds(3600))).isEmpty();
  }

  @Test
  void theCommitAsOfATimeIsThatOfThisHomeWhateverWasFetchedLater() throws IOException {
    Path theirs = Files.createDirectories(home.resolve("theirs"));
    Instant first = history.get(record.head()).time();
    try (SessionRecord other = new GitRecordProvider().open(theirs)) {
      fetch(other, home);
      put("here", "S1/2020-01-01/001", "a");
      other.commit("there", editor -> editor.put(aSession("S2/2020-01-01/001", "a")));
      fetch(other, home);
      CommitId ours = record.head();
      fetch(record, theirs);
      assertThat(record.head()).isEqualTo(other.head());
      Instant now = laterByAnHour(first);
      assertThat(history.asOf(now.minusSeconds(1800))).contains(ours);
      assertThat(history.asOf(now)).contains(record.head());
      assertThat(history.asOf(first.minusSeconds(3600))).isEmpty();
      assertThat(other.history().asOf(first)).isPresent();
    }
  }

  @Test
  void theLogOfASessionHasWhatAMergeDecidedAgainst() throws IOException {
    Path theirs = Files.createDirectories(home.resolve("theirs"));
    try (SessionRecord other = new GitRecordProvider().open(theirs)) {
      fetch(other, home);
      other.commit("theirs", editor -> editor.put(aSession(A1, "b.y.npy")));
      other.commit("elsewhere", editor -> editor.put(aSession(B, "b.y.npy")));
    }
    put("ours", A1, "c.y.npy");
    fetch(record, theirs); // and leaves the session as it is here
    assertThat(messages(Touching.session(SessionKey.parse(A1))))
        .containsExactlyInAnyOrder("ours", "theirs", "more of the first", "first of lab");
    assertThat(messages(Touching.subject("A"))).contains("theirs", "elsewhere");
  }

  private static void fetch(SessionRecord into, Path from) throws IOException {
    CommitId fetched = into.sharing().fetch(from.toString());
    into.sharing().merge("merge", fetched, editor -> {});
  }

  /** Says in the log of the branch that what was fetched came later. */
  private Instant laterByAnHour(Instant time) throws IOException {
    Path log = home.resolve("record.git/logs/refs/heads/main");
    Instant later = time.plusSeconds(3600);
    String edited = Files.readString(log)
        .replaceFirst("> \\d+ (\\S+\tfetch\n)$", "> " + later.getEpochSecond() + " $1");
    Files.writeString(log, edited);
    return later;
  }

  @Test
  void anInterruptedReaderIsLetGo() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> messages(Touching.ANYTHING)).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
