/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.alf.Qc;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.FetchReport;
import io.alfheim.catalog.Side;
import io.alfheim.catalog.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two homes that share one record over a repository on another computer. */
class SshTest {
  private static final String A = "KS014/2020-01-01/001";

  @TempDir
  Path temporary;

  private GitServer server;
  private Path repository;
  private String address;
  private HomeCatalog mine;
  private HomeCatalog yours;

  @BeforeEach
  void serve() throws Exception {
    GitProgram.require();
    Path key = GitServer.makeKey(temporary.resolve("ssh"));
    server = new GitServer(key);
    Files.writeString(temporary.resolve("ssh/known_hosts"), server.knownHost() + "\n");
    repository = temporary.resolve("shared.git");
    GitProgram.run(temporary, "init", "-q", "--bare", "-b", "main", repository.toString());
    address = server.address(repository);
    mine = home("mine");
    yours = home("yours");
    RealParts.npy(temporary.resolve("data").resolve(A).resolve("alf/spikes.times.npy"), 1);
    mine.scan(temporary.resolve("data"));
    mine.release("v1", "first");
  }

  private HomeCatalog home(String name) throws IOException {
    Path etc = Files.createDirectories(temporary.resolve(name).resolve("etc"));
    Files.writeString(
        etc.resolve("io.alfheim.record.cfg"), "ssh = " + temporary.resolve("ssh") + "\n");
    return RealParts.catalog(temporary.resolve(name));
  }

  @AfterEach
  void close() throws IOException {
    mine.close();
    yours.close();
    server.close();
  }

  @Test
  void aRecordIsPushedAndClonedThroughSsh() throws Exception {
    mine.push(address);
    yours.cloneFrom(address);

    assertThat(yours.commit()).isEqualTo(mine.commit());
    assertThat(yours.namespace()).isEqualTo(mine.namespace());
    assertThat(yours.tags()).extracting(Tag::name).containsExactly("v1");
    assertThat(yours.check().findings()).isEmpty();
    GitProgram.findsNoFaultIn(repository);
    assertThatThrownBy(() -> yours.cloneFrom(address))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("has a record already");
  }

  @Test
  void twoThatDivergedMergeThroughSshAndAConflictIsATable() throws Exception {
    mine.push(address);
    yours.cloneFrom(address);
    mine.session(A).dataset("spikes.times").setQc(Qc.PASS, "fine");
    mine.push(address);
    yours.session(A).dataset("spikes.times").setQc(Qc.FAIL, "noise");

    assertThatThrownBy(() -> yours.push(address))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("Fetch them first");
    FetchReport report = yours.fetch(address);
    assertThat(report.merged()).isFalse();
    assertThat(report.table().rows()).isEqualTo(1);
    assertThat(yours.fetch(address, Side.THERE).merged()).isTrue();
    yours.push(address);
    assertThat(yours.session(A).dataset("spikes.times").qc()).isEqualTo(Qc.PASS);
    GitProgram.findsNoFaultIn(repository);
  }

  @Test
  void aServerThatIsNotKnownIsRefused() throws IOException {
    Files.delete(temporary.resolve("ssh/known_hosts"));

    assertThatThrownBy(() -> mine.push(address))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("127.0.0.1")
        .hasMessageNotContaining("Exception");
  }

  @Test
  void aKeyThatIsNotAcceptedIsToldSo() throws Exception {
    GitServer.makeKey(temporary.resolve("ssh"));

    assertThatThrownBy(() -> mine.push(address))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining(address);
  }

  @Test
  void whatIsNotThereIsNamed() {
    String wrong = server.address(temporary.resolve("nowhere.git"));
    assertThatThrownBy(() -> mine.fetch(wrong))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("nowhere.git");
  }

  @Test
  void anAddressHasNoPasswordAndNoOtherProtocol() {
    assertThatThrownBy(() -> mine.push("ssh://ada:secret@127.0.0.1/x.git"))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("must not hold a password");
    assertThatThrownBy(() -> mine.push("https://127.0.0.1/x.git"))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("is no address of a repository");
  }
}
