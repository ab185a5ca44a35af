/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFolderTest {

  @Test
  void nothingIsLeft(@TempDir Path folder) throws IOException {
    Path deep = Files.createDirectories(folder.resolve("a/b/c"));
    Files.writeString(deep.resolve("file"), "x");
    TemporaryFolder.delete(folder.resolve("a"));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatLinksPointToStays(@TempDir Path folder) throws IOException {
    Path kept = Files.writeString(folder.resolve("kept"), "x");
    Path doomed = Files.createDirectory(folder.resolve("doomed"));
    Files.createSymbolicLink(doomed.resolve("link"), kept);
    TemporaryFolder.delete(doomed);
    assertThat(kept).exists();
    assertThat(doomed).doesNotExist();
  }
}
