/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.catalog.ScanOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A laboratory has one home on a disk that all of its people mount. */
class SharedHomeTest {
  @TempDir
  private Path folder;

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whatIsWrittenIsForAllWhoMayReadTheHome() throws IOException {
    try (HomeWithBlobs home = HomeWithBlobs.in(folder)) {
      Path data = Files.createDirectories(folder.resolve("data/KS023/2019-12-10/001/alf"));
      Files.writeString(data.resolve("spikes.times.csv"), "1\n2\n");
      home.catalog().scan(folder.resolve("data"), ScanOptions.hashed());
      home.catalog().stores().add("more", folder.resolve("data").toString());
      home.blobs().section("local").put("a value");
      PosixFilePermission right = PosixFilePermission.GROUP_READ;
      Path plain = Files.createFile(folder.resolve("plain"));
      boolean shared = Files.getPosixFilePermissions(plain).contains(right);
      assertThat(files(home.catalog().home()))
          .anySatisfy(file -> assertThat(file).hasFileName("io.alfheim.store-more.cfg"))
          .anySatisfy(file -> assertThat(file).hasFileName("io.alfheim.blobs-local.cfg"))
          .allSatisfy(file ->
              assertThat(Files.getPosixFilePermissions(file).contains(right)).isEqualTo(shared));
    }
  }

  private static List<Path> files(Path home) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
