/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.sftp.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.store.Store;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.StorePath;
import io.alfheim.store.WritableStore;
import io.alfheim.testkit.WritableStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against Apache MINA's server, in this process. */
class SftpStoreContractTest extends WritableStoreContract {
  private static SshLab lab;
  private static Path password;
  private static int count;
  private Path root;

  @BeforeAll
  static void startTheServer(@TempDir Path folder) throws Exception {
    lab = new SshLab(folder);
    lab.knownHosts(lab.port());
    password = Files.writeString(folder.resolve("password"), SshLab.PASSWORD + "\n");
  }

  @AfterAll
  static void stopTheServer() throws IOException {
    lab.close();
  }

  @BeforeEach
  void newRoot() throws IOException {
    root = Files.createDirectory(lab.served.resolve("root " + count++));
  }

  @Override
  protected Store open(Map<String, byte[]> tree) throws IOException {
    for (Map.Entry<String, byte[]> file : tree.entrySet()) {
      put(file.getKey(), file.getValue());
    }
    String path = "/" + root.getFileName().toString().replace(" ", "%20");
    return new SftpStoreProvider()
        .open(new StoreConfig(
            "lab",
            lab.uri(path),
            Map.of(
                "password",
                "$[file:" + password + "]",
                "knownHosts",
                lab.knownHostsFile().toString())));
  }

  @Test
  void aServerSetsTimes() throws IOException {
    StorePath file = new StorePath("sub/a [1]*?.npy");
    WritableStore store = (WritableStore) open(Map.of(file.value(), new byte[3]));
    Instant then = Instant.parse("2020-01-02T03:04:05.678Z");
    assertThat(store.setModified(file, then)).isTrue();
    assertThat(Files.getLastModifiedTime(root.resolve(file.value())).toInstant())
        .isEqualTo(Instant.parse("2020-01-02T03:04:05Z"));
    assertThat(store.replacesAtOnce()).isFalse();
    store.close();
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
