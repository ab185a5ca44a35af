/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.benchmarks;

import java.io.InputStream;

/**
 * Moves bytes through stores and beside them: out of the buckets of a server on this machine, which
 * runs in a process of its own, and on the disk.
 */
public final class StoresBenchmark {
  private static final int BLOCK = 1 << 18;

  private StoresBenchmark() {}

  /** Runs it. */
  public static void main(String... arguments) throws Exception {
    Measured measured = new Measured();
    try (BucketLab lab = new BucketLab()) {
      new SmallObjects(lab, measured).run();
      new LargeObject(lab, measured).run();
      new FarObjects(lab, measured).run();
      FreshJava.runWith(LongListing.HEAP, LongListing.class, lab.address());
    }
    new FileCopies(measured).run();
    new ContentHashing(measured).run();
  }

  /** Reads to the end, which must come when it should. */
  static void drain(InputStream stream, long expected) throws Exception {
    byte[] block = new byte[BLOCK];
    long count = 0;
    try (InputStream in = stream) {
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        count += n;
      }
    }
    if (count != expected) {
      throw new IllegalStateException(count + " bytes came, not " + expected + ".");
    }
  }
}
