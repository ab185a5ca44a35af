/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.blobs.BlobException;
import io.alfheim.blobs.ChecksumLimit;
import io.alfheim.blobs.SectionConfig;
import io.alfheim.blobs.Stored;
import io.alfheim.store.StorePath;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Names and paths are those of the laboratories that have such stores already. */
class LayoutTest {
  private static final UUID BLOB = UUID.fromString("1b7d463a-e54a-6e3f-293f-625be4d59385");
  private static final UUID HELLO = UUID.fromString("7602014f-a8ed-3bf0-5af5-950621c4afa8");

  @Test
  void hashesAreTheBytesOfMd5() {
    assertThat(Md5.of("")).hasToString("d41d8cd9-8f00-b204-e980-0998ecf8427e");
    assertThat(Md5.of("abc")).hasToString("90015098-3cd2-4fb0-d696-3f7d28e17f72");
    assertThat(attached("hello.txt")).isEqualTo(HELLO);
    assertThat(attached("é漢.txt")).hasToString("4af199af-1fef-1c11-84a9-cfcda2c90722");
    assertThat(ObjectLayout.fileHash("sub/a.dat"))
        .hasToString("bb40cb9a-0fab-b303-113e-43aa1b62f290");
  }

  private static UUID attached(String name) {
    Md5 md5 = Md5.named(name);
    byte[] bytes = "hello\n".getBytes(UTF_8);
    md5.add(bytes, 0, bytes.length);
    return md5.end();
  }

  @Test
  void subfoldersAreSlicesOfTheName() {
    assertThat(ObjectLayout.subfold("aBCdefg", List.of(2, 3))).containsExactly("ab", "cde");
    assertThat(ObjectLayout.subfold("ab", List.of(2, 2))).containsExactly("ab", "");
    assertThat(ObjectLayout.subfold("ab", List.of())).isEmpty();
  }

  @Test
  void eachKindHasItsPlace() {
    SectionConfig config = SectionConfig.of("local", "disk").at("/data/store", "lab_ephys");
    ObjectLayout layout = new ObjectLayout(config);
    assertThat(layout.path(Stored.blob("local", BLOB, 45)))
        .hasToString("data/store/lab_ephys/1b/7d/1b7d463ae54a6e3f293f625be4d59385");
    assertThat(layout.path(Stored.attachment("local", HELLO, 6, "archive.tar.gz")))
        .hasToString("data/store/lab_ephys/76/02/7602014fa8ed3bf05af5950621c4afa8.archive.tar.gz");
    assertThat(layout.path(Stored.attachment("local", HELLO, 6, ".hidden")))
        .hasToString("data/store/lab_ephys/76/02/7602014fa8ed3bf05af5950621c4afa8..hidden");
    assertThat(new ObjectLayout(config.folding()).path(Stored.blob("local", BLOB, 45)))
        .hasToString("data/store/lab_ephys/1b7d463ae54a6e3f293f625be4d59385");
    assertThat(layout.path(Stored.file("local", BLOB, 1, "sub/a.dat", Optional.empty())))
        .hasToString("data/store/sub/a.dat");
  }

  @Test
  void locationsLoseWhatNoKeyHas() {
    assertThat(ObjectLayout.location("")).isEqualTo(StorePath.ROOT);
    assertThat(ObjectLayout.location("/leading/x")).hasToString("leading/x");
    assertThat(ObjectLayout.location("C:\\dir\\x")).hasToString("dir/x");
  }

  @Test
  void whatWaitsFindsBackToWhereItWas() {
    ObjectLayout layout = new ObjectLayout(SectionConfig.of("local", "disk").at("a", "lab"));
    StorePath run = layout.quarantine().resolve("20260101T000000Z");
    for (String path : List.of("a/lab/1b/7d/1b7d", "a/sub/file.dat")) {
      StorePath waiting = layout.waiting(run, new StorePath(path));
      assertThat(waiting.value()).startsWith("a/lab/.quarantine/");
      assertThat(layout.origin(run, waiting)).hasToString(path);
    }
  }

  @Test
  void namesThatLeadElsewhereAreRefused() {
    ObjectLayout layout = new ObjectLayout(SectionConfig.of("local", "disk"));
    assertThat(List.of("..", ".", "", "a/b", "..\\b", "a\nb", "../../evil"))
        .allSatisfy(name -> assertThatThrownBy(
                () -> layout.path(Stored.attachment("local", HELLO, 1, name)))
            .isInstanceOf(BlobException.class)
            .hasMessageEndingWith("cannot be the name of an attachment."));
    assertThat(List.of("..", "a//b", "../x", "a/../../x", "", "/x", "local/x"))
        .allSatisfy(
            path -> assertThatThrownBy(() -> layout.file(path)).isInstanceOf(BlobException.class));
    assertThatThrownBy(() -> SafeName.requireStorable("é".repeat(150)))
        .hasMessageContaining("too long");
  }

  @Test
  void configurationsThatCannotBeAreRefused() {
    assertThatThrownBy(() -> SectionConfig.of("1st", "disk")).isInstanceOf(BlobException.class);
    assertThatThrownBy(() -> SectionConfig.of("x", "disk").folding(0))
        .hasMessage("Section 'x' cannot have the subfolding [0].");
    assertThatThrownBy(() -> SectionConfig.of("x", "disk").at("", "a/b"))
        .hasMessageContaining("cannot be the folder");
  }

  @Test
  void aLocationCannotLeaveTheStore() {
    assertThatThrownBy(() -> new ObjectLayout(SectionConfig.of("x", "disk").at("../up", "x")))
        .isInstanceOf(BlobException.class)
        .hasMessage("'../up' is no folder of a store.");
  }

  @Test
  void limitsAreSaidInWords() {
    assertThat(ChecksumLimit.of("always").covers(Long.MAX_VALUE - 1)).isTrue();
    assertThat(ChecksumLimit.of("never").covers(0)).isFalse();
    assertThat(ChecksumLimit.of("below 1GB")).isEqualTo(new ChecksumLimit(1_000_000_000));
    assertThat(ChecksumLimit.of("below 10 b").covers(10)).isFalse();
    assertThat(ChecksumLimit.of("Below 11B").covers(10)).isTrue();
    assertThat(ChecksumLimit.of(ChecksumLimit.of("below 2kB").toString()))
        .isEqualTo(new ChecksumLimit(2000));
    assertThatThrownBy(() -> ChecksumLimit.of("sometimes"))
        .hasMessage("'sometimes' does not say which files are checked.");
  }
}
