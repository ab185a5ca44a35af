/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.vfs.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.store.StoreConfig;
import io.alfheim.store.StorePath;
import io.alfheim.store.WritableStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that are replaced by threads that are interrupted, or over a wire that breaks. */
class InterruptedReplaceTest {
  private static final StorePath FILE = new StorePath("a.npy");

  /** How the answer to a renaming gets lost. */
  private enum Fault {
    INTERRUPTED_BEFORE,
    INTERRUPTED_AFTER,
    CUT_AFTER
  }

  /** Files in memory. */
  private static final class Memory implements FolderTree {
    private final Map<StorePath, byte[]> files = new TreeMap<>();
    private Fault fault = Fault.CUT_AFTER;
    private int renamesToGo = -1;

    /** As a server whom an interrupted thread does not wait for. */
    private static void check() throws IOException {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedIOException("Interrupted.");
      }
    }

    @Override
    public Optional<RemoteEntry> find(StorePath path) throws IOException {
      check();
      return path.isRoot()
          ? Optional.of(RemoteEntry.FOLDER)
          : Optional.ofNullable(files.get(path)).map(bytes -> RemoteEntry.file(bytes.length, 0));
    }

    @Override
    public Map<String, RemoteEntry> list(StorePath folder) throws IOException {
      check();
      Map<String, RemoteEntry> entries = new TreeMap<>();
      files.forEach((path, bytes) -> entries.put(path.name(), RemoteEntry.file(bytes.length, 0)));
      return entries;
    }

    @Override
    public InputStream read(StorePath file, long from, long length) throws IOException {
      check();
      return new ByteArrayInputStream(there(files.get(file), file));
    }

    private static byte[] there(byte @Nullable [] bytes, StorePath file) throws IOException {
      if (bytes == null) {
        throw new NoSuchFileException(file.value());
      }
      return bytes;
    }

    @Override
    public OutputStream write(StorePath file) throws IOException {
      check();
      return new ByteArrayOutputStream() {
        @Override
        public void close() {
          files.put(file, toByteArray());
        }
      };
    }

    @Override
    public void rename(StorePath from, StorePath to) throws IOException {
      check();
      boolean fails = renamesToGo-- == 0;
      if (fails && fault == Fault.INTERRUPTED_BEFORE) {
        Thread.currentThread().interrupt();
      }
      check();
      files.put(to, there(files.remove(from), from));
      if (fails && fault == Fault.INTERRUPTED_AFTER) {
        Thread.currentThread().interrupt();
      }
      check();
      if (fails) {
        throw new IOException("The wire was cut.");
      }
    }

    @Override
    public void delete(StorePath file) throws IOException {
      check();
      there(files.remove(file), file);
    }

    @Override
    public void makeFolder(StorePath folder) throws IOException {
      throw new IOException("Not needed here.");
    }

    @Override
    public void deleteFolder(StorePath folder) throws IOException {
      throw new IOException("Not needed here.");
    }

    @Override
    public void close() {}
  }

  private final Memory tree = new Memory();
  private WritableStore store;

  @BeforeEach
  void oneFile() throws IOException {
    store = (WritableStore)
        new RemoteStoreProvider() {
          @Override
          protected RemoteTree connect(StoreConfig config) {
            return tree;
          }
        }.open(new StoreConfig("far", URI.create("memory://host/"), Map.of()));
    store.create(FILE, out -> out.write(1));
  }

  @AfterEach
  void close() throws IOException {
    store.close();
  }

  private void replaceWith(Fault fault, int renames) {
    tree.fault = fault;
    tree.renamesToGo = renames;
    Class<?> error = fault == Fault.CUT_AFTER ? IOException.class : CancellationException.class;
    assertThatThrownBy(() -> store.replace(FILE, out -> out.write(2))).isInstanceOf(error);
    assertThat(Thread.interrupted()).isEqualTo(fault != Fault.CUT_AFTER);
  }

  private void assertOnlyFileIs(int content) {
    assertThat(tree.files.keySet()).as("also without hidden files").containsExactly(FILE);
    assertThat(tree.files.get(FILE)).containsExactly(content);
  }

  @Test
  void whatHadSteppedAsideComesBack() {
    for (Fault fault : Fault.values()) {
      replaceWith(fault, 0);
      assertOnlyFileIs(1);
    }
  }

  @Test
  void whatCannotBeReplacedComesBack() {
    replaceWith(Fault.INTERRUPTED_BEFORE, 1);
    assertOnlyFileIs(1);
  }

  @Test
  void whatWasReplacedBeforeTheAnswerWasLostStaysReplaced() {
    replaceWith(Fault.INTERRUPTED_AFTER, 1);
    assertOnlyFileIs(2);
    replaceWith(Fault.CUT_AFTER, 1);
    assertOnlyFileIs(2);
  }
}
