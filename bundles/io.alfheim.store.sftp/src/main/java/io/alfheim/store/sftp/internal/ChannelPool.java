/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.sftp.internal;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import io.alfheim.store.vfs.ServerException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Channels of a few connections, each lent to one thread or stream at a time. A server lets only so
 * many be open; who finds all of them lent waits.
 */
final class ChannelPool {
  /** OpenSSH allows 10 on a connection. */
  static final int CHANNELS = 8;

  private final Login login;
  private final Duration timeout;
  private final int most;
  private final Semaphore free;
  private final Deque<Lease> idle = new ArrayDeque<>();
  private final Map<Session, Integer> lent = new HashMap<>();
  private final ReentrantLock connecting = new ReentrantLock(true);
  private final AtomicInteger failures = new AtomicInteger();
  private @Nullable IOException failure;
  private boolean closed;

  ChannelPool(Login login, Duration timeout, int connections) {
    this.login = login;
    this.timeout = timeout;
    this.most = connections * CHANNELS;
    this.free = new Semaphore(most, true);
  }

  Login login() {
    return login;
  }

  /** A channel; to be given back by closing the lease. */
  Lease lend() throws IOException {
    acquire();
    boolean done = false;
    try {
      Lease lease = pollIdle().orElse(null);
      lease = lease == null ? open() : lease;
      done = true;
      return lease;
    } finally {
      if (!done) {
        free.release();
      }
    }
  }

  private void acquire() throws IOException {
    try {
      if (!free.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new ServerException(
            "All " + most + " channels to the server '" + login.server()
                + "' have been busy for " + timeout.toSeconds()
                + " s. Close streams, or raise the option connections.",
            null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted.");
    }
  }

  private synchronized Optional<Lease> pollIdle() {
    for (Lease lease = idle.pollFirst(); lease != null; lease = idle.pollFirst()) {
      if (lease.isAlive()) {
        return Optional.of(lease);
      }
      forget(lease);
    }
    return Optional.empty();
  }

  /** A connection may die before its channel is open; then another is made. */
  private Lease open() throws IOException {
    Optional<Lease> lease = open(session());
    return lease.isPresent() ? lease.get() : open(session()).orElseThrow(this::lost);
  }

  private ServerException lost() {
    return new ServerException(
        "The connection to the server '" + login.server() + "' was lost. Try again.", null);
  }

  /** A channel; none if the connection died meanwhile. */
  private Optional<Lease> open(Session session) throws IOException {
    boolean opened = false;
    try {
      ChannelSftp channel = (ChannelSftp) session.openChannel("sftp");
      if (channel == null) { // what JSch gives when the connection dies just then
        session.disconnect();
        return Optional.empty();
      }
      channel.connect((int) timeout.toMillis());
      channel.setFilenameEncoding(StandardCharsets.UTF_8);
      opened = true;
      return Optional.of(new Lease(this, session, channel));
    } catch (JSchException e) {
      if (!session.isConnected()) {
        return Optional.empty();
      }
      throw new ServerException(
          "The server '" + login.server() + "' opens no channel for SFTP: " + e.getMessage()
              + ". Check that it offers SFTP to user '" + login.user() + "'.",
          e);
    } finally {
      if (!opened) {
        count(session, -1);
      }
    }
  }

  /** A connection with room for one more channel; one thread at a time makes a new one. */
  private Session session() throws IOException {
    int before = failures.get();
    awaitTurn();
    try {
      Optional<Session> roomy = roomy();
      if (roomy.isPresent()) {
        return roomy.get();
      }
      IOException meanwhile = failure;
      if (meanwhile != null && failures.get() != before) {
        // To ask once more for each who waited takes for ever, and servers shut out who insists.
        throw meanwhile;
      }
      return connect();
    } finally {
      connecting.unlock();
    }
  }

  private void awaitTurn() throws IOException {
    try {
      connecting.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted.");
    }
  }

  private Session connect() throws IOException {
    try {
      Session session = login.connect(timeout);
      count(session, 1);
      return session;
    } catch (InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      failure = e;
      failures.incrementAndGet();
      throw e;
    }
  }

  private synchronized Optional<Session> roomy() {
    lent.keySet().removeIf(session -> !session.isConnected());
    Optional<Session> found = lent.entrySet().stream()
        .filter(entry -> entry.getValue() < CHANNELS)
        .map(Map.Entry::getKey)
        .findFirst();
    found.ifPresent(session -> count(session, 1));
    return found;
  }

  private synchronized void count(Session session, int change) {
    if (closed) {
      session.disconnect();
    }
    lent.computeIfPresent(session, (key, count) -> count + change);
    if (change > 0) {
      lent.putIfAbsent(session, change);
    }
  }

  private void forget(Lease lease) {
    lease.channel().disconnect();
    count(lease.session(), -1);
  }

  synchronized void giveBack(Lease lease, boolean broken) {
    if (broken || closed || !lease.isAlive()) {
      forget(lease);
    } else {
      idle.addFirst(lease);
    }
    free.release();
  }

  synchronized void close() {
    closed = true;
    idle.clear();
    lent.keySet().forEach(Session::disconnect);
    lent.clear();
  }
}
