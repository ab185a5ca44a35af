/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {
  @TempDir
  Path home;

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void onlyTheOwnerMayReadIt() throws IOException {
    Path file = HistoryFile.in(home).orElseThrow();
    assertThat(file).isEqualTo(home.resolve("console/history"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void whatIsThereIsKept() throws IOException {
    Path file = HistoryFile.in(home).orElseThrow();
    Files.writeString(file, "1:x\n");
    assertThat(HistoryFile.in(home)).contains(file);
    assertThat(file).hasContent("1:x\n");
  }

  @Test
  void aHomeThatIsNoFolderKeepsNothing() throws IOException {
    Path file = Files.createFile(home.resolve("file"));
    assertThat(HistoryFile.in(file)).isEmpty();
  }
}
