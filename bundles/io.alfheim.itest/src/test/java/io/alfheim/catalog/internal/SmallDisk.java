/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A disk of its own in a folder, where this user may mount one; elsewhere the test is skipped. */
public record SmallDisk(Path path) implements AutoCloseable {

  /**
   * Mounts an empty one.
   *
   * @param size with its unit, for example {@code 600k}
   */
  public static SmallDisk mount(Path folder, String size) throws IOException {
    Files.createDirectories(folder);
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString()),
        "NOT TESTED: full and read-only disks, because this user may not mount any");
    return new SmallDisk(folder);
  }

  /** From now on it can only be read. */
  public void forbidWriting() throws IOException {
    assertThat(run("mount", "-o", "remount,ro", path.toString())).isTrue();
  }

  void resize(String size) throws IOException {
    assertThat(run("mount", "-o", "remount,size=" + size, path.toString())).isTrue();
  }

  /** Everything on it. */
  List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(path)) {
      return all.filter(Files::isRegularFile)
          .map(file -> path.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Override
  public void close() throws IOException {
    // Lazily: a mapped file may still be open when a test failed.
    run("umount", "-l", path.toString());
  }

  private static boolean run(String... command) throws IOException {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException notInstalled) {
      return false;
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
