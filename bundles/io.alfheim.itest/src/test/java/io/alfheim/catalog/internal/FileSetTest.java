/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.alf.DatasetPath;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.StorePath;
import io.alfheim.store.WritableStore;
import io.alfheim.store.internal.FileStoreProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many files in one store, which has few channels. */
class FileSetTest {
  private static final StorePath FOLDER = new StorePath("alf");

  @TempDir
  private Path root;

  private Narrow store;

  @BeforeEach
  void open() throws IOException {
    StoreConfig config = new StoreConfig("lab", root.toUri(), Map.of());
    store = new Narrow((WritableStore) new FileStoreProvider().open(config));
  }

  private static List<NewFile> files(int count, WritableStore.Bytes last) {
    return IntStream.range(0, count)
        .mapToObj(i -> new NewFile(DatasetPath.parse("obj.attr" + i + ".npy"), out -> {
          out.write(i);
          if (i == count - 1) {
            last.writeTo(out);
          }
        }))
        .toList();
  }

  @Test
  void moreFilesThanTheStoreHasChannelsAreWritten() throws IOException {
    List<HashedStream> written = new FileSet(store, FOLDER, files(50, out -> {})).write(() -> {});
    assertThat(written).hasSize(50).allMatch(stream -> stream.size() == 1);
    assertThat(root.resolve("alf").toFile().list()).hasSize(50);
    assertThat(store.channels.availablePermits()).isEqualTo(Narrow.CHANNELS);
  }

  @Test
  void anInterruptionLeavesNoneOfThem() {
    FileSet files = new FileSet(store, FOLDER, files(50, out -> {
      Thread.currentThread().interrupt();
      out.write(new byte[10]);
    }));
    assertThatThrownBy(() -> files.write(() -> {})).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).as("still marked as interrupted").isTrue();
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void allBytesAreWrittenBeforeTheGateAndTheLastNamesGivenAfterIt() throws IOException {
    AtomicBoolean lastIsWritten = new AtomicBoolean();
    AtomicInteger passed = new AtomicInteger();
    FileSet files = new FileSet(store, FOLDER, files(50, out -> lastIsWritten.set(true)));
    assertThat(files.write(() -> {
          passed.incrementAndGet();
          assertThat(lastIsWritten).isTrue();
          assertThat(root.resolve("alf/obj.attr48.npy")).doesNotExist();
          assertThat(root.resolve("alf/obj.attr49.npy")).doesNotExist();
        }))
        .hasSize(50);
    assertThat(passed).hasValue(1);
    assertThat(root.resolve("alf/obj.attr49.npy")).exists();
  }

  @Test
  void aGateThatStaysShutLeavesNoneOfThem() {
    FileSet files = new FileSet(store, FOLDER, files(50, out -> {}));
    assertThatThrownBy(() -> files.write(() -> {
          throw new IOException("Somebody else is at it.");
        }))
        .hasMessage("Somebody else is at it.");
    assertThat(root).isEmptyDirectory();
  }

  /** Real files, over as many channels as one connection to a server has. */
  private static final class Narrow extends FilterWritableStore {
    private static final int CHANNELS = 8;
    private final Semaphore channels = new Semaphore(CHANNELS);

    Narrow(WritableStore files) {
      super(files);
    }

    @Override
    public void create(StorePath file, Bytes bytes) throws IOException {
      if (!channels.tryAcquire()) {
        throw new IOException("All channels are busy.");
      }
      try {
        files.create(file, bytes);
      } finally {
        channels.release();
      }
    }
  }
}
