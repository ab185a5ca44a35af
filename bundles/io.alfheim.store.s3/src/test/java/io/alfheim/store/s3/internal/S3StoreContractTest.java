/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.s3.internal;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Against S3Proxy, which checks signatures; each test below a prefix of its own. */
class S3StoreContractTest extends WritableStoreContract {
  private static S3Lab lab;
  private static Path secret;
  private static int count;
  private String root = "";

  @BeforeAll
  static void startTheServer(@TempDir Path folder) throws Exception {
    lab = new S3Lab(true);
    secret = Files.writeString(folder.resolve("secret"), S3Lab.SECRET + "\n");
  }

  @AfterAll
  static void stopTheServer() {
    lab.close();
  }

  @BeforeEach
  void newRoot() {
    root = "root " + count++;
  }

  @Override
  protected Store open(Map<String, byte[]> tree) throws IOException {
    tree.forEach(this::put);
    return new S3StoreProvider()
        .open(new StoreConfig(
            "lab",
            URI.create("s3://" + S3Lab.BUCKET + "/" + root.replace(" ", "%20")),
            Map.of(
                "endpoint",
                lab.endpoint(),
                "accessKey",
                S3Lab.ACCESS,
                "secretKey",
                "$[file:" + secret + "]")));
  }

  @Override
  protected void put(String path, byte[] bytes) {
    lab.put(root + "/" + path, bytes);
  }

  @Override
  protected void remove(String path) {
    lab.remove(root + "/" + path);
  }
}
