/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.s3.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;

/** A line to a server on this machine that counts the bytes, both ways. */
final class Meter implements Closeable {
  final AtomicLong bytes = new AtomicLong();
  private final ServerSocket door;
  private final int server;

  Meter(String endpoint) throws IOException {
    server = URI.create(endpoint).getPort();
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::connect);
  }

  String endpoint() {
    return "http://127.0.0.1:" + door.getLocalPort();
  }

  private void connect() throws IOException {
    while (true) {
      Socket client = door.accept();
      Socket far = new Socket(InetAddress.getLoopbackAddress(), server);
      start(() -> pass(client, far));
      start(() -> pass(far, client));
    }
  }

  private void pass(Socket from, Socket to) throws IOException {
    byte[] block = new byte[1 << 16];
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        bytes.addAndGet(n);
        out.write(block, 0, n);
      }
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void start(Work work) {
    Thread thread = new Thread(
        () -> {
          try {
            work.run();
          } catch (IOException e) {
            // One of the two has hung up.
          }
        },
        "meter");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
