/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.sftp.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The way to a server, which can be cut and frozen. */
final class Wire implements Closeable {
  private final ServerSocket entrance;
  private final int target;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicLong received = new AtomicLong();
  private final AtomicInteger closing = new AtomicInteger();
  private volatile boolean frozen;

  Wire(int target) throws IOException {
    this.target = target;
    entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  int port() {
    return entrance.getLocalPort();
  }

  /** How many connections there have been. */
  int connections() {
    return connections.get();
  }

  /** How many bytes the server has sent. */
  long received() {
    return received.get();
  }

  /** Ends all connections; new ones are possible. */
  void cut() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
    open.clear();
  }

  /** Lets no more bytes through. */
  void freeze() {
    frozen = true;
  }

  /** Ends the next connections as soon as they are there, as a server does that has too many. */
  void closeNext(int count) {
    closing.set(count);
  }

  private void accept() throws IOException {
    while (true) {
      Socket near = entrance.accept();
      if (closing.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
        connections.incrementAndGet();
        near.close();
        continue;
      }
      Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
      open.add(near);
      open.add(far);
      connections.incrementAndGet();
      start(() -> pump(near, far, new AtomicLong()));
      start(() -> pump(far, near, received));
    }
  }

  private void pump(Socket from, Socket to, AtomicLong count) throws IOException {
    InputStream in = from.getInputStream();
    OutputStream out = to.getOutputStream();
    byte[] bytes = new byte[1 << 16];
    for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
      if (!frozen) {
        count.addAndGet(n);
        out.write(bytes, 0, n);
      }
    }
    to.shutdownOutput();
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void start(Work work) {
    Thread thread = new Thread(
        () -> {
          try {
            work.run();
          } catch (IOException cut) {
            // That is what it is for.
          }
        },
        "wire");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    cut();
  }
}
