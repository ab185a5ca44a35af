/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.alfheim.store.StorePath;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a disk of 64 KB, where one may be mounted; reported as skipped elsewhere. */
class FullDiskTest {
  private static final StorePath FILE = new StorePath("sub/001/a.npy");

  @TempDir
  private Path disk;

  private boolean mounted;

  @BeforeEach
  void mount() throws IOException, InterruptedException {
    mounted = run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString());
    assumeThat(mounted).as("may mount a tmpfs").isTrue();
  }

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    if (mounted) {
      assertThat(run("umount", disk.toString())).isTrue();
    }
  }

  @Test
  void aFullDiskIsAnErrorThatNamesTheFileAndLeavesNothing() {
    FileStore store = new FileStore("lab", disk, Files::createLink);
    assertThatThrownBy(() -> store.create(FILE, out -> out.write(new byte[1 << 20])))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("lab:sub/001/a.npy: ");
    assertThat(disk).isEmptyDirectory();
  }

  @Test
  void aWriterThatSwallowsTheErrorMakesNoTornFile() {
    FileStore store = new FileStore("lab", disk, Files::createLink);
    String line = "x".repeat(1000);
    assertThatThrownBy(() -> store.create(FILE, out -> {
          PrintStream print = new PrintStream(out, false, StandardCharsets.UTF_8);
          for (int i = 0; i < 1000; i++) {
            print.println(line);
          }
          print.close();
        }))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("lab:sub/001/a.npy: ");
    assertThat(disk).isEmptyDirectory();
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(List.of(command))
            .redirectErrorStream(true)
            .start()
            .waitFor()
        == 0;
  }
}
