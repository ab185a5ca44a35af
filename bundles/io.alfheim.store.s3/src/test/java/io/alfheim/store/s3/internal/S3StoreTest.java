/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.s3.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.alfheim.store.Listing;
import io.alfheim.store.Store;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.StoreEntry;
import io.alfheim.store.StorePath;
import io.alfheim.store.WritableStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3StoreTest {
  @TempDir
  private static Path folder;

  private static S3Lab lab;

  @BeforeAll
  static void startTheServer() throws Exception {
    lab = new S3Lab(true);
  }

  @AfterAll
  static void stopTheServer() {
    lab.close();
  }

  private static String secret(String text) throws IOException {
    Path file = Files.createTempFile(folder, "secret", "");
    return "$[file:" + Files.writeString(file, text) + "]";
  }

  private static Map<String, String> options(String... pairs) throws IOException {
    Map<String, String> options = new HashMap<>(Map.of(
        "endpoint", lab.endpoint(),
        "accessKey", S3Lab.ACCESS,
        "secretKey", secret(S3Lab.SECRET)));
    for (int i = 0; i < pairs.length; i += 2) {
      options.put(pairs[i], pairs[i + 1]);
    }
    return options;
  }

  private static Store open(String uri, Map<String, String> options) throws IOException {
    return new S3StoreProvider().open(new StoreConfig("far", URI.create(uri), options));
  }

  @Test
  void moreFilesThanFitOnAPageAreListed() throws IOException {
    IntStream.range(0, 1203)
        .parallel()
        .forEach(i -> lab.put("many/%04d.npy".formatted(i), new byte[1]));
    try (Store store = open("s3://lab/many", options())) {
      assertThat(store.walk(StorePath.ROOT).entries()).hasSize(1203);
      assertThat(store.list(StorePath.ROOT).entries())
          .hasSize(1203)
          .first()
          .extracting(StoreEntry::size)
          .isEqualTo(1L);
    }
  }

  @Test
  void partsOfTwoFilesAreNotMixed() throws IOException {
    byte[] other = new byte[1 << 20];
    other[other.length - 1] = 7;
    lab.put("change/a.npy", new byte[other.length]);
    StorePath file = new StorePath("a.npy");
    try (Store store = open("s3://lab/change", options());
        SeekableByteChannel channel = store.read(file).openChannel()) {
      channel.read(ByteBuffer.allocate(10));
      channel.position(other.length / 2).read(ByteBuffer.allocate(10));
      lab.put("change/a.npy", other);
      assertThatThrownBy(() -> channel.position(other.length - 1).read(ByteBuffer.allocate(1)))
          .hasMessageStartingWith("far:a.npy: The server '" + lab.endpoint() + "' answers with")
          .hasMessageEndingWith("The file has changed while it was read. Read it again.");
      try (SeekableByteChannel again = store.read(file).openChannel()) {
        ByteBuffer last = ByteBuffer.allocate(1);
        again.position(other.length - 1).read(last);
        assertThat(last.get(0)).isEqualTo((byte) 7);
      }
    }
  }

  @Test
  void whatMarksAFolderIsNoFile() throws IOException {
    lab.put("marked/", new byte[0]);
    lab.put("marked/a.npy", new byte[1]);
    try (Store store = open("s3://lab/marked", options())) {
      for (Listing all : new Listing[] {store.walk(StorePath.ROOT), store.list(StorePath.ROOT)}) {
        assertThat(all.entries()).extracting(e -> e.path().value()).containsExactly("a.npy");
        assertThat(all.problems()).isEmpty();
      }
    }
  }

  @Test
  void aLargeFileGoesInParts() throws IOException {
    byte[] bytes = new byte[(20 << 20) + 1];
    bytes[10 << 20] = 7;
    StorePath file = new StorePath("large.npy");
    try (WritableStore store = (WritableStore) open("s3://lab/parts", options())) {
      store.create(file, out -> out.write(bytes));
      assertThat(store.read(file).openStream()).hasBinaryContent(bytes);
    }
    String tag = lab.client
        .headObject(ask -> ask.bucket(S3Lab.BUCKET).key("parts/large.npy"))
        .eTag();
    assertThat(tag).contains("-3");
  }

  @Test
  void aLargeFileThatIsNotWholeLeavesNoParts() throws IOException {
    IOException error = new IOException("out of ideas");
    try (WritableStore store = (WritableStore) open("s3://lab/aborted", options())) {
      assertThatThrownBy(() -> store.create(new StorePath("large.npy"), out -> {
            out.write(new byte[20 << 20]);
            throw error;
          }))
          .isSameAs(error);
      assertThat(store.walk(StorePath.ROOT).entries()).isEmpty();
    }
    assertThat(lab.client
            .listMultipartUploads(list -> list.bucket(S3Lab.BUCKET).prefix("aborted/"))
            .uploads())
        .isEmpty();
  }

  @Test
  void emptyFilesAreWrittenAtTheFirstAttempt() throws IOException {
    try (WritableStore store =
        (WritableStore) open("s3://lab/empty", options("retries", "0", "timeout", "60"))) {
      for (int i = 0; i < 50; i++) {
        store.create(new StorePath("empty" + i + ".npy"), out -> {});
      }
      assertThat(store.walk(StorePath.ROOT).entries())
          .hasSize(50)
          .allSatisfy(file -> assertThat(file.size()).isZero());
    }
  }

  @Test
  void checksumsMayBeLeftOut() throws IOException {
    StorePath file = new StorePath("a.npy");
    Map<String, String> options = options("checksums", "false");
    try (WritableStore store = (WritableStore) open("s3://lab/unchecked", options)) {
      store.create(file, out -> out.write(new byte[1000]));
      assertThat(store.read(file).openStream()).hasBinaryContent(new byte[1000]);
    }
  }

  @Test
  void aMarkerOfAFolderIsNoFile() throws IOException {
    lab.put("odd/a.npy", new byte[1]);
    lab.put("odd/marker/", new byte[0]);
    try (Store store = open("s3://lab/odd", options())) {
      Listing listing = store.walk(StorePath.ROOT);
      assertThat(listing.entries()).extracting(e -> e.path().value()).containsExactly("a.npy");
      assertThat(listing.problems()).isEmpty();
    }
  }

  @Test
  void aPublicBucketNeedsNoKeys() throws Exception {
    try (S3Lab open = new S3Lab(false)) {
      open.put("a.npy", new byte[3]);
      Map<String, String> nobody = Map.of("endpoint", open.endpoint(), "anonymous", "true");
      try (Store store = open("s3://lab", nobody)) {
        assertThat(store.walk(StorePath.ROOT).entries()).hasSize(1);
        assertThat(store.root()).isEqualTo("s3://lab");
      }
    }
    assertThatThrownBy(
            () -> open("s3://lab", Map.of("endpoint", lab.endpoint(), "anonymous", "true")))
        .hasMessageContaining("refuses that");
  }

  @Test
  void aWrongKeyIsToldWithoutIt() throws IOException {
    Map<String, String> wrong = options("secretKey", secret("hush-wrong"));
    Throwable error = catchThrowable(() -> open("s3://lab", wrong));
    assertThat(error)
        .hasMessageContaining("Store 'far' cannot be opened at 's3://lab'")
        .hasMessageContaining("refuses that (SignatureDoesNotMatch). Check the options accessKey");
    StringWriter trace = new StringWriter();
    error.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString()).doesNotContain("hush");
  }

  @Test
  void aMissingBucketIsNamed() throws IOException {
    Map<String, String> options = options();
    assertThatThrownBy(() -> open("s3://no-such-bucket/x", options))
        .hasMessage("Store 'far' cannot be opened at 's3://no-such-bucket/x': The server '"
            + lab.endpoint()
            + "' has no such bucket. Make it, or correct the root of the store.");
  }

  @Test
  void halfAKeyIsRefused() throws IOException {
    assertThatThrownBy(() -> open("s3://lab", Map.of("accessKey", "reader")))
        .hasMessage("Store 'far' has one of accessKey and secretKey."
            + " Give both, or none to look for them as AWS does.");
    assertThatThrownBy(() -> open("s3://lab", Map.of("accessKey", "a", "secretKey", "hush")))
        .hasMessageContaining("is a secret written out")
        .hasMessageNotContaining("hush");
  }

  @Test
  void keysThatWouldBeIgnoredAreRefused() {
    assertThatThrownBy(() -> open("s3://lab", Map.of("anonymous", "true", "profile", "lab")))
        .hasMessageContaining("more than one of accessKey, profile and anonymous = true");
    assertThatThrownBy(() -> open("s3://lab", Map.of("sessionToken", "$[env:PATH]")))
        .hasMessageContaining("has a sessionToken but no accessKey");
    assertThatThrownBy(() -> open("s3://lab/a#2020", Map.of()))
        .hasMessageContaining("The root of store 'far' ends at a '?' or '#'");
  }

  @Test
  void anAddressThatIsNoneIsRefused() {
    assertThatThrownBy(() -> open("s3://lab", Map.of("endpoint", "localhost:9000")))
        .hasMessageStartingWith("Option 'endpoint' of store 'far' is not the address of a server.");
    assertThatThrownBy(() -> open("s3:///lab", Map.of())).hasMessageContaining("names no bucket");
  }
}
