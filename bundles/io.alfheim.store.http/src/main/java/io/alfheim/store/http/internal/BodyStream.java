/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.http.internal;

import io.alfheim.store.vfs.ServerException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The body of an answer as a stream that does not wait for ever, as that of the JDK does. */
final class BodyStream extends InputStream implements HttpResponse.BodySubscriber<InputStream> {
  /** One more than the reader works on, so that neither waits for the other. */
  private static final int AHEAD = 2;

  private final URI address;
  private final Duration timeout;
  private final long expected;
  private final BlockingQueue<Piece> arrived = new LinkedBlockingQueue<>();
  private final Queue<ByteBuffer> current = new ArrayDeque<>();
  private volatile Flow.@Nullable Subscription subscription;
  private volatile boolean closed;
  private boolean ended;
  private long count;

  BodyStream(URI address, Duration timeout, HttpResponse.ResponseInfo info) {
    this.address = address;
    this.timeout = timeout;
    this.expected = info.headers().firstValueAsLong("Content-Length").orElse(-1);
  }

  /** Some bytes, or the end, for a reason if it came too early. */
  private record Piece(
      List<ByteBuffer> bytes, boolean last, @Nullable Throwable failure) {}

  @Override
  public CompletionStage<InputStream> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription granted) {
    subscription = granted;
    if (closed) {
      granted.cancel();
    } else {
      granted.request(AHEAD);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> bytes) {
    arrived.add(new Piece(bytes, false, null));
  }

  @Override
  public void onError(Throwable failure) {
    arrived.add(new Piece(List.of(), true, failure));
  }

  @Override
  public void onComplete() {
    arrived.add(new Piece(List.of(), true, null));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (closed) {
      throw new IOException("The stream is closed.");
    }
    if (length == 0) {
      return 0;
    }
    ByteBuffer next = next();
    if (next == null) {
      return -1;
    }
    int taken = Math.min(length, next.remaining());
    next.get(bytes, offset, taken);
    count += taken;
    return taken;
  }

  private @Nullable ByteBuffer next() throws IOException {
    while (true) {
      ByteBuffer next = current.peek();
      if (next != null && next.hasRemaining()) {
        return next;
      } else if (next != null) {
        current.remove();
      } else if (ended) {
        return null;
      } else {
        take();
      }
    }
  }

  private void take() throws IOException {
    Piece piece = await();
    if (piece == null) {
      close();
      throw new ServerException(
          "The server '" + Addresses.server(address) + "' sent nothing for " + timeout.toSeconds()
              + " s, after " + count + " bytes. Try again later.",
          null);
    }
    if (piece.failure() != null) {
      throw new ServerException(
          "The server '" + Addresses.server(address) + "' broke off after " + count
              + " bytes. Try again.",
          piece.failure());
    }
    current.addAll(piece.bytes());
    ended = piece.last();
    Flow.Subscription granted = subscription;
    if (!ended && granted != null) {
      granted.request(1);
    }
  }

  private @Nullable Piece await() throws IOException {
    try {
      return arrived.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted.");
    }
  }

  /** Ends the connection, unless all has been sent. */
  @Override
  public void close() {
    closed = true;
    Flow.Subscription granted = subscription;
    if (granted != null && count != expected) {
      granted.cancel();
    }
  }
}
