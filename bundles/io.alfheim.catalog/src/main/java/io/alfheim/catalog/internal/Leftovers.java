/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What programs left in a home that were killed before they could give it its name. The record and the
 * index sweep their own folders; this is the rest.
 */
record Leftovers(Home home) {
  private static final Logger log = LoggerFactory.getLogger(Leftovers.class);
  /** What is younger may be somebody's who is still at it. */
  private static final Duration OLD = Duration.ofHours(1);

  void sweep() {
    sweep(home.path(), "record.git.????????-*");
    sweep(home.etc(), "store*.new");
    sweep(home.pastIndexes(), "new-*");
    sweepEach(home.fingerprints(), "prints*.new");
  }

  /** In the folders of a folder. */
  private static void sweepEach(Path folder, String names) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> stores = Files.newDirectoryStream(folder)) {
      stores.forEach(store -> sweep(store, names));
    } catch (IOException | DirectoryIteratorException e) {
      log.debug("folder={} cannot be swept", folder, e);
    }
  }

  private static void sweep(Path folder, String names) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    Instant limit = Instant.now().minus(OLD);
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, names)) {
      for (Path left : found) {
        if (Files.getLastModifiedTime(left).toInstant().isBefore(limit)) {
          delete(left);
          log.info("leftover={} of a program that died was deleted", left);
        }
      }
    } catch (IOException e) {
      log.debug("folder={} cannot be swept", folder, e);
    }
  }

  private static void delete(Path left) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(left)) {
      all = files.sorted((a, b) -> b.compareTo(a)).toList();
    }
    for (Path each : all) {
      Files.deleteIfExists(each);
    }
  }
}
