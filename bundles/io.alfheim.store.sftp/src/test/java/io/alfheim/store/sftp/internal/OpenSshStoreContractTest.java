/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.sftp.internal;

import io.alfheim.store.Store;
import io.alfheim.store.StoreConfig;
import io.alfheim.testkit.WritableStoreContract;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Against the server of OpenSSH, with an ed25519 key, which MINA's needs a library for; skipped where there is none. */
@EnabledIf("isInstalled")
class OpenSshStoreContractTest extends WritableStoreContract {
  private static OpenSsh server;

  @TempDir
  private Path root;

  static boolean isInstalled() {
    return OpenSsh.program().isPresent();
  }

  @BeforeAll
  static void startTheServer(@TempDir Path folder) throws Exception {
    server = new OpenSsh(folder);
  }

  @AfterAll
  static void stopTheServer() {
    if (server != null) {
      server.close();
    }
  }

  @Override
  protected Store open(Map<String, byte[]> tree) throws IOException {
    for (Map.Entry<String, byte[]> file : tree.entrySet()) {
      put(file.getKey(), file.getValue());
    }
    return new SftpStoreProvider()
        .open(new StoreConfig(
            "lab",
            URI.create("sftp://127.0.0.1:" + server.port + root),
            Map.of("key", server.key.toString(), "knownHosts", server.knownHosts.toString())));
  }

  @Override
  protected void put(String path, byte[] bytes) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.resolveSibling("x").getParent());
    Files.write(file, bytes);
  }

  @Override
  protected void remove(String path) throws IOException {
    Files.delete(root.resolve(path));
  }
}
