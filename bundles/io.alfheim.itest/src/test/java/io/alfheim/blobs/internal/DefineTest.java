/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.alf.SessionKey;
import io.alfheim.blobs.BlobException;
import io.alfheim.blobs.Blobs;
import io.alfheim.blobs.SectionConfig;
import io.alfheim.blobs.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commits refer to keeps its place, whoever defines what. */
class DefineTest {
  private static final Target SESSION = Target.of(SessionKey.parse(HomeWithBlobs.SESSION));

  @TempDir
  private Path folder;

  private HomeWithBlobs home;
  private Path file;
  private SectionConfig moved;

  @BeforeEach
  void aSectionThatCouldMove() throws IOException {
    home = HomeWithBlobs.in(folder);
    file = home.catalog().home().resolve("etc/io.alfheim.blobs-local.cfg");
    Path disk = Files.createDirectories(folder.resolve("disk2"));
    moved = SectionConfig.of("local", home.catalog().record().locate(disk).store());
  }

  @AfterEach
  void close() throws IOException {
    home.close();
  }

  private void hang() {
    home.blobs().hang(SESSION, "value", home.blobs().section("local").put("value"));
  }

  private String misspell() throws IOException {
    String lines = Files.readString(file).replace("location=", "locaton=");
    Files.writeString(file, lines);
    return lines;
  }

  @Test
  void aSectionThatCommitsReferToKeepsItsPlaceWhenItsFileIsWrong() throws IOException {
    hang();
    String lines = misspell();
    assertThatThrownBy(() -> home.blobs().define(moved))
        .isInstanceOf(BlobException.class)
        .hasMessageContaining("nobody knows where section 'local' is, which commits refer to")
        .hasMessageContaining("unknown key 'locaton' in '" + file + "'");
    assertThat(file).hasContent(lines);
    Files.writeString(file, "store = \\u1");
    assertThatThrownBy(() -> home.blobs().define(moved)).hasMessageContaining("has a broken");
  }

  @Test
  void noOtherSectionMayTakeItsFolderMeanwhile() throws IOException {
    hang();
    misspell();
    SectionConfig same = SectionConfig.of("second", home.disk()).at("", "local");
    assertThatThrownBy(() -> home.blobs().define(same))
        .hasMessageStartingWith("Section 'second' cannot be defined: nobody knows where section")
        .hasMessageContaining("'" + file + "'");
    assertThat(home.blobs().sections()).isEmpty();
  }

  @Test
  void aWrongFileThatNothingRefersToIsReplaced() throws IOException {
    misspell();
    home.blobs().define(moved);
    assertThat(home.blobs().section("local").config()).isEqualTo(moved);
  }

  @Test
  void sectionsAreNotDefinedInThePast() {
    home.catalog().release("v0", "before anything hangs");
    hang();
    Blobs past = home.blobs().at(home.catalog().at("v0"));
    assertThatThrownBy(() -> past.define(moved))
        .isInstanceOf(BlobException.class)
        .hasMessageStartingWith("A section is defined now; these are the references as of");
    assertThat(home.blobs().get(SESSION, "value")).isEqualTo("value");
  }
}
