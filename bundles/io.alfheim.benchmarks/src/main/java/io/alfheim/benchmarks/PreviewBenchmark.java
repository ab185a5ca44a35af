/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.benchmarks;

import io.alfheim.blobs.Blobs;
import io.alfheim.blobs.Cleanup;
import io.alfheim.blobs.CleanupReport;
import io.alfheim.blobs.Kept;
import io.alfheim.blobs.Stored;
import io.alfheim.blobs.Target;
import io.alfheim.blobs.internal.RecordedBlobs;
import io.alfheim.catalog.internal.HomeCatalog;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Previews the cleanup of a section, of which every tenth object is referred to. It is the second half
 * of {@link BlobsBenchmark}, in a process of its own: that it ends well is what shows that its heap was
 * enough.
 */
public final class PreviewBenchmark {
  private static final int USED = 10;
  private static final int REFERENCES_OF_ONE = 10_000;
  private static final int MEGABYTE = 20;

  private PreviewBenchmark() {}

  /** Runs it, with the root of the store and the number of objects. */
  public static void main(String... arguments) throws Exception {
    int objects = Integer.parseInt(arguments[1]);
    Measured measured = new Measured();
    try (ScratchHome home = new ScratchHome()) {
      HomeCatalog catalog = home.catalog();
      Blobs blobs = new RecordedBlobs(catalog);
      blobs.define(
          CrowdedSection.config(catalog.record().locate(Path.of(arguments[0])).store()));
      refer(catalog, blobs, objects);
      Cleanup cleanup = blobs
          .cleanup(CrowdedSection.NAME)
          .keeping(Kept.NOW_AND_TAGS)
          .sparing(Duration.ZERO)
          .withOlder();
      CleanupReport report = measured.once(
          "preview of the cleanup of %,d objects".formatted(objects),
          Double.POSITIVE_INFINITY,
          cleanup::preview);
      catalog.close();
      long counted = report.used().objects() + report.untracked().objects();
      if (counted != objects || !report.problems().isEmpty()) {
        throw new IllegalStateException("Not all objects were counted: " + report);
      }
      measured.say("%,d used, %,d not; with a heap of %,d MB, of which %,d were filled at most: met"
          .formatted(
              report.used().objects(),
              report.untracked().objects(),
              Runtime.getRuntime().maxMemory() >> MEGABYTE,
              peak() >> MEGABYTE));
    }
  }

  private static void refer(HomeCatalog catalog, Blobs blobs, int objects) {
    int sessions = 1 + objects / USED / REFERENCES_OF_ONE;
    ConsortiumGenerator consortium = new ConsortiumGenerator(1, sessions, 1);
    catalog.record().change("All", editor -> {
      for (int i = 0; i < sessions; i++) {
        editor.put(consortium.session(i));
      }
    });
    for (int i = 0; i < sessions; i++) {
      int first = i * REFERENCES_OF_ONE;
      int end = Math.min(objects / USED, first + REFERENCES_OF_ONE);
      Map<String, Stored> some = IntStream.range(first, end)
          .mapToObj(number -> CrowdedSection.object(number * USED))
          .collect(Collectors.toMap(Stored::toString, Function.identity()));
      blobs.hang(Target.of(consortium.key(i)), some);
    }
  }

  /** What was in use at most, with what was not collected yet. */
  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }
}
