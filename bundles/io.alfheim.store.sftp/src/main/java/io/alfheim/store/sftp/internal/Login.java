/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.sftp.internal;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import io.alfheim.store.Secret;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.StoreOptions;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who logs in where, with what, and which servers are trusted.
 *
 * @param host the server
 * @param port its port
 * @param user who logs in
 * @param password where the password is kept
 * @param keys the files of private keys
 * @param passphrase where the passphrase of the keys is kept
 * @param knownHosts the file of the servers that are trusted
 * @param strict whether only those are
 * @param retries how often to try again when the server is not there or busy
 */
record Login(
    String host,
    int port,
    String user,
    Optional<Secret> password,
    List<Path> keys,
    Optional<Secret> passphrase,
    Path knownHosts,
    boolean strict,
    int retries) {
  static final String USER = "user";
  static final String PASSWORD = "password";
  static final String KEY = "key";
  static final String PASSPHRASE = "passphrase";
  static final String KNOWN_HOSTS = "knownHosts";
  static final String STRICT = "strictHostKeys";
  static final String RETRIES = "retries";
  private static final long FIRST_PAUSE_MILLIS = 200;
  private static final int SSH = 22;

  static Login of(StoreConfig config) throws IOException {
    String named = config.uri().getUserInfo();
    if (config.uri().getHost() == null) {
      throw new IOException("The root of store '" + config.name()
          + "' names no server. Write sftp://user@host/path.");
    } else if (named != null && named.contains(":")) {
      throw new IOException("The root of store '" + config.name() + "' has a password in it."
          + " Take it out and write password = $[env:NAME] or $[file:/path].");
    }
    StoreOptions options = new StoreOptions(config);
    Optional<Secret> password = options.secret(PASSWORD);
    int port = config.uri().getPort();
    return new Login(
        config.uri().getHost(),
        port < 0 ? SSH : port,
        options
            .text(USER)
            .or(() -> Optional.ofNullable(named))
            .orElse(System.getProperty("user.name")),
        password,
        keys(config, options.text(KEY), password.isPresent()),
        options.secret(PASSPHRASE),
        options.text(KNOWN_HOSTS).map(Path::of).orElse(ssh("known_hosts")),
        options.flag(STRICT, true),
        options.number(RETRIES, 2, 0, 10));
  }

  private static List<Path> keys(StoreConfig config, Optional<String> named, boolean password)
      throws IOException {
    if (named.isPresent()) {
      Path key = Path.of(named.get());
      if (!Files.isReadable(key)) {
        throw new IOException("The key of store '" + config.name() + "' cannot be read at '" + key
            + "'. Correct the option key.");
      }
      return List.of(key);
    }
    return password
        ? List.of()
        : Stream.of("id_ed25519", "id_ecdsa", "id_rsa")
            .map(Login::ssh)
            .filter(Files::isReadable)
            .toList();
  }

  private static Path ssh(String name) {
    return Path.of(System.getProperty("user.home"), ".ssh", name);
  }

  /** The server, fit to be shown. */
  String server() {
    return host + ":" + port;
  }

  /** A new connection, logged in; a server that is not there or busy is asked again. */
  Session connect(Duration timeout) throws IOException {
    for (int attempt = 0; ; attempt++) {
      JSch ssh = new JSch();
      Session session = session(ssh);
      try {
        logIn(ssh, session, timeout);
        return session;
      } catch (JSchException e) {
        if (attempt >= retries || !LoginFailure.mayPass(e)) {
          throw LoginFailure.explain(this, session, ssh, e);
        }
      }
      pause(attempt);
    }
  }

  /** Waits longer each time. */
  static void pause(int attempt) throws IOException {
    try {
      Thread.sleep(FIRST_PAUSE_MILLIS << attempt);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted.");
    }
  }

  private Session session(JSch ssh) throws IOException {
    try {
      return ssh.getSession(user, host, port);
    } catch (JSchException e) {
      throw LoginFailure.explain(this, null, ssh, e);
    }
  }

  private void logIn(JSch ssh, Session session, Duration timeout)
      throws IOException, JSchException {
    // Otherwise JSch would write down whomever it meets.
    if (strict && Files.exists(knownHosts)) {
      ssh.setKnownHosts(knownHosts.toString());
    }
    identify(ssh);
    session.setConfig("StrictHostKeyChecking", strict ? "yes" : "no");
    session.setConfig("PreferredAuthentications", "publickey,password,keyboard-interactive");
    if (password.isPresent()) {
      session.setPassword(password.get().reveal().getBytes(StandardCharsets.UTF_8));
    }
    session.setDaemonThread(true);
    // A server that does not answer twice in a row is dead.
    session.setServerAliveInterval((int) timeout.toMillis() / 2);
    session.setServerAliveCountMax(1);
    session.connect((int) timeout.toMillis());
  }

  /** What was typed is asked for again. */
  void forget() {
    password.ifPresent(Secret::forget);
    passphrase.ifPresent(Secret::forget);
  }

  private void identify(JSch ssh) throws IOException, JSchException {
    byte[] phrase =
        passphrase.isPresent() ? passphrase.get().reveal().getBytes(StandardCharsets.UTF_8) : null;
    for (Path key : keys) {
      ssh.addIdentity(key.toString(), phrase);
    }
  }
}
