/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.s3.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.store.Content;
import io.alfheim.store.Store;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.StorePath;
import io.alfheim.store.WritableStore;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies between stores on one server, which is asked through a line that counts the bytes. */
class ServerCopyTest {
  private static final StorePath FILE = new StorePath("sub 1/#a#/große.npy");
  private static final StorePath COPY = new StorePath("copy.npy");
  private static final byte[] LARGE = random(12 << 20);

  @TempDir
  Path folder;

  private S3Lab lab;
  private Meter meter;

  @BeforeEach
  void startTheServer() throws Exception {
    lab = new S3Lab(true);
    lab.client.createBucket(bucket -> bucket.bucket("archive"));
    meter = new Meter(lab.endpoint());
    Files.writeString(folder.resolve("secret"), S3Lab.SECRET);
  }

  @AfterEach
  void stopTheServer() throws IOException {
    meter.close();
    lab.close();
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  private Store store(String root, Map<String, String> more) throws IOException {
    StoreConfig plain = config(root);
    Map<String, String> options = new HashMap<>(plain.options());
    options.putAll(more);
    StoreConfig config = new StoreConfig(plain.name(), plain.uri(), options);
    return new S3StoreProvider().open(config);
  }

  private WritableStore open(String root, Map<String, String> more) throws IOException {
    return (WritableStore) store(root, more);
  }

  private static byte[] bytes(Content content) throws IOException {
    try (InputStream in = content.openStream()) {
      return in.readAllBytes();
    }
  }

  private static String md5(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
  }

  @Test
  void bytesStayOnTheServer() throws Exception {
    String md5 = md5(LARGE);
    try (WritableStore from = open("lab/Subjects", Map.of());
        WritableStore to = open("archive/2020", Map.of())) {
      lab.put("Subjects/" + FILE, LARGE);
      StorePath copy = new StorePath("copy/" + FILE);
      meter.bytes.set(0);
      assertThat(to.copyFrom(from, FILE, copy, one -> {
            assertThat(one.size()).isEqualTo(LARGE.length);
            assertThat(one.md5()).contains(md5);
          }))
          .isTrue();
      assertThat(meter.bytes.get()).isLessThan(50_000);
      assertThat(bytes(to.read(copy))).isEqualTo(LARGE);
      assertThat(meter.bytes.get()).isGreaterThan(LARGE.length);
    }
  }

  private StoreConfig config(String root) {
    return new StoreConfig(
        root.substring(0, 3),
        URI.create("s3://" + root),
        Map.of(
            "endpoint",
            meter.endpoint(),
            "accessKey",
            S3Lab.ACCESS,
            "secretKey",
            "$[file:" + folder.resolve("secret") + "]"));
  }

  private boolean copyInParts(S3Server server, long part) throws IOException {
    Bucket bucket = new Bucket("lab", StorePath.ROOT);
    PartThreads threads = new PartThreads();
    try {
      return new ServerCopy(server, threads, 1 << 20, part)
          .make(bucket.file(new StorePath("big.npy")), bucket.file(COPY));
    } finally {
      threads.close();
    }
  }

  @Test
  void aFileThatIsTooLargeAtOnceIsCopiedInParts() throws Exception {
    lab.put("big.npy", LARGE);
    S3Server server = new Connection(config("lab")).open();
    assertThat(copyInParts(server, 5 << 20)).isTrue();
    assertThat(meter.bytes.get()).isLessThan(50_000);
    try (S3Tree tree = new S3Tree(server, new Bucket("lab", StorePath.ROOT))) {
      assertThat(tree.find(COPY).orElseThrow().size()).isEqualTo(LARGE.length);
      assertThat(tree.find(COPY).orElseThrow().md5()).as("parts have no MD5").isEmpty();
      assertThat(tree.read(COPY, 0, S3Tree.TO_THE_END).readAllBytes()).isEqualTo(LARGE);
    }
  }

  @Test
  void aCopyInPartsThatFailsLeavesNoParts() throws Exception {
    lab.put("big.npy", LARGE);
    S3Server server = new Connection(config("lab")).open();
    assertThatThrownBy(() -> copyInParts(server, 1000 << 10))
        .as("parts smaller than a server takes")
        .isInstanceOf(IOException.class)
        .hasMessageContaining("EntityTooSmall");
    server.client().close();
    assertThat(lab.client.listMultipartUploads(all -> all.bucket("lab")).uploads())
        .isEmpty();
    assertThat(lab.client.listObjectsV2(all -> all.bucket("lab")).contents()).hasSize(1);
  }

  @Test
  void otherKeysOrAnotherServerAreNoWay() throws IOException {
    lab.put(FILE.value(), LARGE);
    Path secret = Files.writeString(folder.resolve("another"), S3Lab.SECRET);
    try (WritableStore from = open("lab", Map.of());
        WritableStore direct = open("archive", Map.of("endpoint", lab.endpoint()));
        WritableStore other = open("archive", Map.of("secretKey", "$[file:" + secret + "]"))) {
      for (WritableStore to : new WritableStore[] {direct, other}) {
        assertThat(to.copyFrom(from, FILE, FILE, copy -> {})).isFalse();
      }
    }
  }

  @Test
  void aStoreThatCanOnlyBeReadIsCopiedFromAllTheSame() throws IOException {
    lab.put(FILE.value(), LARGE);
    try (Store from = store("lab", Map.of("readOnly", "true"));
        WritableStore to = open("archive", Map.of())) {
      assertThat(from).isNotInstanceOf(WritableStore.class);
      assertThat(to.copyFrom(from, FILE, FILE, copy -> {})).isTrue();
      assertThatThrownBy(
              () -> to.copyFrom(from, new StorePath("gone"), new StorePath("b"), x -> {}))
          .isInstanceOf(NoSuchFileException.class)
          .hasMessageContaining("lab:gone");
    }
  }
}
