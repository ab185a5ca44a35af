/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.store.StorePath;
import io.alfheim.store.WritableStore.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreWriteTest {
  private static final StorePath FILE = new StorePath("sub/001/a.npy");

  @TempDir
  private Path root;

  private FileStore store;

  @BeforeEach
  void open() {
    store = new FileStore("lab", root, Files::createLink);
  }

  @Test
  void createMakesTheFoldersAndLeavesNoOtherName() throws IOException {
    store.create(FILE, text("hello"));
    assertThat(everything()).containsExactly("sub", "sub/001", "sub/001/a.npy");
    assertThat(root.resolve("sub/001/a.npy")).hasContent("hello");
  }

  @Test
  void createBelowALinkedFolderWritesThere(@TempDir Path elsewhere) throws IOException {
    Files.createSymbolicLink(root.resolve("sub"), elsewhere);
    store.create(FILE, text("hello"));
    assertThat(elsewhere.resolve("001/a.npy")).hasContent("hello");
    store.delete(FILE);
    assertThat(elsewhere).isEmptyDirectory();
    assertThat(root.resolve("sub")).isSymbolicLink();
  }

  @Test
  void theDiskCanBeWaitedForAlsoWhereACopyMayNotBeWritten() throws IOException {
    StorePath copy = new StorePath("sub/001/b.npy");
    store.create(FILE, text("hello"));
    assertThat(store.copyFrom(store, FILE, copy, any -> {})).isTrue();
    assertThat(root.resolve(copy.value()).toFile().setWritable(false)).isTrue();
    store.force(List.of(FILE, copy));
    assertThat(root.resolve(copy.value())).hasContent("hello");
    assertThatThrownBy(() -> store.force(List.of(new StorePath("sub/002/b.npy"))))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageStartingWith("lab:sub/002/b.npy: ");
    assertThatThrownBy(() -> store.force(List.of(FILE.parent())))
        .isInstanceOf(FileSystemException.class)
        .hasMessageStartingWith("lab:sub/001: ");
  }

  @Test
  void aFileGetsAnotherTime() throws IOException {
    Instant then = Instant.parse("2020-01-02T03:04:05Z");
    store.create(FILE, text("hello"));
    assertThat(store.setModified(FILE, then)).isTrue();
    assertThat(Files.getLastModifiedTime(root.resolve(FILE.value())).toInstant())
        .isEqualTo(then);
    assertThat(store.replacesAtOnce()).isTrue();
  }

  @Test
  void createDoesNotWriteThroughABrokenLink() throws IOException {
    Files.createSymbolicLink(root.resolve("a.npy"), root.resolve("b.npy"));
    assertThatThrownBy(() -> store.create(new StorePath("a.npy"), text("x")))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(everything()).containsExactly("a.npy");
  }

  @Test
  void createLosesARaceAndLeavesTheWinner() {
    Bytes rival = out -> {
      out.write('x');
      Files.writeString(root.resolve("sub/001/a.npy"), "winner");
    };
    assertThatThrownBy(() -> store.create(FILE, rival))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageStartingWith("lab:sub/001/a.npy: ");
    assertThat(root.resolve("sub/001/a.npy")).hasContent("winner");
    assertThat(root.resolve("sub/001").toFile().list()).hasSize(1);
  }

  @Test
  void createWorksOnADiskWithoutLinksAndStillLosesARace() throws IOException {
    FileStore plain = new FileStore("lab", root, (name, file) -> {
      throw new FileSystemException(name.toString(), null, "Operation not permitted");
    });
    plain.create(FILE, text("first"));
    assertThat(root.resolve("sub/001/a.npy")).hasContent("first");
    StorePath other = new StorePath("b.npy");
    Bytes rival = out -> Files.writeString(root.resolve("b.npy"), "winner");
    assertThatThrownBy(() -> plain.create(other, rival))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(root.resolve("b.npy")).hasContent("winner");
    assertThat(everything()).containsExactly("b.npy", "sub", "sub/001", "sub/001/a.npy");
  }

  @Test
  void whatIsBeingWrittenIsInNoListing() throws IOException {
    store.create(FILE, out -> {
      out.write('x');
      assertThat(everything()).hasSize(3);
      assertThat(store.walk(StorePath.ROOT).entries()).isEmpty();
      assertThat(store.list(FILE.parent()).entries()).isEmpty();
    });
    assertThat(store.walk(StorePath.ROOT).entries()).hasSize(1);
  }

  @Test
  void namesOfFilesBeingWrittenAreReserved() {
    StorePath reserved = new StorePath("a/.alfheim-0123456789abcdef/b.npy");
    assertThatThrownBy(() -> store.create(reserved, text("x"))).hasMessageContaining("reserved");
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void anErrorOfTheWriterPassesAndLeavesNothing() {
    IOException error = new IOException("out of ideas");
    Bytes broken = out -> {
      out.write(new byte[1 << 20]);
      throw error;
    };
    assertThatThrownBy(() -> store.create(FILE, broken)).isSameAs(error);
    assertThatThrownBy(() -> store.replace(FILE, broken)).isSameAs(error);
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void anErrorOfTheDiskNamesTheFileEvenIfTheWriterSwallowsIt() {
    // An interruption breaks the channel under a writer, as a full disk would.
    Bytes careless = out -> {
      Thread.currentThread().interrupt();
      try {
        out.write(1);
        out.flush();
      } catch (CancellationException e) {
        Thread.interrupted();
      }
    };
    assertThatThrownBy(() -> store.create(FILE, careless)).isInstanceOf(IOException.class);
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void aWriterMayCloseWhatItIsLent() throws IOException {
    store.create(FILE, out -> {
      out.write("hello".getBytes(StandardCharsets.UTF_8));
      out.close();
    });
    assertThat(root.resolve("sub/001/a.npy")).hasContent("hello");
  }

  @Test
  void replaceSwapsTheLinkAndNotWhatItLeadsTo(@TempDir Path elsewhere) throws IOException {
    Path original = Files.writeString(elsewhere.resolve("a.npy"), "original");
    Files.createSymbolicLink(root.resolve("a.npy"), original);
    store.replace(new StorePath("a.npy"), text("new"));
    assertThat(original).hasContent("original");
    assertThat(root.resolve("a.npy")).isRegularFile().hasContent("new");
  }

  @Test
  void aNameTooLongForTheDiskIsAnErrorAndLeavesNoFolder() {
    StorePath path = new StorePath("new/folder/" + "x".repeat(300));
    assertThatThrownBy(() -> store.create(path, text("x")))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("lab:new/folder/xxx");
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void aFileInTheWayOfAFolderIsNamed() throws IOException {
    Files.writeString(root.resolve("sub"), "a file");
    assertThatThrownBy(() -> store.create(FILE, text("x")))
        .isInstanceOf(FileSystemException.class)
        .hasMessage("lab:sub/001/a.npy: 'sub' is not a folder.");
  }

  @Test
  void aRootThatIsGoneIsNotMadeAgain() throws IOException {
    Files.delete(root);
    assertThatThrownBy(() -> store.create(FILE, text("x")))
        .hasMessageContaining("The root of the store is not there");
    assertThat(root).doesNotExist();
    Files.createDirectory(root);
  }

  @Test
  void deletePrunesEmptyFoldersButNeitherFullOnesNorTheRoot() throws IOException {
    store.create(FILE, text("1"));
    store.create(new StorePath("sub/b.npy"), text("2"));
    store.delete(FILE);
    assertThat(everything()).containsExactly("sub", "sub/b.npy");
    store.delete(new StorePath("sub/b.npy"));
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void deleteTakesFilesOnly() throws IOException {
    store.create(FILE, text("1"));
    assertThatThrownBy(() -> store.delete(FILE.parent()))
        .isInstanceOf(FileSystemException.class)
        .isNotInstanceOf(DirectoryNotEmptyException.class)
        .hasMessageContaining("This is a folder");
    assertThatThrownBy(() -> store.delete(StorePath.ROOT)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> store.delete(new StorePath("sub/001/a.npy/x")))
        .isInstanceOf(NoSuchFileException.class);
    assertThat(everything()).hasSize(3);
  }

  @Test
  void filesComeAndGoInOneFolderAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        StorePath own = new StorePath("sub/001/" + i + ".npy");
        running.add(threads.submit(() -> {
          for (int j = 0; j < 100; j++) {
            store.create(own, text("hello"));
            store.delete(own);
          }
          return null;
        }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(root).isEmptyDirectory();
  }

  private static Bytes text(String text) {
    return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> everything() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(p -> !p.equals(root))
          .map(p -> root.relativize(p).toString())
          .sorted()
          .toList();
    }
  }
}
