/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.benchmarks;

import io.alfheim.store.Store;
import io.alfheim.store.StorePath;
import java.util.Random;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Many small objects, read by many threads: by a store, and by the client that is inside it alone. */
final class SmallObjects {
  static final int THREADS = 16;
  static final int SIZE = 50_000;
  private static final int COUNT = 2_000;
  private static final int ROUNDS = 3;
  private static final double LEAST = 0.8;

  private final BucketLab lab;
  private final Measured measured;

  SmallObjects(BucketLab lab, Measured measured) {
    this.lab = lab;
    this.measured = measured;
  }

  void run() throws Exception {
    try (Crew crew = new Crew(THREADS);
        Store store = lab.store(LabBuckets.NEAR)) {
      put(crew, lab.bare(), LabBuckets.NEAR, COUNT);
      Duel.onTheWall(measured, ROUNDS)
          .run(
              "S3: 2,000 objects of 50 KB, 16 threads",
              LEAST,
              () -> crew.each(COUNT, i -> read(store, i)),
              () -> crew.each(COUNT, this::readBare));
    }
  }

  /** Fills a bucket. */
  static void put(Crew crew, S3Client client, String bucket, int count) throws Exception {
    byte[] bytes = new byte[SIZE];
    new Random(1).nextBytes(bytes);
    crew.each(
        count,
        i -> client.putObject(put -> put.bucket(bucket).key(key(i)), RequestBody.fromBytes(bytes)));
  }

  private static String key(int number) {
    return "small/%04d.npy".formatted(number);
  }

  static void read(Store store, int number) throws Exception {
    StoresBenchmark.drain(store.read(new StorePath(key(number))).openStream(), SIZE);
  }

  private void readBare(int number) throws Exception {
    StoresBenchmark.drain(
        lab.bare().getObject(get -> get.bucket(LabBuckets.NEAR).key(key(number))), SIZE);
  }
}
