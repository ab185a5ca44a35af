/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.benchmarks;

import io.alfheim.store.Listing;
import io.alfheim.store.Store;
import io.alfheim.store.StorePath;
import java.util.List;

/** Lists more keys than should be in memory at a time, in a process with next to no heap. */
final class LongListing {
  static final String HEAP = "-Xmx32m";
  private static final int EVERY = 10_000;
  private static final double MOST = 2;

  private final Measured measured = new Measured();
  private long seen;
  private long most;

  private LongListing() {}

  /** Runs it, with the address of the server. */
  public static void main(String... address) throws Exception {
    try (Store store = BucketLab.store(LabBuckets.MANY, address)) {
      new LongListing().run(store);
    }
  }

  private void run(Store store) throws Exception {
    walk(store); // so that all classes are there
    long before = used();
    most = before;
    measured.once(
        "S3: list 100,000 keys, heap of 32 MB", Double.POSITIVE_INFINITY, () -> walk(store));
    double grown = (most - before) / 1e6;
    measured.count(
        "  most that was held of them at a time", grown, "MB", MOST + " MB", grown <= MOST);
  }

  private List<Listing.Problem> walk(Store store) throws Exception {
    seen = 0;
    List<Listing.Problem> problems = store.walk(StorePath.ROOT, file -> {
      if (++seen % EVERY == 0) {
        most = Math.max(most, used());
      }
    });
    if (seen != LabBuckets.KEYS || !problems.isEmpty()) {
      throw new IllegalStateException("Not all keys were listed: " + seen + ", " + problems);
    }
    return problems;
  }

  /** What is still needed. */
  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    runtime.gc();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
