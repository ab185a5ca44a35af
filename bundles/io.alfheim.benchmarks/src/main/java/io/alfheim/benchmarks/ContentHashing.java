/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.benchmarks;

import io.alfheim.catalog.CheckLevel;
import io.alfheim.catalog.CheckReport;
import io.alfheim.catalog.ScanOptions;
import io.alfheim.catalog.internal.HomeCatalog;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The check of all content of a catalog, beside the program {@code md5sum} on as many processors, by
 * the wall; and beside a bare loop, and MD5 of what is in memory already, by the time that processors
 * are busy, as it is about each of them.
 */
final class ContentHashing {
  private static final int SIZE = 32 << 20;
  private static final int FILES = 16;
  /** So much that the rest of a check, which is the same for any size, counts for little. */
  private static final int SESSIONS = 4 * FILES;

  private static final int BLOCK = 1 << 18;
  private static final int ROUNDS = 3;
  private static final double LEAST = 0.9;

  private static final Path MD5SUM = Path.of("/usr/bin/md5sum");

  /** As many as the check has. */
  private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());

  private final Duel wall;
  private final Duel duel;

  ContentHashing(Measured measured) {
    this.wall = Duel.onTheWall(measured, ROUNDS);
    this.duel = Duel.onProcessors(measured, ROUNDS);
  }

  void run() throws Exception {
    byte[] bytes = new byte[SIZE];
    new Random(1).nextBytes(bytes);
    try (ScratchHome home = new ScratchHome();
        ScratchHome lab = new ScratchHome();
        Crew crew = new Crew(THREADS)) {
      for (int i = 0; i < SESSIONS; i++) {
        Files.createDirectories(file(lab, i).getParent());
        if (i < FILES) {
          Files.write(file(lab, i), bytes);
        } else {
          Files.createLink(file(lab, i), file(lab, i % FILES));
        }
      }
      HomeCatalog catalog = home.catalog();
      catalog.scan(lab.path(), ScanOptions.hashed());
      if (Files.isExecutable(MD5SUM)) {
        wall.run(
            "check of 2 GB beside md5sum",
            LEAST,
            () -> check(catalog),
            () -> crew.each(Math.min(THREADS, SESSIONS), i -> md5sum(lab, i)));
      }
      duel.run(
          "  busy, beside reading and MD5",
          LEAST,
          () -> check(catalog),
          () -> crew.each(SESSIONS, i -> hash(file(lab, i))));
      duel.run(
          "  busy, beside MD5 alone, of bytes in memory",
          Double.POSITIVE_INFINITY,
          () -> check(catalog),
          () -> crew.each(SESSIONS, i -> digest().digest(bytes)));
      catalog.close();
    }
  }

  private static Path file(ScratchHome lab, int number) {
    return lab.path().resolve("KS%03d/2020-01-01/001/alf/spikes.times.npy".formatted(number));
  }

  private static void check(HomeCatalog catalog) {
    CheckReport report = catalog.check(CheckLevel.CONTENT);
    if (!report.findings().isEmpty() || report.bytes() != (long) SIZE * SESSIONS) {
      throw new IllegalStateException("Not everything was hashed: " + report);
    }
  }

  /** Of each thread's part of the files, of which there is one at least: it would wait for input. */
  private static void md5sum(ScratchHome lab, int thread) throws Exception {
    List<String> command = new ArrayList<>(List.of(MD5SUM.toString()));
    for (int i = thread; i < SESSIONS; i += THREADS) {
      command.add(file(lab, i).toString());
    }
    int exit =
        new ProcessBuilder(command).redirectOutput(Redirect.DISCARD).start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException("'md5sum' ended with exit code " + exit + ".");
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
