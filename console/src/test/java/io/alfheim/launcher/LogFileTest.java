/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

  @Test
  void aSmallFileGoesOn(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("alfheim.log"), "x");
    LogFile.rotate(file, 10);
    assertThat(file).hasContent("x");
  }

  @Test
  void aLargeFileMakesRoomAndThreeAreKept(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("alfheim.log");
    for (String content : new String[] {"first", "second", "third", "fourth"}) {
      Files.writeString(file, content);
      LogFile.rotate(file, 1);
    }
    assertThat(file).doesNotExist();
    assertThat(folder.resolve("alfheim.1.log")).hasContent("fourth");
    assertThat(folder.resolve("alfheim.3.log")).hasContent("second");
    assertThat(folder).isDirectoryNotContaining("glob:**alfheim.4.log");
  }
}
