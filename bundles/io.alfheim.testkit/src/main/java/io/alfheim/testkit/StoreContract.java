/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.alfheim.store.Content;
import io.alfheim.store.Listing;
import io.alfheim.store.Store;
import io.alfheim.store.StoreEntry;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Store} must do. */
public abstract class StoreContract {
  private static final int LARGE = 8 << 20;

  private @Nullable Store opened;

  /** For subclasses. */
  protected StoreContract() {}

  /**
   * Opens the store under test over a tree; called once in a test, and closed at its end.
   *
   * @param tree the files in it by their paths; never empty in this contract
   */
  protected abstract Store open(Map<String, byte[]> tree) throws IOException;

  /**
   * Whether this kind of store can have a file of that name; the test of a name it cannot have is
   * reported as skipped.
   */
  protected boolean canHave(String name) {
    return true;
  }

  @AfterEach
  final void closeTheStore() throws IOException {
    if (opened != null) {
      opened.close();
    }
  }

  final Store over(Map<String, byte[]> tree) throws IOException {
    opened = open(tree);
    return opened;
  }

  final Store over(String... paths) throws IOException {
    Map<String, byte[]> tree = new HashMap<>();
    for (String path : paths) {
      tree.put(path, path.getBytes(UTF_8));
    }
    return over(tree);
  }

  @Test
  void listShowsTheFilesAndFoldersOfOneFolder() throws IOException {
    Store store = over("lab/b.npy", "lab/a/deep/c.npy", "other/d.npy");
    Listing listing = store.list(new StorePath("lab"));
    assertThat(listing.entries())
        .extracting(e -> e.path().value())
        .containsExactly("lab/a", "lab/b.npy");
    assertThat(listing.entries()).extracting(StoreEntry::folder).containsExactly(true, false);
    assertThat(listing.entries()).extracting(StoreEntry::size).containsExactly(0L, 9L);
    assertThat(listing.problems()).isEmpty();
  }

  @Test
  void walkFindsAllFilesBelowAFolderSortedByPath() throws IOException {
    Store store = over("a/b.npy", "a-b.npy", "a/b/c/d.npy", "a.npy", "z/y.npy");
    assertThat(paths(store.walk(StorePath.ROOT)))
        .containsExactly("a-b.npy", "a.npy", "a/b.npy", "a/b/c/d.npy", "z/y.npy");
    assertThat(paths(store.walk(new StorePath("a")))).containsExactly("a/b.npy", "a/b/c/d.npy");
    assertThat(store.walk(StorePath.ROOT).entries()).noneMatch(StoreEntry::folder);
  }

  @Test
  void walkShowsTheSameFilesOneByOne() throws IOException {
    Store store = over("a/b.npy", "a-b.npy", "a/b/c/d.npy");
    List<StoreEntry> shown = new ArrayList<>();
    assertThat(store.walk(StorePath.ROOT, shown::add)).isEmpty();
    assertThat(shown)
        .containsExactlyInAnyOrderElementsOf(store.walk(StorePath.ROOT).entries());
    shown.clear();
    assertThat(store.walk(new StorePath("a/b"), shown::add)).isEmpty();
    assertThat(shown).extracting(file -> file.path().value()).containsExactly("a/b/c/d.npy");
    assertThatThrownBy(() -> store.walk(new StorePath("no/such"), shown::add))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void findSaysOfAFileWhatTheListingSays() throws IOException {
    Store store = over("a/b.npy");
    for (StoreEntry entry : store.list(new StorePath("a")).entries()) {
      assertThat(store.find(entry.path())).contains(entry);
    }
    assertThat(store.walk(StorePath.ROOT)).isEqualTo(store.list(new StorePath("a")));
  }

  @Test
  void findKnowsFoldersAndTheRoot() throws IOException {
    Store store = over("a/b/c.npy");
    assertThat(store.find(new StorePath("a/b"))).contains(StoreEntry.folder(new StorePath("a/b")));
    assertThat(store.find(StorePath.ROOT)).contains(StoreEntry.folder(StorePath.ROOT));
  }

  @Test
  void findOfNothingIsEmpty() throws IOException {
    Store store = over("a/b.npy");
    assertThat(store.find(new StorePath("c"))).isEmpty();
    assertThat(store.find(new StorePath("a/c.npy"))).isEmpty();
    assertThat(store.find(new StorePath("no/such/folder"))).isEmpty();
    assertThat(store.find(new StorePath("a/b.npy/c"))).isEmpty();
    assertThat(store.find(new StorePath("a/b"))).as("the beginning of a name").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing", "no/such/folder", "a/b.npy", "a/b.npy/c", "a/b"})
  void whatIsNoFolderIsNotListed(String path) throws IOException {
    Store store = over("a/b.npy");
    for (ThrowingCallable listing : List.<ThrowingCallable>of(
        () -> store.list(new StorePath(path)), () -> store.walk(new StorePath(path)))) {
      assertThatThrownBy(listing)
          .isInstanceOf(NoSuchFileException.class)
          .hasMessageContaining(store.name() + ":" + path)
          .hasMessageEndingWith(".");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing.npy", "no/such/folder.npy", "a/b.npy/c"})
  void aMissingFileIsNotRead(String path) throws IOException {
    Store store = over("a/b.npy");
    StorePath file = new StorePath(path);
    for (ThrowingCallable reading : List.<ThrowingCallable>of(
        () -> store.read(file).openStream(),
        () -> store.read(file).openChannel(),
        () -> store.read(file).size())) {
      assertThatThrownBy(reading)
          .isInstanceOf(NoSuchFileException.class)
          .hasMessageContaining(store.name() + ":" + path);
    }
  }

  @Test
  void aFolderIsNotRead() throws IOException {
    Store store = over("a/b.npy");
    StorePath folder = new StorePath("a");
    assertThatThrownBy(() -> store.read(folder).openStream()).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> store.read(folder).openChannel()).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> store.read(folder).size()).isInstanceOf(IOException.class);
  }

  @Test
  void contentIsReadAsOftenAsOneLikes() throws IOException {
    Content content = over("a.npy").read(new StorePath("a.npy"));
    assertThat(content.size()).isEqualTo(5);
    for (int i = 0; i < 3; i++) {
      assertThat(bytes(content)).asString(UTF_8).isEqualTo("a.npy");
    }
  }

  @Test
  void anEmptyFileHasNoBytes() throws IOException {
    Content content = over(Map.of("empty.npy", new byte[0])).read(new StorePath("empty.npy"));
    assertThat(content.size()).isZero();
    assertThat(bytes(content)).isEmpty();
    try (SeekableByteChannel channel = content.openChannel()) {
      assertThat(channel.size()).isZero();
      assertThat(channel.read(ByteBuffer.allocate(1))).isEqualTo(-1);
    }
  }

  @Test
  void aLargeFileIsReadWhole() throws IOException {
    byte[] large = random(LARGE);
    Content content = over(Map.of("large.npy", large)).read(new StorePath("large.npy"));
    assertThat(content.size()).isEqualTo(LARGE);
    assertThat(bytes(content)).isEqualTo(large);
  }

  @Test
  void aChannelReadsAnyRange() throws IOException {
    byte[] large = random(LARGE);
    Content content = over(Map.of("large.npy", large)).read(new StorePath("large.npy"));
    Random random = new Random(7);
    try (SeekableByteChannel channel = content.openChannel()) {
      assertThat(channel.size()).isEqualTo(LARGE);
      for (int i = 0; i < 50; i++) {
        int from = random.nextInt(LARGE);
        int length = Math.min(random.nextInt(100_000), LARGE - from);
        assertThat(range(channel, from, length)).isEqualTo(ByteBuffer.wrap(large, from, length));
        assertThat(channel.position()).isEqualTo((long) from + length);
      }
    }
  }

  @Test
  void aChannelEndsWhereTheFileEnds() throws IOException {
    Content content = over("0123456789").read(new StorePath("0123456789"));
    try (SeekableByteChannel channel = content.openChannel()) {
      channel.position(8);
      ByteBuffer buffer = ByteBuffer.allocate(10);
      while (channel.read(buffer) >= 0) {
        assertThat(buffer.position()).isLessThanOrEqualTo(2);
      }
      assertThat(buffer.flip()).isEqualTo(ByteBuffer.wrap("89".getBytes(UTF_8)));
      channel.position(1000);
      assertThat(channel.read(ByteBuffer.allocate(1))).isEqualTo(-1);
      channel.position(0);
      assertThat(channel.read(ByteBuffer.allocate(1))).isEqualTo(1);
    }
  }

  @Test
  void aChannelIsForReadingOnly() throws IOException {
    SeekableByteChannel channel = over("a.npy").read(new StorePath("a.npy")).openChannel();
    try (channel) {
      assertThatThrownBy(() -> channel.write(ByteBuffer.allocate(1)))
          .isInstanceOf(NonWritableChannelException.class);
      assertThatThrownBy(() -> channel.truncate(0)).isInstanceOf(NonWritableChannelException.class);
    }
    assertThat(channel.isOpen()).isFalse();
    assertThatThrownBy(() -> channel.read(ByteBuffer.allocate(1))).isInstanceOf(IOException.class);
  }

  @Test
  void theLocalFileOfAContentHasTheSameBytes() throws IOException {
    Content content = over("a.npy").read(new StorePath("a.npy"));
    content.file().ifPresent(file -> assertThat(file).hasBinaryContent("a.npy".getBytes(UTF_8)));
    assertThat(bytes(content)).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "with space.npy",
        " both ends ",
        "hash#1#.npy",
        "#2021-01-01#/a.npy",
        "_ibl_trials.table.pqt",
        "100%.npy",
        "%20%2F%23.npy",
        "a+b&c=d;e,f.npy",
        "quote'\"`.npy",
        "(round) [square] {curly} <angle>.npy",
        "größe/σ/尺.npy",
        "emoji-🧠.npy",
        ".hidden/.file",
        "...",
        "a..b",
        "c:d.npy",
        "file:e.npy",
        "~tilde.npy",
        "$HOME.npy",
        "star*.npy",
        "bang!.npy",
        "pipe|at@.npy"
      })
  void oddNamesAreListedFoundAndRead(String name) throws IOException {
    assumeThat(canHave(name)).as("can have a file '" + name + "'").isTrue();
    Store store = over(name, "plain.npy");
    StorePath path = new StorePath(name);
    assertThat(paths(store.walk(StorePath.ROOT))).containsExactlyInAnyOrder(name, "plain.npy");
    assertThat(store.find(path)).hasValueSatisfying(e -> assertThat(e.path()).isEqualTo(path));
    assertThat(bytes(store.read(path))).asString(UTF_8).isEqualTo(name);
  }

  @Test
  void manyThreadsReadAtOnce() throws Exception {
    byte[] large = random(1 << 18);
    Store store = over(Map.of("a/large.npy", large, "a/small.npy", new byte[3]));
    Content shared = store.read(new StorePath("a/large.npy"));
    Threads.<Integer>together(i -> () -> {
      for (int j = 0; j < 10; j++) {
        assertThat(store.walk(StorePath.ROOT).entries()).hasSize(2);
        assertThat(bytes(shared)).isEqualTo(large);
        try (SeekableByteChannel channel = shared.openChannel()) {
          assertThat(range(channel, i * 1000, 1000))
              .isEqualTo(ByteBuffer.wrap(large, i * 1000, 1000));
        }
      }
      return i;
    });
  }

  @Test
  void anInterruptedThreadIsCancelledAndStaysInterrupted() throws IOException {
    Store store = over("a/b.npy");
    for (ThrowingCallable call : looks(store)) {
      Thread.currentThread().interrupt();
      try {
        assertThatThrownBy(call).isInstanceOf(CancellationException.class);
      } finally {
        assertThat(Thread.interrupted()).isTrue();
      }
    }
  }

  @Test
  void aClosedStoreSaysSo() throws IOException {
    Store store = over("a/b.npy");
    String name = store.name();
    String root = store.root();
    store.close();
    for (ThrowingCallable call : looks(store)) {
      assertThatThrownBy(call).isInstanceOf(IOException.class).hasMessageContaining("closed");
    }
    assertThat(store.name()).isEqualTo(name);
    assertThat(store.root()).isEqualTo(root);
    store.close();
  }

  private static List<ThrowingCallable> looks(Store store) {
    return List.of(
        () -> store.list(StorePath.ROOT),
        () -> store.walk(StorePath.ROOT),
        () -> store.find(new StorePath("a/b.npy")),
        () -> store.read(new StorePath("a/b.npy")).openStream());
  }

  static List<String> paths(Listing listing) {
    assertThat(listing.problems()).isEmpty();
    return listing.entries().stream().map(e -> e.path().value()).toList();
  }

  static byte[] bytes(Content content) throws IOException {
    try (InputStream in = content.openStream()) {
      return in.readAllBytes();
    }
  }

  static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  private static ByteBuffer range(SeekableByteChannel channel, int from, int length)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    channel.position(from);
    while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
      assertThat(channel.position()).isEqualTo((long) from + buffer.position());
    }
    return buffer.flip();
  }
}
