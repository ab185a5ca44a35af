/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.shell.ProcessShellCommandFactory;

/**
 * A computer with SSH and the {@code git} program, on the loopback interface: it runs the commands of
 * Git, and no others, for one key.
 */
public final class GitServer implements Closeable {
  private static final Pattern GIT = Pattern.compile("git[- ](upload-pack|receive-pack) '([^']+)'");

  private final SshServer server;
  private final KeyPair hostKey;

  /** Starts it, for the key whose public half is in a file. */
  public GitServer(Path authorized) throws IOException, GeneralSecurityException {
    hostKey = newKey();
    server = SshServer.setUpDefaultServer();
    server.setHost("127.0.0.1");
    server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
    var allowed = PublicKeyEntry.parsePublicKeyEntry(Files.readString(authorized))
        .resolvePublicKey(null, null, null);
    server.setPublickeyAuthenticator((user, key, session) -> KeyUtils.compareKeys(key, allowed));
    server.setCommandFactory((channel, command) -> {
      Matcher git = GIT.matcher(command);
      if (!git.matches()) {
        throw new IOException("Only Git is served here, not: " + command);
      }
      return ProcessShellCommandFactory.INSTANCE.createCommand(channel, command);
    });
    server.start();
  }

  /** The address of a folder. */
  public String address(Path folder) {
    return "ssh://ada@127.0.0.1:" + server.getPort() + folder;
  }

  /** The line by which clients know the server. */
  public String knownHost() {
    return "[127.0.0.1]:" + server.getPort() + " " + PublicKeyEntry.toString(hostKey.getPublic());
  }

  /** A new key in files, as {@code ssh-keygen} makes it; gives the public half. */
  public static Path makeKey(Path folder) throws Exception {
    Files.createDirectories(folder);
    KeyPair pair = newKey();
    try (OutputStream out = Files.newOutputStream(folder.resolve("id_ecdsa"))) {
      OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "ada", null, out);
    }
    return Files.writeString(
        folder.resolve("id_ecdsa.pub"), PublicKeyEntry.toString(pair.getPublic()));
  }

  /** Of an elliptic curve: two primes for RSA take seconds to find. */
  private static KeyPair newKey() throws GeneralSecurityException {
    return KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }
}
