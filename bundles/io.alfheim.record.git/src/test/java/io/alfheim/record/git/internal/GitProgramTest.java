/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import static io.alfheim.record.git.internal.Sessions.aBulkySession;
import static io.alfheim.record.git.internal.Sessions.aSession;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.alfheim.catalog.spi.SessionRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person with the {@code git} program makes of a record. */
class GitProgramTest {
  private static final Path GIT = Path.of("/usr/bin/git");

  @TempDir
  Path home;

  @BeforeEach
  void requireGit() {
    assumeTrue(Files.isExecutable(GIT), "NOT TESTED: the git program, because there is no " + GIT);
  }

  private String git(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(GIT.toString(), "-C", home + "/record.git"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  private void makeThreeCommits() throws IOException {
    try (SessionRecord record = new GitRecordProvider().open(home)) {
      record.commit("Scan lab", editor -> {
        editor.put(aSession("l/.s/2020-01-01/001", "a.b.npy", "c.d.npy"));
        for (int i = 0; i < 200; i++) {
          editor.put(aBulkySession("l/a%d/2020-01-01/001".formatted(i), 3));
          editor.put(aBulkySession("l/a%d-x/2020-01-01/001".formatted(i), 3));
        }
      });
      record.commit(
          "Find a file",
          editor -> editor.put(aSession("l/.s/2020-01-01/001", "a.b.npy", "b.c.npy", "c.d.npy")));
      record.commit(
          "Forget it", editor -> editor.remove(aSession("l/.s/2020-01-01/001").key()));
    }
  }

  @Test
  void findsNoFault() throws Exception {
    makeThreeCommits();

    assertThat(git("fsck", "--strict", "--full")).doesNotContainIgnoringCase("error", "warning");
    assertThat(git("count-objects", "-v")).contains("packs: 1\n", "garbage: 0\n");
  }

  @Test
  void showsAChangeAsTheLinesThatChanged() throws Exception {
    makeThreeCommits();

    String log = git("log", "-p", "-1", "--format=%an %s", "main~1");

    assertThat(log.lines().filter(l -> l.startsWith("+") || l.startsWith("-")))
        .containsExactly(
            "--- a/sessions/l/%2Es/2020-01-01/001",
            "+++ b/sessions/l/%2Es/2020-01-01/001", "+b.c.npy\t7\t-");
    assertThat(log).startsWith(System.getProperty("user.name") + " Find a file");
  }

  @Test
  void mayCollectGarbageWhileTheRecordIsOpen() throws Exception {
    makeThreeCommits();
    try (SessionRecord record = new GitRecordProvider().open(home)) {
      var head = record.head();
      git("gc", "-q", "--prune=now");
      record.commit("after", editor -> editor.put(aSession("m/s/2020-01-01/001", "a")));

      assertThat(record.at(head).find(aSession("l/a7/2020-01-01/001").key())).isPresent();
      assertThat(record.at(record.head()).find(aSession("m/s/2020-01-01/001").key()))
          .isPresent();
      assertThat(git("fsck", "--strict")).doesNotContainIgnoringCase("error", "warning");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"main", "main^{tree}"})
  void bringsBackWhatWasDamagedAsTheErrorSays(String damaged) throws Exception {
    makeThreeCommits();
    String head = git("rev-parse", "main").strip();
    String older = git("rev-parse", "main~1").strip();
    String object = git("rev-parse", damaged).strip();
    String kind = git("cat-file", "-t", object).strip();
    Path file =
        home.resolve("record.git/objects/" + object.substring(0, 2)).resolve(object.substring(2));
    Files.delete(file);

    assertThatThrownBy(() -> new GitRecordProvider().open(home).close())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("'" + head + "'")
        .hasMessageContaining("cat-file " + kind + " " + object)
        .hasMessageContaining("hash-object -w -t " + kind)
        .hasMessageContaining("update-ref refs/heads/main " + older);
    git("update-ref", "refs/heads/main", older);
    try (SessionRecord record = new GitRecordProvider().open(home)) {
      assertThat(record.head().value()).isEqualTo(older);
    }
  }

  @Test
  void canCloneARecordToBeAnotherHome() throws Exception {
    makeThreeCommits();
    git("clone", "-q", "--bare", ".", home.resolve("copy/record.git").toString());

    try (SessionRecord record = new GitRecordProvider().open(home);
        SessionRecord copy = new GitRecordProvider().open(home.resolve("copy"))) {
      assertThat(copy.namespace()).isEqualTo(record.namespace());
      assertThat(copy.head()).isEqualTo(record.head());
      copy.commit("goes its own way", e -> e.put(aSession("m/s/2020-01-01/001", "a")));
      assertThat(copy.head()).isNotEqualTo(record.head());
    }
  }
}
