/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets that somebody replaces in their files while a store is open. */
class SecretFileTest {
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

  @TempDir
  private Path folder;

  private Path file;
  private Secret secret;

  @BeforeEach
  void keepOne() throws IOException {
    file = folder.resolve("key");
    write("first");
    secret = Secret.find("$[file:" + file + "]").orElseThrow();
  }

  private void write(String text) throws IOException {
    Files.writeString(file, text);
  }

  private void writeAsOfLongAgo(String text) throws IOException {
    write(text);
    Files.setLastModifiedTime(file, LONG_AGO);
  }

  @Test
  void whatIsReplacedIsSeenAtOnceThoughClocksOfDisksAreCoarse() throws IOException {
    for (int i = 0; i < 50; i++) {
      write("key " + i % 2);
      assertThat(secret.reveal()).isEqualTo("key " + i % 2);
    }
    writeAsOfLongAgo("older");
    assertThat(secret.reveal()).isEqualTo("older");
    write("newer");
    assertThat(secret.reveal()).isEqualTo("newer");
  }

  @Test
  void aFileThatHasNotChangedIsReadOnceUnlessWhatItHeldWasRefused() throws IOException {
    writeAsOfLongAgo("first");
    assertThat(secret.reveal()).isEqualTo("first");
    writeAsOfLongAgo("other");
    assertThat(secret.reveal()).as("nothing tells that it is another").isEqualTo("first");
    secret.forget();
    assertThat(secret.reveal()).isEqualTo("other");
  }

  @Test
  void aFileThatIsGoneOrNoTextIsToldAndNothingOfIt() throws IOException {
    writeAsOfLongAgo("hush");
    assertThat(secret.reveal()).isEqualTo("hush");
    Files.write(file, new byte[] {'h', 'u', (byte) 0xff});
    assertThatThrownBy(secret::reveal)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("'" + file + "' cannot be read")
        .hasNoCause();
    Files.delete(file);
    assertThatThrownBy(secret::reveal).hasMessageContaining("'" + file + "' cannot be read");
  }
}
