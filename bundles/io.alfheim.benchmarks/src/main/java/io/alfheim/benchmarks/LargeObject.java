/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.benchmarks;

import io.alfheim.store.StorePath;
import io.alfheim.store.WritableStore;
import java.util.Arrays;
import java.util.Random;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** One large object, written in parts and read whole. */
final class LargeObject {
  private static final int PART = 8 << 20;
  private static final int PARTS = 32;
  private static final long SIZE = (long) PART * PARTS;
  private static final int BLOCK = 1 << 18;
  private static final int THREADS = 4;
  private static final int ROUNDS = 3;
  private static final double LEAST = 0.8;
  private static final String BARE = "bare.npy";
  private static final StorePath OURS = new StorePath("ours.npy");

  private final S3Client client;
  private final BucketLab lab;
  private final Duel duel;
  private final byte[] part = new byte[PART];

  LargeObject(BucketLab lab, Measured measured) {
    this.lab = lab;
    this.client = lab.bare();
    this.duel = Duel.onTheWall(measured, ROUNDS);
    new Random(1).nextBytes(part);
  }

  void run() throws Exception {
    try (Crew crew = new Crew(THREADS);
        WritableStore store = lab.store(LabBuckets.NEAR)) {
      duel.run(
          "S3: write 256 MB, in 4 parts at a time",
          LEAST,
          () -> write(store),
          () -> writeBare(crew));
      duel.run(
          "S3: read 256 MB",
          LEAST,
          () -> StoresBenchmark.drain(store.read(OURS).openStream(), SIZE),
          () -> StoresBenchmark.drain(
              client.getObject(get -> get.bucket(LabBuckets.NEAR).key(BARE)), SIZE));
    }
  }

  private void write(WritableStore store) throws Exception {
    store.replace(OURS, out -> {
      for (int i = 0; i < PARTS; i++) {
        for (int from = 0; from < PART; from += BLOCK) {
          out.write(part, from, BLOCK);
        }
      }
    });
  }

  private void writeBare(Crew crew) throws Exception {
    String id = client
        .createMultipartUpload(make -> make.bucket(LabBuckets.NEAR).key(BARE))
        .uploadId();
    CompletedPart[] sent = new CompletedPart[PARTS];
    crew.each(PARTS, i -> sent[i] = send(id, i + 1));
    client.completeMultipartUpload(end -> end.bucket(LabBuckets.NEAR)
        .key(BARE)
        .uploadId(id)
        .multipartUpload(all -> all.parts(Arrays.asList(sent))));
  }

  private CompletedPart send(String id, int number) {
    var answer = client.uploadPart(
        ask -> ask.bucket(LabBuckets.NEAR).key(BARE).uploadId(id).partNumber(number),
        RequestBody.fromBytes(part));
    return CompletedPart.builder()
        .partNumber(number)
        .eTag(answer.eTag())
        .checksumCRC32(answer.checksumCRC32())
        .build();
  }
}
