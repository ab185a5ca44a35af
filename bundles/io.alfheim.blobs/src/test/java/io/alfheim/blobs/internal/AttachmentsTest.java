/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.blobs.BlobException;
import io.alfheim.blobs.DamagedBlobException;
import io.alfheim.blobs.Stored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files with their names. */
class AttachmentsTest {
  private static final String PATH = "lab_ephys/76/02/7602014fa8ed3bf05af5950621c4afa8.hello.txt";

  @TempDir
  private Path folder;

  private Lab lab;
  private StoreSection section;
  private Stored hello;

  @BeforeEach
  void attach() throws IOException {
    lab = new Lab(folder);
    section = lab.section();
    hello = section.attach(lab.file("hello.txt", "hello\n"));
  }

  @Test
  void aFileComesBackUnderItsName() throws IOException {
    assertThat(lab.files()).containsExactly(PATH);
    Path fetched = section.fetch(hello, lab.downloads());
    assertThat(fetched).isEqualTo(lab.downloads().resolve("hello.txt")).hasContent("hello\n");
  }

  @Test
  void theSameFileIsNotFetchedTwice() throws IOException {
    section.fetch(hello, lab.downloads());
    Files.delete(lab.store().resolve(PATH));
    assertThat(section.fetch(hello, lab.downloads())).hasFileName("hello.txt");
  }

  @Test
  void besideAnotherFileItGetsANameOfItsOwn() throws IOException {
    Files.writeString(lab.downloads().resolve("hello.txt"), "mine");
    assertThat(section.fetch(hello, lab.downloads())).hasFileName("hello_0000.txt");
    assertThat(section.fetch(hello, lab.downloads())).hasFileName("hello_0000.txt");
    Files.writeString(lab.downloads().resolve("hello_0000.txt"), "mine too");
    assertThat(section.fetch(hello, lab.downloads())).hasFileName("hello_0001.txt");
    assertThat(lab.downloads().resolve("hello.txt")).hasContent("mine");
    assertThat(Attachments.numbered("archive.tar.gz", 255)).isEqualTo("archive.tar_00ff.gz");
    assertThat(Attachments.numbered(".hidden", 0)).isEqualTo(".hidden_0000");
  }

  @Test
  @Timeout(60)
  void aLinkThatLeadsNowhereIsLeftAlone() throws IOException {
    Path link = lab.downloads().resolve("hello.txt");
    Files.createSymbolicLink(link, folder.resolve("absent"));
    assertThat(section.fetch(hello, lab.downloads()))
        .hasFileName("hello_0000.txt")
        .hasContent("hello\n");
    assertThat(link).isSymbolicLink();
  }

  @Test
  void damageLeavesNothingInTheFolder() throws IOException {
    Files.writeString(lab.store().resolve(PATH), "hellO\n");
    assertThatThrownBy(() -> section.fetch(hello, lab.downloads()))
        .isInstanceOf(DamagedBlobException.class);
    try (Stream<Path> files = Files.list(lab.downloads())) {
      assertThat(files).isEmpty();
    }
    section.attach(lab.file("hello.txt", "hello\n"));
    assertThat(section.fetch(hello, lab.downloads())).hasContent("hello\n");
  }

  @Test
  void theNameIsPartOfWhatItIs() throws IOException {
    Stored other = section.attach(lab.file("other.txt", "hello\n"));
    assertThat(other.hash()).isNotEqualTo(hello.hash());
    assertThat(lab.files()).hasSize(2);
  }

  @Test
  void oddNamesAreFilesAsOthersAre() throws IOException {
    for (String name : new String[] {"we'ird \"q\".txt", "ä #%20.dat", "no-extension", "漢.x.y"}) {
      Stored stored = section.attach(lab.file(name, name));
      assertThat(section.fetch(stored, lab.downloads())).hasFileName(name).hasContent(name);
    }
  }

  @Test
  void whatIsNoFileIsRefused() {
    assertThatThrownBy(() -> section.attach(folder.resolve("absent.txt")))
        .isInstanceOf(BlobException.class)
        .hasMessageContaining("There is no file");
    assertThatThrownBy(() -> section.get(hello)).hasMessageContaining("is not asked for like that");
  }
}
