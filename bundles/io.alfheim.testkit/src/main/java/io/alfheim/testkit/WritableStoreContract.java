/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.store.StoreEntry;
import io.alfheim.store.StorePath;
import io.alfheim.store.WritableStore;
import io.alfheim.store.WritableStore.Bytes;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What every {@link WritableStore} must do. */
public abstract class WritableStoreContract extends CopyContract {
  /** For subclasses. */
  protected WritableStoreContract() {}

  /** Puts a file, new or not, into the tree of the store opened last, behind its back. */
  protected abstract void put(String path, byte[] bytes) throws IOException;

  /** Removes a file from the tree of the store opened last, behind its back. */
  protected abstract void remove(String path) throws IOException;

  @Test
  void anEmptyStoreHasNothing() throws IOException {
    WritableStore store = empty();
    assertThat(store.list(StorePath.ROOT).entries()).isEmpty();
    assertThat(paths(store.walk(StorePath.ROOT))).isEmpty();
  }

  @Test
  void aCreatedFileIsThere() throws IOException {
    WritableStore store = empty();
    store.create(FILE, text("hello"));
    assertThat(text(store, FILE)).isEqualTo("hello");
    assertThat(store.find(FILE)).map(StoreEntry::size).contains(5L);
    assertThat(paths(store.walk(StorePath.ROOT))).containsExactly(FILE.value());
    assertThat(store.find(FILE.parent())).map(StoreEntry::folder).contains(true);
  }

  @Test
  void filesMayBeEmptyOrLarge() throws IOException {
    WritableStore store = empty();
    byte[] large = random(8 << 20);
    store.create(new StorePath("empty.npy"), out -> {});
    store.create(new StorePath("large.npy"), out -> out.write(large));
    store.replace(new StorePath("large-too.npy"), pieces(large));
    assertThat(bytes(store.read(new StorePath("empty.npy")))).isEmpty();
    assertThat(bytes(store.read(new StorePath("large.npy")))).isEqualTo(large);
    assertThat(bytes(store.read(new StorePath("large-too.npy")))).isEqualTo(large);
  }

  @Test
  void createKeepsWhatIsThere() throws IOException {
    WritableStore store = holding(FILE, "old");
    assertThatThrownBy(() -> store.create(FILE, text("new")))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContaining(store.name() + ":" + FILE)
        .hasMessageEndingWith(".");
    assertThat(text(store, FILE)).isEqualTo("old");
    assertThatThrownBy(() -> store.create(FILE.parent(), text("new")))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(paths(store.walk(StorePath.ROOT))).containsExactly(FILE.value());
  }

  @Test
  void replaceWritesNewFilesAndOverOldOnesButNotOverFolders() throws IOException {
    WritableStore store = empty();
    store.replace(FILE, text("first"));
    assertThat(text(store, FILE)).isEqualTo("first");
    store.replace(FILE, text("second, longer"));
    assertThat(text(store, FILE)).isEqualTo("second, longer");
    store.replace(FILE, text("3rd"));
    assertThat(text(store, FILE)).isEqualTo("3rd");
    assertThatThrownBy(() -> store.replace(FILE.parent(), text("x")))
        .isInstanceOf(IOException.class);
    assertThat(paths(store.walk(StorePath.ROOT))).containsExactly(FILE.value());
  }

  @Test
  void aFileThatGetsAnotherTimeKeepsItsBytes() throws IOException {
    WritableStore store = holding(FILE, "old");
    Instant then = Instant.parse("2020-01-02T03:04:05Z");
    if (store.setModified(FILE, then)) {
      assertThat(store.find(FILE)).map(StoreEntry::modified).contains(then.toEpochMilli());
      assertThatThrownBy(() -> store.setModified(new StorePath("sub/missing.npy"), then))
          .isInstanceOf(NoSuchFileException.class)
          .hasMessageContaining(store.name() + ":sub/missing.npy");
    }
    assertThat(text(store, FILE)).isEqualTo("old");
    assertThat(paths(store.walk(StorePath.ROOT))).containsExactly(FILE.value());
  }

  @Test
  void aFileBelowAFileIsRefused() throws IOException {
    WritableStore store = holding(FILE, "old");
    assertThatThrownBy(() -> store.create(FILE.resolve("below.npy"), text("x")))
        .isInstanceOf(IOException.class);
    assertThat(paths(store.walk(StorePath.ROOT))).containsExactly(FILE.value());
    assertThat(text(store, FILE)).isEqualTo("old");
  }

  @Test
  void anErrorOfTheWriterIsPassedOnAndLeavesNothing() throws IOException {
    WritableStore store = empty();
    IOException checked = new IOException("out of ideas");
    IllegalStateException unchecked = new IllegalStateException("out of luck");
    assertThatThrownBy(() -> store.create(FILE, failing(checked))).isSameAs(checked);
    assertThatThrownBy(() -> store.replace(FILE, failing(checked))).isSameAs(checked);
    assertThatThrownBy(() -> store.create(FILE, out -> {
          out.write(1);
          throw unchecked;
        }))
        .isSameAs(unchecked);
    assertThat(store.list(StorePath.ROOT).entries()).isEmpty();
  }

  @Test
  void anErrorOfTheWriterKeepsWhatWasToBeReplaced() throws IOException {
    WritableStore store = holding(FILE, "old");
    IOException error = new IOException("out of ideas");
    assertThatThrownBy(() -> store.replace(FILE, failing(error))).isSameAs(error);
    assertThat(text(store, FILE)).isEqualTo("old");
    assertThat(paths(store.walk(StorePath.ROOT))).containsExactly(FILE.value());
  }

  @Test
  void aFileAppearsWhenItIsWhole() throws IOException {
    WritableStore store = holding(new StorePath("old.npy"), "old");
    store.create(FILE, out -> {
      out.write(random(100_000));
      out.flush();
      assertThat(store.find(FILE)).isEmpty();
      assertThat(paths(store.walk(StorePath.ROOT))).containsExactly("old.npy");
    });
    store.replace(new StorePath("old.npy"), out -> {
      out.write(random(100_000));
      out.flush();
      assertThat(text(store, new StorePath("old.npy"))).isEqualTo("old");
      assertThat(store.list(StorePath.ROOT).entries()).hasSize(2);
    });
    assertThat(paths(store.walk(StorePath.ROOT))).containsExactly("old.npy", FILE.value());
  }

  @Test
  void aWriterMayCloseTheStream() throws IOException {
    WritableStore store = empty();
    store.create(FILE, out -> {
      out.write("hello".getBytes(UTF_8));
      out.close();
    });
    assertThat(text(store, FILE)).isEqualTo("hello");
  }

  @Test
  void anInterruptedWriterIsCancelledAndLeavesNothing() throws IOException {
    WritableStore store = empty();
    try {
      assertThatThrownBy(() -> store.create(FILE, out -> {
            out.write(random(100_000));
            Thread.currentThread().interrupt();
            out.write(random(100_000));
          }))
          .isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(store.list(StorePath.ROOT).entries()).isEmpty();
  }

  @Test
  void aVeryLongNameIsEitherWrittenOrRefusedWhole() throws IOException {
    WritableStore store = empty();
    StorePath file = new StorePath("new/" + "x".repeat(300) + ".npy");
    IOException refusal = null;
    try {
      store.create(file, text("hello"));
    } catch (IOException e) {
      refusal = e;
    }
    if (refusal == null) {
      assertThat(text(store, file)).isEqualTo("hello");
    } else {
      assertThat(refusal).hasMessageContaining(file.value()).hasMessageEndingWith(".");
      assertThat(store.list(StorePath.ROOT).entries()).isEmpty();
    }
  }

  @Test
  void oddNamesCanBeWritten() throws IOException {
    WritableStore store = empty();
    List<String> names = List.of("a b/#1#/c%20.npy", "größe/尺.npy", "c:d.npy", "+&=.npy");
    for (String name : names) {
      store.create(new StorePath(name), text(name));
      assertThat(text(store, new StorePath(name))).isEqualTo(name);
    }
    assertThat(paths(store.walk(StorePath.ROOT))).containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void deleteTakesTheFileAndTheFoldersLeftEmpty() throws IOException {
    WritableStore store = holding(FILE, "1");
    StorePath sibling = new StorePath("sub/2020-01-03/b.npy");
    store.create(sibling, text("2"));
    store.delete(FILE);
    assertThat(store.find(FILE)).isEmpty();
    assertThat(store.list(new StorePath("sub")).entries())
        .containsExactly(StoreEntry.folder(sibling.parent()));
    store.delete(sibling);
    assertThat(store.list(StorePath.ROOT).entries()).isEmpty();
    assertThat(paths(store.walk(StorePath.ROOT))).isEmpty();
    store.create(FILE, text("again"));
    assertThat(text(store, FILE)).isEqualTo("again");
  }

  @Test
  void deleteTakesNeitherFoldersNorWhatIsNotThere() throws IOException {
    WritableStore store = holding(FILE, "1");
    assertThatThrownBy(() -> store.delete(new StorePath("sub/missing.npy")))
        .isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> store.delete(new StorePath("no/such/folder.npy")))
        .isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> store.delete(FILE.parent())).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> store.delete(StorePath.ROOT)).isInstanceOf(IOException.class);
    assertThat(paths(store.walk(StorePath.ROOT))).containsExactly(FILE.value());
  }

  @Test
  void whatOthersChangeIsSeenAtOnce() throws IOException {
    WritableStore store = holding(FILE, "old");
    assertThat(text(store, FILE)).isEqualTo("old");
    put(FILE.value(), "newer".getBytes(UTF_8));
    assertThat(text(store, FILE)).isEqualTo("newer");
    assertThat(store.find(FILE)).map(StoreEntry::size).contains(5L);
    put("other/b.npy", new byte[1]);
    assertThat(paths(store.walk(StorePath.ROOT))).containsExactly("other/b.npy", FILE.value());
    remove(FILE.value());
    assertThat(store.find(FILE)).isEmpty();
    assertThat(paths(store.walk(StorePath.ROOT))).containsExactly("other/b.npy");
  }

  @Test
  void ofManyThatCreateOneFileOneSucceeds() throws Exception {
    WritableStore store = empty();
    for (int round = 0; round < 10; round++) {
      StorePath file = new StorePath("round" + round + "/a.npy");
      List<Boolean> winners = Threads.together(i -> () -> {
        try {
          store.create(file, pieces(version(i)));
          return true;
        } catch (FileAlreadyExistsException e) {
          return false;
        }
      });
      assertThat(winners).containsOnlyOnce(true);
      assertThat(bytes(store.read(file))).isEqualTo(version(winners.indexOf(true)));
    }
    assertThat(paths(store.walk(StorePath.ROOT))).hasSize(10);
  }

  @Test
  void manyThreadsWriteTheirOwnFiles() throws Exception {
    WritableStore store = empty();
    Threads.<Integer>together(i -> () -> {
      for (int j = 0; j < 10; j++) {
        StorePath file = new StorePath("folder" + j + "/" + i + ".npy");
        store.create(file, pieces(version(i)));
        assertThat(bytes(store.read(file))).isEqualTo(version(i));
      }
      return i;
    });
    assertThat(paths(store.walk(StorePath.ROOT))).hasSize(10 * Threads.COUNT);
  }

  @Test
  void readersSeeOneVersionOrTheOtherWhileAFileIsReplaced() throws Exception {
    WritableStore store = writable(Map.of(FILE.value(), version(0)));
    AtomicBoolean writing = new AtomicBoolean(true);
    Threads.<Integer>together(i -> () -> {
      for (int j = 0; i == 0 && j < 50; j++) {
        store.replace(FILE, pieces(version(j % 5)));
      }
      writing.compareAndSet(i == 0, false);
      do {
        byte[] seen = bytes(store.read(FILE));
        assertThat(seen).isEqualTo(version(seen[0]));
        assertThat(store.find(FILE)).isPresent();
        assertThat(paths(store.walk(StorePath.ROOT))).containsExactly(FILE.value());
      } while (writing.get());
      return i;
    });
  }

  @Test
  void aClosedStoreIsNotWritten() throws IOException {
    WritableStore store = holding(FILE, "old");
    store.close();
    for (ThrowingCallable call : List.<ThrowingCallable>of(
        () -> store.create(new StorePath("b.npy"), text("x")),
        () -> store.replace(FILE, text("x")),
        () -> store.delete(FILE))) {
      assertThatThrownBy(call).isInstanceOf(IOException.class).hasMessageContaining("closed");
    }
  }

  /** Bytes that tell their version, and a torn file from a whole one. */
  private static byte[] version(int number) {
    byte[] bytes = new byte[50_000 + 1000 * number];
    Arrays.fill(bytes, (byte) number);
    return bytes;
  }

  /** Written in pieces of odd length. */
  private static Bytes pieces(byte[] bytes) {
    return out -> {
      for (int from = 0; from < bytes.length; from += 7_777) {
        out.write(bytes, from, Math.min(7_777, bytes.length - from));
      }
    };
  }

  private static Bytes failing(IOException error) {
    return out -> {
      out.write(random(1 << 20));
      throw error;
    };
  }
}
