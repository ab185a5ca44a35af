/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.blobs.BlobException;
import io.alfheim.blobs.ChecksumLimit;
import io.alfheim.blobs.Compression;
import io.alfheim.blobs.SectionConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written about sections, and what is said of what is written wrong. */
class SectionFilesTest {
  @TempDir
  private Path etc;

  private SectionConfig read(String text) throws IOException {
    Files.writeString(file(), text.replace("; ", "\n"));
    return Objects.requireNonNull(new SectionFiles(etc).read().get("x"));
  }

  private Path file() {
    return etc.resolve("io.alfheim.blobs-x.cfg");
  }

  @Test
  void whatIsNotSaidIsTheUsual() throws IOException {
    assertThat(read("store = disk")).isEqualTo(SectionConfig.of("x", "disk"));
    assertThat(read("store = disk; location =; folder =; checksum =; compression ="))
        .isEqualTo(SectionConfig.of("x", "disk"));
  }

  @Test
  void allOfItCanBeSaid() throws IOException {
    assertThat(read("store = disk; location = a/b; folder = lab; subfolding = 1, 3;"
            + " stage = /data; checksum = below 2MB; compression = none"))
        .isEqualTo(new SectionConfig(
            "x",
            "disk",
            "a/b",
            "lab",
            List.of(1, 3),
            Optional.of(Path.of("/data")),
            new ChecksumLimit(2_000_000),
            Compression.NONE));
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    SectionConfig plain = SectionConfig.of("x", "disk");
    List<SectionConfig> configs = List.of(
        plain,
        plain.folding(),
        plain.uncompressed(),
        plain.folding(16, 16),
        plain.at("C:\\dir", "schéma two"),
        plain.staged(etc.resolve("a folder"), ChecksumLimit.of("below 1GB")),
        plain.staged(etc, ChecksumLimit.of("below 1234567890123B")),
        plain.staged(etc, ChecksumLimit.NEVER));
    for (SectionConfig config : configs) {
      new SectionFiles(etc).write(config);
      assertThat(new SectionFiles(etc).read()).isEqualTo(Map.of("x", config));
    }
  }

  @Test
  void withoutAFolderThereAreNoSections() throws IOException {
    assertThat(new SectionFiles(etc.resolve("absent")).read()).isEmpty();
  }

  @Test
  void aSectionIsInAStore() {
    assertThatThrownBy(() -> read("location = x"))
        .isInstanceOf(BlobException.class)
        .hasMessage("Section 'x' is missing 'store' in '" + file() + "'.");
  }

  @Test
  void anUnknownKeyIsAnsweredWithTheNearest() {
    assertThatThrownBy(() -> read("store = disk; stages = /data"))
        .isInstanceOf(BlobException.class)
        .hasMessage(
            "Section 'x' has the unknown key 'stages' in '" + file() + "'; nearest is 'stage'.");
    assertThatThrownBy(() -> read("store = disk; Subfolding = 2"))
        .hasMessageContaining("nearest is 'subfolding'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"two", "2,,2", "2, 2,", ",", "2.5", "99999999999", "-"})
  void aSubfoldingIsOfNumbers(String text) {
    assertThatThrownBy(() -> read("store = disk; subfolding = " + text))
        .isInstanceOf(BlobException.class)
        .hasMessage("Section 'x' is wrong in '" + file()
            + "': Section 'x' cannot have the subfolding '" + text + "'.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "2, -2", "33", "16, 17", "2147483647, 2147483647"})
  void aSubfoldingHasNoMoreDigitsThanAHash(String text) {
    assertThatThrownBy(() -> read("store = disk; subfolding = " + text))
        .isInstanceOf(BlobException.class)
        .hasMessageContaining("cannot have the subfolding [" + text + "].");
  }

  @Test
  void aStageIsAnAbsolutePath() {
    for (String stage : List.of("data/stage", "./stage", "~/stage")) {
      assertThatThrownBy(() -> read("store = disk; stage = " + stage))
          .isInstanceOf(BlobException.class)
          .hasMessageContaining("cannot have the stage '");
    }
    assertThatThrownBy(() -> read("store = disk; stage = /data\\u0000"))
        .isInstanceOf(BlobException.class)
        .hasMessageContaining("'/data?' cannot be the path of a stage.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sometimes",
        "below",
        "below GB",
        "below -1B",
        "below 1 PB",
        "above 1GB",
        "1GB",
        "below 99999999999999TB",
        "below 1.5GB"
      })
  void aChecksumLimitIsOfTheKnownWords(String words) {
    assertThatThrownBy(() -> read("store = disk; checksum = " + words))
        .isInstanceOf(BlobException.class)
        .hasMessage("Section 'x' is wrong in '" + file() + "': '" + words
            + "' does not say which files are checked.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "false", "zlib, none"})
  void aCompressionIsOneOfTheKnown(String word) {
    assertThatThrownBy(() -> read("store = disk; compression = " + word))
        .isInstanceOfSatisfying(BlobException.class, e -> {
          assertThat(e)
              .hasMessage("Section 'x' is wrong in '" + file() + "': '" + word
                  + "' is no compression of values.");
          assertThat(e.hint()).isEqualTo("Say zlib or none.");
        });
  }

  @Test
  void aFileThatIsNoTextOfItsKindIsNamed() throws IOException {
    Files.writeString(file(), "store = \\u12");
    assertThatThrownBy(() -> new SectionFiles(etc).read())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("'" + file() + "' has a broken '\\u'");
    Files.write(file(), new byte[] {'s', (byte) 0xff, (byte) 0xfe});
    assertThatThrownBy(() -> new SectionFiles(etc).read())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("'" + file() + "' is not UTF-8");
  }

  @Test
  void aWrongFileIsOfNoImportanceToTheOthers() throws IOException {
    SectionFiles files = new SectionFiles(etc);
    files.write(SectionConfig.of("y", "disk"));
    Files.writeString(file(), "store = \\u12");
    assertThat(files.readable()).containsOnlyKeys("y");
    assertThat(files.find("y")).contains(SectionConfig.of("y", "disk"));
    assertThat(files.find("z")).isEmpty();
    assertThatThrownBy(() -> files.find("x")).hasMessageContaining("'" + file() + "'");
  }

  @Test
  void aFileWhoseNameNamesNoSectionIsNamed() throws IOException {
    Path odd = etc.resolve("io.alfheim.blobs-1st one.cfg");
    Files.writeString(odd, "store = disk");
    assertThatThrownBy(() -> new SectionFiles(etc).read())
        .isInstanceOf(BlobException.class)
        .hasMessageContaining("'" + odd + "'")
        .hasMessageContaining("'1st one' cannot be the name of a section.");
  }
}
