/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.sftp.internal;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.KeyPair;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The server of OpenSSH, where it is installed, in a process of its own; you log in as yourself. */
final class OpenSsh implements Closeable {
  final Path key;
  final Path knownHosts;
  final int port;
  private final Process server;

  OpenSsh(Path folder) throws Exception {
    port = freePort();
    key = newKey(folder.resolve("id_ed25519"));
    Path host = newKey(folder.resolve("host"));
    String shown = Files.readString(Path.of(host + ".pub"));
    knownHosts =
        Files.writeString(folder.resolve("known_hosts"), "[127.0.0.1]:" + port + " " + shown);
    Path allowed = Files.copy(Path.of(key + ".pub"), folder.resolve("authorized_keys"));
    Path settings = Files.write(
        folder.resolve("sshd_config"),
        List.of(
            "ListenAddress 127.0.0.1",
            "Port " + port,
            "HostKey " + host,
            "AuthorizedKeysFile " + allowed,
            "PasswordAuthentication no",
            "KbdInteractiveAuthentication no",
            "UsePAM no",
            "StrictModes no",
            "PidFile none",
            "Subsystem sftp internal-sftp"));
    server = new ProcessBuilder(
            program().orElseThrow().toString(), "-D", "-e", "-f", settings.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
    awaitStart(folder.resolve("log"));
  }

  /** The program; administrators have it on another path than users. */
  static Optional<Path> program() {
    return Stream.concat(
            Stream.of(System.getenv("PATH").split(File.pathSeparator)),
            Stream.of("/usr/sbin", "/usr/local/sbin"))
        .map(folder -> Path.of(folder, "sshd"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Path newKey(Path file) throws Exception {
    KeyPair pair = KeyPair.genKeyPair(new JSch(), KeyPair.ED25519, 256);
    pair.writeOpenSSHv1PrivateKey(file.toString(), null);
    pair.writePublicKey(file + ".pub", "test");
    file.toFile().setReadable(false, false);
    file.toFile().setReadable(true, true);
    return file;
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private void awaitStart(Path log) throws Exception {
    for (int i = 0; i < 100 && server.isAlive(); i++) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException notYet) {
        Thread.sleep(50);
      }
    }
    String why = Files.readString(log);
    assumeThat(why).as("what sshd wants when it runs as root").doesNotContain("separation");
    throw new IOException("sshd does not start: " + why);
  }

  @Override
  public void close() {
    server.destroy();
    try {
      server.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
