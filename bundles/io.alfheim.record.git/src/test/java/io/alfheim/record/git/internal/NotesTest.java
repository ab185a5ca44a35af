/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import static io.alfheim.record.git.internal.Sessions.aSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.NotePath;
import io.alfheim.catalog.spi.SessionRecord;
import io.alfheim.catalog.spi.Touching;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other bundles write beside the sessions. */
class NotesTest {
  private static final NotePath NOTE = new NotePath("blobs", List.of("-", "SP 026", ".odd"));

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

  private CommitId write(String... lines) throws IOException {
    return record.commit("note", editor -> editor.note(NOTE, List.of(lines)));
  }

  private List<String> notes(Instant since) throws IOException {
    List<String> found = new ArrayList<>();
    record.history().notes("blobs", since, (note, lines) -> {
      assertThat(note).isEqualTo(NOTE);
      found.add(String.join(" ", lines));
    });
    return found;
  }

  @Test
  void aNoteIsReadSortedAndGoesWithItsLastLine() throws IOException {
    CommitId first = write("b\t2", "a\t1", "b\t2");
    assertThat(record.at(first).note(NOTE)).containsExactly("a\t1", "b\t2");
    assertThat(write("a\t1", "b\t2")).isEqualTo(first);
    assertThat(record.at(write()).note(NOTE)).isEmpty();
    assertThat(record.at(first).note(NOTE)).hasSize(2);
  }

  @Test
  void sessionsDoNotSeeNotes() throws IOException {
    CommitId first = record.commit("session", editor -> editor.put(aSession("A/2020-01-01/001")));
    CommitId second = write("a");
    record.diff(first, second, change -> {
      throw new AssertionError(change.toString());
    });
    assertThat(record.changed(CommitId.NONE, second, Touching.ANYTHING)).hasSize(1);
    record.verify(second, session -> {}, (where, what) -> {
      throw new AssertionError(where + what);
    });
  }

  @Test
  void theHistoryOfNotesIsThatOfAllCommitsAndTags() throws IOException {
    CommitId first = write("first");
    write("second");
    write("third");
    assertThat(notes(Instant.MIN)).containsExactlyInAnyOrder("first", "second", "third");
    assertThat(notes(Instant.MAX)).containsExactly("third");
    record.history().tag("v1", first, "");
    assertThat(notes(Instant.MAX)).containsExactlyInAnyOrder("first", "third");
  }

  @Test
  void theNotesOfOneStateAreTheseAndHaveAName() throws IOException {
    CommitId none = record.commit("session", editor -> editor.put(aSession("A/2020-01-01/001")));
    CommitId first = write("first");
    CommitId beside = record.commit("session", editor -> editor.put(aSession("A/2020-01-02/001")));
    CommitId second = write("second");
    assertThat(record.at(none).notesId("blobs")).isEmpty();
    assertThat(record.at(beside).notesId("blobs"))
        .isEqualTo(record.at(first).notesId("blobs"))
        .isNotEqualTo(record.at(second).notesId("blobs"))
        .isNotEmpty();
    List<String> found = new ArrayList<>();
    record.at(none).notes("blobs", (note, lines) -> found.addAll(lines));
    record.at(beside).notes("blobs", (note, lines) -> found.addAll(lines));
    assertThat(found).containsExactly("first");
  }

  @Test
  void mergingTakesWhatCameThereAndDropsWhatWentThere() throws IOException {
    write("both", "goes");
    String copy = home.resolve("copy.git").toString();
    record.sharing().push(copy);
    Path otherHome = home.resolve("other");
    Files.createDirectories(otherHome);
    try (SessionRecord other = new GitRecordProvider().open(otherHome)) {
      CommitId fetched = other.sharing().fetch(copy);
      other.sharing().merge("clone", fetched, editor -> {});
      other.commit("there", editor -> editor.note(NOTE, List.of("both", "theirs")));
      other.sharing().push(home.resolve("back.git").toString());
      write("both", "goes", "ours");
      CommitId theirs = record.sharing().fetch(home.resolve("back.git").toString());
      CommitId merged = record.sharing().merge("merge", theirs, editor -> {});
      assertThat(record.at(merged).note(NOTE)).containsExactly("both", "ours", "theirs");
    }
  }

  @Test
  void linesAndTopicsThatCannotBeAreRefused() {
    assertThatThrownBy(() -> write("two\nlines")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> write("")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new NotePath("sessions", List.of("x")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new NotePath("blobs", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
