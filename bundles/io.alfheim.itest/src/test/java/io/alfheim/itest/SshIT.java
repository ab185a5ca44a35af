/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.itest;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.catalog.internal.GitProgram;
import io.alfheim.catalog.internal.GitServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The record goes through SSH from one console to another. */
class SshIT {
  private Path folder;

  @BeforeEach
  void makeAFolder() throws Exception {
    folder = Dist.newFolder("ssh");
  }

  private Path home(String name) throws Exception {
    Path etc = Files.createDirectories(folder.resolve(name).resolve("etc"));
    Files.writeString(
        etc.resolve("io.alfheim.record.cfg"), "ssh = " + folder.resolve("keys") + "\n");
    return folder.resolve(name);
  }

  @Test
  void aRecordIsPushedByOneConsoleAndClonedByAnother() throws Exception {
    GitProgram.require();
    Path session = folder.resolve("data/KS014/2020-01-01/001/alf");
    Files.createDirectories(session);
    Files.write(session.resolve("spikes.times.npy"), new byte[] {1});
    Path repository = folder.resolve("shared.git");
    GitProgram.run(folder, "init", "-q", "--bare", "-b", "main", repository.toString());
    try (GitServer server = new GitServer(GitServer.makeKey(folder.resolve("keys")))) {
      Files.writeString(folder.resolve("keys/known_hosts"), server.knownHost() + "\n");
      String address = server.address(repository);

      Finished pushed = Finished.console(
          "",
          "--home",
          home("mine").toString(),
          "-e",
          "scan(\"" + folder.resolve("data") + "\"); catalog.push(\"" + address + "\")");
      assertThat(pushed.err()).isEmpty();
      assertThat(pushed.code()).isZero();

      Finished cloned = Finished.console(
          "",
          "--home",
          home("yours").toString(),
          "-e",
          "catalog.cloneFrom(\"" + address + "\"); subjects()");
      assertThat(cloned.err()).isEmpty();
      assertThat(cloned.out()).contains("KS014");
    }
    GitProgram.findsNoFaultIn(repository);
  }
}
