/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.s3.internal;

import io.alfheim.store.vfs.Abortable;
import io.alfheim.store.vfs.ServerException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/** A file on its way to a bucket: at once if it is small, otherwise in parts, a few at a time. */
final class Upload extends OutputStream implements Abortable {
  private static final int FIRST = 1 << 16;
  private static final int PART = 8 << 20;
  private static final int AT_A_TIME = 4;

  /** A bucket takes 10,000 parts; later ones are larger, so that 500 GB fit. */
  private static final int SMALL_PARTS = 1000;

  private final S3Server server;
  private final String bucket;
  private final String key;
  private final PartThreads threads;
  private final Semaphore room = new Semaphore(AT_A_TIME);
  private final List<Future<CompletedPart>> parts = new ArrayList<>();
  private byte[] buffer = new byte[FIRST];
  private int used;
  private @Nullable String upload;
  private boolean ended;

  Upload(S3Server server, String bucket, String key, PartThreads threads) {
    this.server = server;
    this.bucket = bucket;
    this.key = key;
    this.threads = threads;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    for (int done = 0; done < length; ) {
      if (used == partSize()) {
        send();
      }
      if (used == buffer.length) {
        buffer = Arrays.copyOf(buffer, (int) Math.min(partSize(), buffer.length * 4L));
      }
      int count = Math.min(length - done, buffer.length - used);
      System.arraycopy(bytes, offset + done, buffer, used, count);
      used += count;
      done += count;
    }
  }

  private int partSize() {
    return parts.size() < SMALL_PARTS ? PART : 8 * PART;
  }

  private void send() throws IOException {
    String id = upload;
    if (id == null) {
      id = server
          .ask(key, s3 -> s3.createMultipartUpload(ask -> ask.bucket(bucket).key(key)))
          .uploadId();
      upload = id;
    }
    byte[] bytes = buffer;
    int length = used;
    int number = parts.size() + 1;
    String part = id;
    acquire();
    parts.add(threads.submit(() -> {
      try {
        return send(part, number, ByteBuffer.wrap(bytes, 0, length));
      } finally {
        room.release();
      }
    }));
    buffer = new byte[partSize()];
    used = 0;
  }

  private void acquire() throws IOException {
    try {
      room.acquire();
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private CompletedPart send(String id, int number, ByteBuffer bytes) throws IOException {
    UploadPartResponse sent = server.ask(
        key,
        s3 -> s3.uploadPart(
            ask -> ask.bucket(bucket).key(key).uploadId(id).partNumber(number).contentLength((long)
                bytes.remaining()),
            RequestBody.fromRemainingByteBuffer(bytes)));
    return CompletedPart.builder()
        .partNumber(number)
        .eTag(sent.eTag())
        .checksumCRC32(sent.checksumCRC32())
        .build();
  }

  @Override
  public void close() throws IOException {
    if (ended) {
      return;
    }
    ended = true;
    String id = upload;
    if (id == null) {
      RequestBody body = RequestBody.fromByteBuffer(ByteBuffer.wrap(buffer, 0, used));
      server.ask(key, s3 -> s3.putObject(ask -> ask.bucket(bucket).key(key), body));
      return;
    }
    if (used > 0) {
      send();
    }
    List<CompletedPart> sent = new ArrayList<>();
    for (Future<CompletedPart> part : parts) {
      sent.add(await(part));
    }
    server.ask(
        key,
        s3 -> s3.completeMultipartUpload(ask ->
            ask.bucket(bucket).key(key).uploadId(id).multipartUpload(all -> all.parts(sent))));
    upload = null;
  }

  private CompletedPart await(Future<CompletedPart> part) throws IOException {
    try {
      return part.get();
    } catch (InterruptedException e) {
      throw interrupted();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failed
          ? failed
          : new ServerException(
              "A part could not be sent to the server '" + server.address() + "'. Try again.", e);
    }
  }

  private static IOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("Interrupted.");
  }

  @Override
  public void abort() throws IOException {
    ended = true;
    String id = upload;
    upload = null;
    for (Future<CompletedPart> part : parts) {
      part.cancel(true);
    }
    if (id != null) {
      server.ask(
          key, s3 -> s3.abortMultipartUpload(ask -> ask.bucket(bucket).key(key).uploadId(id)));
    }
  }
}
