/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.s3.internal;

import java.io.IOException;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Copies that a server makes by itself: at once, or in parts if the file is larger than it takes at
 * once. A file that changes meanwhile is an error, not a mixture.
 *
 * @param atOnce the size above which there are parts
 * @param part their size, at least; a server takes 10,000 of them
 */
record ServerCopy(S3Server server, PartThreads threads, long atOnce, long part) {
  private static final int MOST_PARTS = 10_000;
  private static final int NOT_ALLOWED = 405;
  private static final int NOT_IMPLEMENTED = 501;

  ServerCopy(S3Server server, PartThreads threads) {
    this(server, threads, 5L << 30, 1L << 29);
  }

  /**
   * A file of a bucket.
   *
   * @param bucket the name of the bucket
   * @param key the name in it
   */
  record File(String bucket, String key) {}

  /** Makes a copy; false if the server knows no such thing. */
  boolean make(File from, File to) throws IOException {
    HeadObjectResponse now =
        server.ask(from.key, s3 -> s3.headObject(ask -> ask.bucket(from.bucket).key(from.key)));
    if (now.contentLength() == null) {
      return false;
    }
    try {
      if (now.contentLength() <= atOnce) {
        whole(now, from, to);
      } else {
        inParts(now, from, to);
      }
      return true;
    } catch (IOException e) {
      if (e.getCause() instanceof S3Exception answer
          && (answer.statusCode() == NOT_IMPLEMENTED || answer.statusCode() == NOT_ALLOWED)) {
        return false;
      }
      throw e;
    }
  }

  private void whole(HeadObjectResponse now, File from, File to) throws IOException {
    server.ask(
        from.key,
        s3 -> s3.copyObject(ask -> ask.sourceBucket(from.bucket)
            .sourceKey(from.key)
            .copySourceIfMatch(now.eTag())
            .destinationBucket(to.bucket)
            .destinationKey(to.key)));
  }

  private void inParts(HeadObjectResponse now, File from, File to) throws IOException {
    long size = now.contentLength();
    long step = Math.max(part, (size + MOST_PARTS - 1) / MOST_PARTS);
    Parts parts = new Parts(server, to.bucket, to.key, threads);
    boolean whole = false;
    try {
      for (long at = 0; at < size; at += step) {
        String range = "bytes=" + at + "-" + (Math.min(at + step, size) - 1);
        parts.add((upload, number) -> part(now.eTag(), range, from, to, upload, number));
      }
      parts.complete();
      whole = true;
    } finally {
      if (!whole) {
        parts.abort();
      }
    }
  }

  private CompletedPart part(
      String eTag, String range, File from, File to, String upload, int number) throws IOException {
    String copied = server
        .ask(
            from.key,
            s3 -> s3.uploadPartCopy(ask -> ask.sourceBucket(from.bucket)
                .sourceKey(from.key)
                .copySourceIfMatch(eTag)
                .copySourceRange(range)
                .destinationBucket(to.bucket)
                .destinationKey(to.key)
                .uploadId(upload)
                .partNumber(number)))
        .copyPartResult()
        .eTag();
    return CompletedPart.builder().partNumber(number).eTag(copied).build();
  }
}
