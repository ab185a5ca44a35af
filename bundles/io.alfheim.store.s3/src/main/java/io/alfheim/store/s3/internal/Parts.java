/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.s3.internal;

import io.alfheim.store.vfs.ServerException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** The parts of one file that are made one by one, by several threads, and appear together. */
final class Parts {
  /** Makes one part. */
  @FunctionalInterface
  interface Making {
    CompletedPart part(String upload, int number) throws IOException;
  }

  private final S3Server server;
  private final String bucket;
  private final String key;
  private final PartThreads threads;
  private final String upload;
  private final List<Future<CompletedPart>> parts = new ArrayList<>();

  Parts(S3Server server, String bucket, String key, PartThreads threads) throws IOException {
    this.server = server;
    this.bucket = bucket;
    this.key = key;
    this.threads = threads;
    this.upload = server
        .ask(key, s3 -> s3.createMultipartUpload(ask -> ask.bucket(bucket).key(key)))
        .uploadId();
  }

  /** Begins the next part. */
  void add(Making making) {
    int number = parts.size() + 1;
    parts.add(threads.submit(() -> making.part(upload, number)));
  }

  /** Waits for all parts, and has the file appear. */
  void complete() throws IOException {
    List<CompletedPart> made = new ArrayList<>();
    for (Future<CompletedPart> part : parts) {
      made.add(await(part));
    }
    server.ask(
        key,
        s3 -> s3.completeMultipartUpload(ask ->
            ask.bucket(bucket).key(key).uploadId(upload).multipartUpload(all -> all.parts(made))));
  }

  private CompletedPart await(Future<CompletedPart> part) throws IOException {
    try {
      return part.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted.");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failed
          ? failed
          : new ServerException(
              "A part could not be made on the server '" + server.address() + "'. Try again.", e);
    }
  }

  /** Forgets what there is of the parts. */
  void abort() throws IOException {
    for (Future<CompletedPart> part : parts) {
      part.cancel(true);
    }
    server.ask(
        key, s3 -> s3.abortMultipartUpload(ask -> ask.bucket(bucket).key(key).uploadId(upload)));
  }
}
