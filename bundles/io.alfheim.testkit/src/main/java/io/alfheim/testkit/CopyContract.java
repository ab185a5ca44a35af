/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.store.StoreEntry;
import io.alfheim.store.StorePath;
import io.alfheim.store.WritableStore;
import io.alfheim.store.WritableStore.Bytes;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a {@link WritableStore} must do that copies files by itself, and what one that does not. */
abstract class CopyContract extends StoreContract {
  static final StorePath FILE = new StorePath("sub/2020-01-02/001/alf/a.npy");

  final WritableStore empty() throws IOException {
    return writable(Map.of());
  }

  final WritableStore writable(Map<String, byte[]> tree) throws IOException {
    return (WritableStore)
        assertThat(over(tree)).isInstanceOf(WritableStore.class).actual();
  }

  final WritableStore holding(StorePath file, String text) throws IOException {
    return writable(Map.of(file.value(), text.getBytes(UTF_8)));
  }

  @Test
  void aCopyMadeByTheStoreIsCheckedAndWhole() throws IOException {
    StorePath copy = new StorePath("other/copy of #1#.npy");
    WritableStore store = empty();
    byte[] large = random(3 << 20);
    store.create(FILE, out -> out.write(large));
    boolean copied =
        store.copyFrom(store, FILE, copy, one -> assertThat(bytes(one)).isEqualTo(large));
    if (copied) {
      store.force(List.of(copy));
      assertThat(bytes(store.read(copy))).isEqualTo(large);
      assertThat(store.find(copy)).map(StoreEntry::size).contains((long) large.length);
      store.delete(FILE);
      assertThat(bytes(store.read(copy))).isEqualTo(large);
    } else {
      assertThat(paths(store.walk(StorePath.ROOT))).containsExactly(FILE.value());
    }
  }

  @Test
  void aCopyThatFailsItsCheckLeavesNothing() throws IOException {
    WritableStore store = holding(FILE, "old");
    IOException error = new IOException("out of ideas");
    boolean copied = false;
    try {
      copied = store.copyFrom(store, FILE, new StorePath("new/b.npy"), copy -> {
        throw error;
      });
    } catch (IOException e) {
      assertThat(e).isSameAs(error);
    }
    assertThat(copied).isFalse();
    assertThat(paths(store.walk(StorePath.ROOT))).containsExactly(FILE.value());
    assertThat(store.list(StorePath.ROOT).entries()).hasSize(1);
  }

  @Test
  void aCopyIsMadeOfWhatIsThereToWhereNothingIs() throws IOException {
    StorePath taken = new StorePath("taken.npy");
    WritableStore store = holding(FILE, "old");
    store.create(taken, text("mine"));
    refusesACopy(store, FILE, taken, FileAlreadyExistsException.class);
    refusesACopy(store, FILE, FILE, FileAlreadyExistsException.class);
    StorePath free = new StorePath("free/a.npy");
    refusesACopy(store, new StorePath("missing.npy"), free, NoSuchFileException.class);
    refusesACopy(store, FILE.parent(), free, IOException.class);
    refusesACopy(store, taken, FILE.resolve("below.npy"), IOException.class);
    assertThat(text(store, taken)).isEqualTo("mine");
    assertThat(text(store, FILE)).isEqualTo("old");
    assertThat(paths(store.walk(StorePath.ROOT))).containsExactly(FILE.value(), "taken.npy");
  }

  private static void refusesACopy(
      WritableStore store, StorePath file, StorePath copy, Class<? extends IOException> error)
      throws IOException {
    try {
      assertThat(store.copyFrom(store, file, copy, any -> {})).isFalse();
    } catch (IOException e) {
      assertThat(e)
          .isInstanceOf(error)
          .hasMessageContaining(store.name())
          .hasMessageEndingWith(".");
    }
  }

  static Bytes text(String text) {
    return out -> out.write(text.getBytes(UTF_8));
  }

  static String text(WritableStore store, StorePath file) throws IOException {
    return new String(bytes(store.read(file)), UTF_8);
  }
}
