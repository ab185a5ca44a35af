/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.internal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files that were being written when their program died. No listing shows them; whoever writes into
 * their folder sweeps them.
 */
final class StagedLeftovers {
  /** Nobody takes so long from one write to the next. */
  private static final Duration OLD = Duration.ofDays(1);

  private final Set<Path> swept = ConcurrentHashMap.newKeySet();

  /** Sweeps a folder that is going to be written, the first time. */
  void sweep(Path folder) {
    if (!swept.add(folder) || !Files.isDirectory(folder)) {
      return;
    }
    Instant limit = Instant.now().minus(OLD);
    try (DirectoryStream<Path> found = Files.newDirectoryStream(
        folder, file -> StagedName.is(String.valueOf(file.getFileName())))) {
      for (Path left : found) {
        if (Files.getLastModifiedTime(left).toInstant().isBefore(limit)) {
          Files.deleteIfExists(left);
        }
      }
    } catch (IOException notOurs) {
      return; // to be swept by somebody who may
    }
  }
}
