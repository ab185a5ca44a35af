/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.sftp.internal;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.KeyPair;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/** An SSH server on this machine that shows one folder, and who may log in to it. */
final class SshLab implements Closeable {
  /** Held, for a logger that nobody holds forgets its level. */
  private static final Logger QUIET = Logger.getLogger("org.apache.sshd");

  static final String USER = "anna";
  static final String PASSWORD = "hush-hüsh";

  final Path served;
  private final Path keys;
  private final SshServer server;
  private final Map<String, String> allowed = new ConcurrentHashMap<>();
  private final Map<String, Runnable> delays = new ConcurrentHashMap<>();

  SshLab(Path folder) throws IOException {
    QUIET.setLevel(Level.OFF);
    served = Files.createDirectories(folder.resolve("served"));
    keys = Files.createDirectories(folder.resolve("keys"));
    server = SshServer.setUpDefaultServer();
    server.setHost("127.0.0.1");
    SimpleGeneratorHostKeyProvider host = new SimpleGeneratorHostKeyProvider();
    host.setAlgorithm(KeyUtils.EC_ALGORITHM);
    host.setKeySize(256);
    server.setKeyPairProvider(host);
    server.setPasswordAuthenticator(
        (user, password, session) -> user.equals(USER) && password.equals(PASSWORD));
    server.setPublickeyAuthenticator(
        (user, key, session) -> allowed.containsValue(PublicKeyEntry.toString(key)));
    server.setFileSystemFactory(new VirtualFileSystemFactory(served));
    SftpSubsystemFactory files = new SftpSubsystemFactory();
    files.setFileSystemAccessor(new Watching());
    server.setSubsystemFactories(List.of(files));
    // The compiler of the tests knows no instructions of the processor for GCM, and takes its time.
    server.setCipherFactories(List.of(BuiltinCiphers.aes128ctr));
    server.setMacFactories(List.of(BuiltinMacs.hmacsha256));
    // Otherwise each answer waits 40 ms for more to send.
    CoreModuleProperties.TCP_NODELAY.set(server, true);
    server.start();
  }

  int port() {
    return server.getPort();
  }

  URI uri(String path) {
    return URI.create("sftp://" + USER + "@127.0.0.1:" + port() + path);
  }

  /** A file that knows this server, as it is seen at a port. */
  Path knownHosts(int port) throws Exception {
    String key = PublicKeyEntry.toString(
        server.getKeyPairProvider().loadKeys(null).iterator().next().getPublic());
    return Files.writeString(knownHostsFile(), "[127.0.0.1]:" + port + " " + key + "\n");
  }

  Path knownHostsFile() {
    return keys.resolve("known_hosts");
  }

  /** A new key that may log in, of a type that JSch names; an empty passphrase is none. */
  Path allowedKey(String name, int type, int bits, byte[] passphrase) throws Exception {
    Path file = newKey(name, type, bits, passphrase);
    String line = Files.readString(Path.of(file + ".pub"));
    allowed.put(
        name,
        PublicKeyEntry.toString(AuthorizedKeyEntry.parseAuthorizedKeyEntry(line)
            .resolvePublicKey(null, PublicKeyEntryResolver.FAILING)));
    return file;
  }

  Path newKey(String name, int type, int bits, byte[] passphrase) throws Exception {
    Path file = keys.resolve(name);
    KeyPair pair = KeyPair.genKeyPair(new JSch(), type, bits);
    pair.writeOpenSSHv1PrivateKey(file.toString(), passphrase.length == 0 ? null : passphrase);
    pair.writePublicKey(file + ".pub", name);
    return file;
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }

  /** Does something before it answers the first question about a file of a name. */
  void before(String name, Runnable delay) {
    delays.put(name, delay);
  }

  /** Lets nobody open files with {@code forbidden} in their paths, whoever runs the server. */
  private final class Watching implements SftpFileSystemAccessor {
    private void delay(Path file) {
      Runnable delay = delays.remove(String.valueOf(file.getFileName()));
      if (delay != null) {
        delay.run();
      }
    }

    @Override
    public Map<String, ?> readFileAttributes(
        SftpSubsystemProxy subsystem, Path file, String view, LinkOption... options)
        throws IOException {
      delay(file);
      return SftpFileSystemAccessor.super.readFileAttributes(subsystem, file, view, options);
    }

    @Override
    public SeekableByteChannel openFile(
        SftpSubsystemProxy subsystem,
        FileHandle handle,
        Path file,
        String name,
        Set<? extends OpenOption> options,
        FileAttribute<?>... attributes)
        throws IOException {
      delay(file);
      if (file.toString().contains("forbidden")) {
        throw new AccessDeniedException(file.toString());
      }
      return SftpFileSystemAccessor.super.openFile(
          subsystem, handle, file, name, options, attributes);
    }
  }
}
