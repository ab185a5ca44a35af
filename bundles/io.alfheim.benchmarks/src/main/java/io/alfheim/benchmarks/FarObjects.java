/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.benchmarks;

import io.alfheim.benchmarks.Measured.Times;
import io.alfheim.store.Store;
import java.util.ArrayList;
import java.util.List;

/** Objects of a server whose every answer takes 20 ms: as many threads wait together as there are. */
final class FarObjects {
  private static final int EACH = 50;
  private static final int ROUNDS = 3;
  private static final double LEAST = 12;

  private final BucketLab lab;
  private final Measured measured;

  FarObjects(BucketLab lab, Measured measured) {
    this.lab = lab;
    this.measured = measured;
  }

  void run() throws Exception {
    List<Times> alone = new ArrayList<>();
    List<Times> together = new ArrayList<>();
    try (Crew one = new Crew(1);
        Crew all = new Crew(SmallObjects.THREADS);
        Store store = lab.store(LabBuckets.FAR)) {
      SmallObjects.put(all, lab.bare(), LabBuckets.FAR, EACH * SmallObjects.THREADS);
      for (int i = 0; i < ROUNDS; i++) {
        alone.add(read(one, store, EACH));
        together.add(read(all, store, EACH * SmallObjects.THREADS));
      }
    }
    double scaled = (double) SmallObjects.THREADS
        * Times.median(alone).wall()
        / Times.median(together).wall();
    measured.count(
        "S3: 20 ms away, 16 threads as fast as", scaled, "of one", LEAST + "", scaled >= LEAST);
  }

  private static Times read(Crew crew, Store store, int count) throws Exception {
    Times start = Times.now();
    crew.each(count, i -> SmallObjects.read(store, i));
    return Times.now().minus(start);
  }
}
