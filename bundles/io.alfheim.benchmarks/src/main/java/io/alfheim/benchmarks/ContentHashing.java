/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.benchmarks;

import io.alfheim.catalog.CheckLevel;
import io.alfheim.catalog.CheckReport;
import io.alfheim.catalog.ScanOptions;
import io.alfheim.catalog.internal.HomeCatalog;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Random;

/**
 * The check of all content of a catalog, beside nothing but reading the files and their hash in as
 * many threads, which is what {@code md5sum} does: by the time that processors are busy, as it is
 * about each of them.
 */
final class ContentHashing {
  private static final int SIZE = 32 << 20;
  private static final int FILES = 16;
  private static final int BLOCK = 1 << 18;
  private static final int ROUNDS = 3;
  private static final double LEAST = 0.9;

  /** As many as the check has. */
  private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());

  private final Duel duel;

  ContentHashing(Measured measured) {
    this.duel = Duel.onProcessors(measured, ROUNDS);
  }

  void run() throws Exception {
    byte[] bytes = new byte[SIZE];
    new Random(1).nextBytes(bytes);
    try (ScratchHome home = new ScratchHome();
        ScratchHome lab = new ScratchHome();
        Crew crew = new Crew(THREADS)) {
      for (int i = 0; i < FILES; i++) {
        Files.createDirectories(file(lab, i).getParent());
        Files.write(file(lab, i), bytes);
      }
      HomeCatalog catalog = home.catalog();
      catalog.scan(lab.path(), ScanOptions.hashed());
      duel.run(
          "check of 512 MB, busy, beside reading and MD5",
          LEAST,
          () -> check(catalog),
          () -> crew.each(FILES, i -> hash(file(lab, i))));
      duel.run(
          "  beside MD5 alone, of bytes in memory",
          Double.POSITIVE_INFINITY,
          () -> check(catalog),
          () -> crew.each(FILES, i -> digest().digest(bytes)));
      catalog.close();
    }
  }

  private static Path file(ScratchHome lab, int number) {
    return lab.path().resolve("KS%03d/2020-01-01/001/alf/spikes.times.npy".formatted(number));
  }

  private static void check(HomeCatalog catalog) {
    CheckReport report = catalog.check(CheckLevel.CONTENT);
    if (!report.findings().isEmpty() || report.bytes() != (long) SIZE * FILES) {
      throw new IllegalStateException("Not everything was hashed: " + report);
    }
  }

  private static MessageDigest digest() throws Exception {
    return MessageDigest.getInstance("MD5");
  }

  private static void hash(Path file) throws Exception {
    MessageDigest digest = digest();
    byte[] block = new byte[BLOCK];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        digest.update(block, 0, n);
      }
    }
    digest.digest();
  }
}
