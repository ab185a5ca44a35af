/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.blobs.BlobException;
import io.alfheim.blobs.ChecksumLimit;
import io.alfheim.blobs.DamagedBlobException;
import io.alfheim.blobs.SectionConfig;
import io.alfheim.blobs.Stored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files under their own paths. */
class StageTest {
  @TempDir
  private Path folder;

  private Lab lab;
  private StoreSection section;
  private Stored file;

  @BeforeEach
  void place() throws IOException {
    lab = new Lab(folder);
    section = section("always");
    file = section.place(lab.file("stage/sub/a.dat", "0123456789"));
  }

  private StoreSection section(String limit) {
    return lab.section(
        SectionConfig.of("local", "disk").staged(lab.stage(), ChecksumLimit.of(limit)));
  }

  private Path local() {
    return lab.stage().resolve("sub/a.dat");
  }

  private Path remote() {
    return lab.store().resolve("sub/a.dat");
  }

  @Test
  void aFileLiesUnderItsPath() throws IOException {
    assertThat(lab.files()).containsExactly("sub/a.dat");
    assertThat(file.hash()).hasToString("bb40cb9a-0fab-b303-113e-43aa1b62f290");
    assertThat(file.contents().orElseThrow()).hasToString("781e5e24-5d69-b566-979b-86e28d23f2c7");
  }

  @Test
  void aMissingFileComesBack() throws IOException {
    Files.delete(local());
    assertThat(section.fetch(file)).isEqualTo(local()).hasContent("0123456789");
  }

  @Test
  void aWrongLocalFileIsFetchedAgainAndKeptBeside() throws IOException {
    Files.writeString(local(), "012345678X");
    assertThat(section.fetch(file)).hasContent("0123456789");
    assertThat(local().resolveSibling("a.dat~")).hasContent("012345678X");
    Files.writeString(local(), "short");
    assertThat(section.fetch(file)).hasContent("0123456789");
    assertThat(local().resolveSibling("a.dat~~")).hasContent("short");
  }

  @Test
  void aPathCannotGetOtherBytes() throws IOException {
    Files.writeString(local(), "another version");
    assertThatThrownBy(() -> section.place(local()))
        .isInstanceOf(BlobException.class)
        .hasMessageContaining("'sub/a.dat' in section 'local' has other bytes");
    Files.writeString(local(), "012345678X");
    assertThatThrownBy(() -> section("never").place(local())).isInstanceOf(BlobException.class);
    assertThat(remote()).hasContent("0123456789");
  }

  @Test
  void damageIsNoticedAndRepaired() throws IOException {
    Files.writeString(remote(), "012345678X");
    Files.delete(local());
    assertThatThrownBy(() -> section.fetch(file)).isInstanceOf(DamagedBlobException.class);
    assertThat(local()).doesNotExist();
    assertThatThrownBy(() -> section.repair(file)).hasMessageContaining("is not what");
    lab.file("stage/sub/a.dat", "0123456789");
    section.repair(file);
    assertThat(remote()).hasContent("0123456789");
  }

  @Test
  void whatRottedIsRepairedAlsoWhereNobodyKnowsItsHash() throws IOException {
    Stored unhashed = section("never").place(lab.file("stage/big.dat", "0123456789"));
    assertThat(unhashed.contents()).isEmpty();
    Path stored = lab.store().resolve("big.dat");
    Files.writeString(stored, "012345678X");
    assertThatThrownBy(() -> section("never").place(lab.stage().resolve("big.dat")))
        .isInstanceOf(BlobException.class);
    section("never").repair(unhashed);
    assertThat(stored).hasContent("0123456789");
  }

  @Test
  void beyondTheLimitOnlyTheSizeCounts() throws IOException {
    Stored big = section("below 9B").place(lab.file("stage/big.dat", "0123456789"));
    assertThat(big.contents()).isEmpty();
    Files.delete(lab.stage().resolve("big.dat"));
    assertThat(section.fetch(big)).hasContent("0123456789");
    Files.writeString(remote(), "012345678X");
    Files.delete(local());
    assertThat(section("below 10B").fetch(file)).hasContent("012345678X");
    Files.delete(local());
    assertThatThrownBy(() -> section("below 11B").fetch(file))
        .isInstanceOf(DamagedBlobException.class);
  }

  @Test
  void onlyFilesOfTheStageHaveAPath() throws IOException {
    Path outside = lab.file("elsewhere.dat", "x");
    assertThatThrownBy(() -> section.place(outside)).hasMessageContaining("is not in the stage");
    assertThatThrownBy(() -> section.place(lab.stage().resolve("../elsewhere.dat")))
        .hasMessageContaining("is not in the stage");
    assertThatThrownBy(() -> section.place(lab.file("stage/local/x", "x")))
        .hasMessageContaining("holds what is named by content");
    assertThatThrownBy(() -> lab.section().place(local())).hasMessageContaining("has no stage");
  }

  @Test
  void aStageThatIsNotThereIsNotMade() throws IOException {
    Files.delete(local());
    Files.delete(local().getParent());
    Files.delete(lab.folder().resolve("stage"));
    Path stage = lab.folder().resolve("stage");
    StoreSection gone =
        lab.section(SectionConfig.of("local", "disk").staged(stage, ChecksumLimit.ALWAYS));
    assertThatThrownBy(() -> gone.fetch(file))
        .isInstanceOf(BlobException.class)
        .hasMessage("The stage '" + stage + "' of section 'local' is not a folder.");
    assertThat(stage).doesNotExist();
    lab.file("stage", "a file");
    assertThatThrownBy(() -> gone.place(stage)).hasMessageContaining("is not a folder");
    assertThatThrownBy(() -> gone.repair(file)).hasMessageContaining("is not a folder");
  }

  @Test
  void theHintOfADamagedFileSaysWhatHelps() throws IOException {
    Files.delete(local());
    Files.writeString(remote(), "012345678X");
    assertThatThrownBy(() -> section.fetch(file))
        .isInstanceOfSatisfying(
            DamagedBlobException.class, e -> assertThat(e.hint()).contains("then repair(stored)"));
    lab.file("stage/sub/a.dat", "0123456789");
    section.repair(file);
    Files.delete(local());
    assertThat(section.fetch(file)).hasContent("0123456789");
  }
}
