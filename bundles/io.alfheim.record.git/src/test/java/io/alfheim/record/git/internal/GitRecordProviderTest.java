/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import static io.alfheim.record.git.internal.Sessions.aSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.SessionRecord;
import io.alfheim.catalog.spi.UnreadableSessionException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitRecordProviderTest {
  private static final UUID ASKED = UUID.fromString("6c1e4b8e-9a53-4f3a-8c9d-2b118a9f5c0e");

  @TempDir
  Path temp;

  private SessionRecord open() throws IOException {
    return new GitRecordProvider().open(temp.resolve("home"));
  }

  private void ask(String namespace) throws IOException {
    Path etc = Files.createDirectories(temp.resolve("home/etc"));
    Files.writeString(etc.resolve("io.alfheim.record.cfg"), "namespace = " + namespace + "\n");
  }

  private CommitId put(String key) throws IOException {
    try (SessionRecord record = open()) {
      return record.commit("put " + key, editor -> editor.put(aSession(key, "a")));
    }
  }

  private UUID namespace() throws IOException {
    try (SessionRecord record = open()) {
      return record.namespace();
    }
  }

  /** Commits a file beside or instead of ours, as a person with Git could. */
  private void write(List<String> path, String text) throws IOException {
    try (FileRepository repository = BareRepository.open(temp.resolve("home"))) {
      GitRecord record = new GitRecord(
          repository,
          new WriterLock(repository.getDirectory().toPath(), Duration.ZERO),
          Optional.empty(),
          new SshAccess(temp.resolve("ssh")));
      ForeignCommit.write(repository, record.head(), path, text);
    }
  }

  @Test
  void theNamespaceIsDrawnOnceAndKept() throws IOException {
    UUID drawn = namespace();

    assertThat(drawn.version()).isEqualTo(4);
    assertThat(namespace()).isEqualTo(drawn);
    put("SP026/2021-05-27/001");
    assertThat(namespace()).isEqualTo(drawn);
  }

  @Test
  void theNamespaceCanBeSetBeforeTheFirstCommit() throws IOException {
    assertThat(namespace()).isNotEqualTo(ASKED);
    ask(ASKED.toString());
    assertThat(namespace()).isEqualTo(ASKED);

    put("SP026/2021-05-27/001");
    ask("");
    assertThat(namespace()).isEqualTo(ASKED);
  }

  @Test
  void theNamespaceCannotBeChangedAfterTheFirstCommit() throws IOException {
    put("SP026/2021-05-27/001");
    UUID drawn = namespace();
    ask(ASKED.toString());

    assertThatThrownBy(this::open)
        .isInstanceOf(IOException.class)
        .hasMessageContaining(ASKED.toString())
        .hasMessageContaining(drawn.toString())
        .hasMessageContaining("io.alfheim.record.cfg");
  }

  @Test
  void aNamespaceThatIsNoneIsRefused() throws IOException {
    ask("lab");

    assertThatThrownBy(this::open).hasMessageContaining("'lab'").hasMessageContaining("no UUID");
  }

  @Test
  void manyMayMakeTheRecordAtOnceAndAgree() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<UUID> opening = this::namespace;
      List<Future<UUID>> all =
          threads.invokeAll(Stream.generate(() -> opening).limit(8).toList());
      for (Future<UUID> each : all) {
        assertThat(each.get()).isEqualTo(all.get(0).get());
      }
    } finally {
      threads.shutdown();
    }
    try (Stream<Path> files = Files.list(temp.resolve("home"))) {
      assertThat(files).containsExactly(temp.resolve("home/record.git"));
    }
  }

  @Nested
  class Refuses {

    @Test
    void aHomeThatCannotBeMade() throws IOException {
      Files.writeString(temp.resolve("home"), "a file");

      assertThatThrownBy(GitRecordProviderTest.this::open)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("no record in '" + temp.resolve("home"));
    }

    @Test
    void aRepositoryThatNoRecordWasMadeIn() throws IOException {
      Files.createDirectories(temp.resolve("home/record.git/objects"));

      assertThatThrownBy(GitRecordProviderTest.this::open)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("no record was made in");
    }

    @Test
    void aFolderThatIsNoRepository() throws IOException {
      Files.createDirectories(temp.resolve("home/record.git"));

      assertThatThrownBy(GitRecordProviderTest.this::open)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("is no Git repository");
    }

    @Test
    void aRepositoryOfSomethingElse() throws IOException {
      put("SP026/2021-05-27/001");
      write(List.of("alfheim"), "# Readme\n");

      assertThatThrownBy(GitRecordProviderTest.this::open)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("no record");
    }

    @Test
    void aRecordOfANewerVersionNamingBoth() throws IOException {
      put("SP026/2021-05-27/001");
      write(List.of("alfheim"), "alfheim-record 2\nnamespace\t" + ASKED + "\n");

      assertThatThrownBy(GitRecordProviderTest.this::open)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("version 2")
          .hasMessageContaining("version 1");
    }
  }

  @Test
  void aLaterProgramMaySayMoreOfTheRecord() throws IOException {
    put("SP026/2021-05-27/001");
    write(List.of("alfheim"), "alfheim-record 1\nowner\tme\nnamespace\t" + ASKED + "\nx\n");

    assertThat(namespace()).isEqualTo(ASKED);
  }

  @Test
  void aFileBesideTheSessionsSurvivesCommits() throws IOException {
    put("SP026/2021-05-27/001");
    write(List.of("doc", "README.md"), "Our lab.\n");
    CommitId head = put("SP026/2021-05-27/002");

    try (FileRepository repository = BareRepository.open(temp.resolve("home"))) {
      ObjectId readme = repository.resolve(head.value() + ":doc/README.md");
      assertThat(repository.open(readme).getBytes()).asString().isEqualTo("Our lab.\n");
    }
  }

  @Test
  void aFileAmongTheSessionsIsNamedByWhoeverWalksPastIt() throws IOException {
    put("SP026/2021-05-27/001");
    write(List.of("sessions", "-", "SP026", "2021-05-27", "notes"), "What a day.\n");

    try (SessionRecord record = open()) {
      assertThatThrownBy(() -> record.at(record.head()).forEach(session -> {}))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("'sessions/-/SP026/2021-05-27/notes'");
    }
  }

  @Test
  void aPushInTheMiddleOfACommitIsNotLost() throws IOException {
    put("SP026/2021-05-27/001");

    try (SessionRecord record = open()) {
      assertThatThrownBy(() -> record.commit("late", editor -> {
            editor.put(aSession("SP026/2021-05-27/002", "a"));
            write(List.of("pushed"), "by somebody\n");
          }))
          .isInstanceOf(FileSystemException.class)
          .hasMessageContaining("nothing was committed");

      var newest = record.at(record.head());
      assertThat(newest.find(aSession("SP026/2021-05-27/002").key())).isEmpty();
      assertThat(newest.find(aSession("SP026/2021-05-27/001").key())).isPresent();
    }
  }

  @Test
  void aLockThatAGitProgramLeftIsNamed() throws IOException {
    put("SP026/2021-05-27/001");
    Files.createFile(temp.resolve("home/record.git/refs/heads/main.lock"));

    assertThatThrownBy(() -> put("SP026/2021-05-27/002"))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("delete 'refs/heads/main.lock'");
  }

  @Test
  void aDamagedSessionIsNamedAndOthersCanBeRead() throws IOException {
    put("SP026/2021-05-27/001");
    CommitId head = put("SP026/2021-05-27/002");
    write(List.of("sessions", "-", "SP026", "2021-05-27", "001"), "alfheim-session 1\nid\t?\n");

    try (SessionRecord record = open()) {
      var newest = record.at(record.head());
      assertThatThrownBy(() -> newest.find(aSession("SP026/2021-05-27/001").key()))
          .isInstanceOfSatisfying(
              UnreadableSessionException.class, e -> assertThat(e.isDamaged()).isTrue())
          .hasMessageContaining("'sessions/-/SP026/2021-05-27/001'")
          .hasMessageContaining("line 2");
      assertThat(newest.find(aSession("SP026/2021-05-27/002").key()))
          .contains(aSession("SP026/2021-05-27/002", "a"));
      assertThat(record.at(head).find(aSession("SP026/2021-05-27/001").key())).isPresent();
    }
  }

  @Test
  void whatIsWrittenIsForcedToTheDisk() throws IOException {
    put("SP026/2021-05-27/001");

    try (FileRepository repository = BareRepository.open(temp.resolve("home"))) {
      assertThat(repository.getConfig().getBoolean("core", "fsyncObjectFiles", false))
          .isTrue();
      assertThat(repository.getConfig().getBoolean("core", "fsyncRefFiles", false))
          .isTrue();
    }
  }

  @Test
  void theSettingsOfTheUserAreLeftAlone() throws IOException {
    Properties before = (Properties) System.getProperties().clone();
    Path user = Files.createDirectories(temp.resolve("user"));
    System.setProperty("user.home", user.toString());
    try {
      put("SP026/2021-05-27/001");
      try (Stream<Path> files = Files.list(user)) {
        assertThat(files).isEmpty();
      }
    } finally {
      System.setProperties(before);
    }
  }
}
