/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.alfheim.store.Listing;
import io.alfheim.store.StoreEntry;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTest {
  @TempDir
  private Path root;

  private FileStore store;

  @BeforeEach
  void open() {
    store = new FileStore("lab", root, Files::createLink);
  }

  @Test
  void listShowsFilesWithSizeAndTimeAndFoldersWithout() throws IOException {
    Path file = put("b.npy", "12345");
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_600_000_000_123L));
    put("a/deep.npy", "1");
    assertThat(store.list(StorePath.ROOT).entries())
        .containsExactly(
            StoreEntry.folder(new StorePath("a")),
            StoreEntry.file(new StorePath("b.npy"), 5, 1_600_000_000_123L));
  }

  @Test
  void walkSortsByThePathAndNotByTheFolder() throws IOException {
    put("a/b.npy", "");
    put("a-b.npy", "");
    put("a.npy", "");
    assertThat(paths(store.walk(StorePath.ROOT))).containsExactly("a-b.npy", "a.npy", "a/b.npy");
  }

  @Test
  void linksToFilesAndFoldersAreFollowed(@TempDir Path elsewhere) throws IOException {
    Files.writeString(elsewhere.resolve("spikes.npy"), "123");
    Files.createSymbolicLink(root.resolve("linked"), elsewhere);
    Files.createSymbolicLink(root.resolve("one.npy"), elsewhere.resolve("spikes.npy"));
    Listing listing = store.walk(StorePath.ROOT);
    assertThat(paths(listing)).containsExactly("linked/spikes.npy", "one.npy");
    assertThat(listing.entries()).allMatch(e -> e.size() == 3);
    assertThat(listing.problems()).isEmpty();
  }

  @Test
  void aBrokenLinkIsAProblemAndNotAnEnd() throws IOException {
    put("good.npy", "1");
    Files.createSymbolicLink(root.resolve("bad.npy"), root.resolve("nowhere"));
    Listing listing = store.walk(StorePath.ROOT);
    assertThat(paths(listing)).containsExactly("good.npy");
    assertThat(listing.problems())
        .containsExactly(new Listing.Problem("bad.npy", "The link leads nowhere."));
    assertThat(store.find(new StorePath("bad.npy"))).isEmpty();
  }

  @Test
  void aLinkToItselfIsAProblem() throws IOException {
    Files.createSymbolicLink(root.resolve("self"), root.resolve("self"));
    Listing listing = store.list(StorePath.ROOT);
    assertThat(listing.problems()).extracting(Listing.Problem::path).containsExactly("self");
    assertThat(listing.problems().get(0).reason()).isNotBlank().endsWith(".");
  }

  @Test
  void aLinkToAFolderAboveIsAProblemOfTheWalkAndOfTheList() throws IOException {
    put("a/b/file.npy", "1");
    Files.createSymbolicLink(root.resolve("a/b/up"), root.resolve("a"));
    var loop = new Listing.Problem("a/b/up", "The link leads back to a folder above it.");
    assertThat(store.walk(StorePath.ROOT).problems()).containsExactly(loop);
    assertThat(store.walk(new StorePath("a/b")).problems()).containsExactly(loop);
    assertThat(store.list(new StorePath("a/b")).problems()).containsExactly(loop);
    assertThat(paths(store.walk(new StorePath("a/b")))).containsExactly("a/b/file.npy");
  }

  @Test
  void aFolderTooDeepForTheSystemIsAProblem() throws IOException {
    String half = "x".repeat(200) + "/";
    Path lower = Files.createDirectories(root.resolve("lower").resolve(half.repeat(12)));
    Files.writeString(lower.resolve("file.npy"), "1");
    Path upper = Files.createDirectories(root.resolve("upper").resolve(half.repeat(12)));
    put("upper/good.npy", "1");
    Files.move(root.resolve("lower"), upper.resolve("lower"));
    try {
      Listing listing = store.walk(StorePath.ROOT);
      assertThat(listing.entries()).extracting(e -> e.path().name()).containsExactly("good.npy");
      assertThat(listing.problems()).hasSize(1);
    } finally {
      Files.move(upper.resolve("lower"), root.resolve("lower"));
    }
  }

  @Test
  void anUnreadableFolderIsAProblem() throws IOException {
    assumeThat(System.getProperty("user.name")).as("root reads everything").isNotEqualTo("root");
    Path folder = Files.createDirectory(root.resolve("locked"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("---------"));
    try {
      assertThat(store.walk(StorePath.ROOT).problems())
          .containsExactly(new Listing.Problem("locked", "Permission denied."));
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void namesThatAreNotTextAreProblems() throws IOException, InterruptedException {
    String script = "printf x > \"$(printf '%s/caf\\351.npy' \"$0\")\"";
    Process process = new ProcessBuilder("sh", "-c", script, root.toString()).start();
    assertThat(process.waitFor()).isZero();
    Listing listing = store.list(StorePath.ROOT);
    assertThat(listing.entries()).isEmpty();
    assertThat(listing.problems())
        .extracting(Listing.Problem::reason)
        .containsExactly("The name is not valid text in the character set of the file system.");
  }

  @Test
  void aNameWithAReplacementCharacterOfItsOwnIsListed() throws IOException {
    put("caf\uFFFD.npy", "1");
    assertThat(paths(store.list(StorePath.ROOT))).containsExactly("caf\uFFFD.npy");
  }

  @Test
  void pipesAndSocketsAreNoFiles() throws IOException, InterruptedException {
    Path pipe = root.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThat(store.walk(StorePath.ROOT)).isEqualTo(new Listing(List.of(), List.of()));
    assertThat(store.find(new StorePath("pipe"))).isEmpty();
    assertThatThrownBy(() -> store.read(new StorePath("pipe")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void aMissingFolderSaysWhereItLooked() {
    assertThatThrownBy(() -> store.walk(new StorePath("no/such")))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage("lab:no/such: There is nothing of that name below '" + root + "'.");
  }

  @Test
  void aRootThatIsGoneIsNamed() throws IOException {
    Files.delete(root);
    assertThatThrownBy(() -> store.walk(StorePath.ROOT))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage("lab: The root '" + root + "' is not there.");
    Files.createDirectory(root);
  }

  @Test
  void aFileIsNotAFolderAndHasNothingBelow() throws IOException {
    put("a.npy", "1");
    assertThatThrownBy(() -> store.list(new StorePath("a.npy")))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("not a folder");
    assertThat(store.find(new StorePath("a.npy/b"))).isEmpty();
    assertThatThrownBy(() -> store.list(new StorePath("a.npy/b")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void contentIsTheFileItself() throws IOException {
    Path file = put("a b#c.npy", "0123456789");
    var content = store.read(new StorePath("a b#c.npy"));
    assertThat(content.file()).contains(file);
    assertThat(content.size()).isEqualTo(10);
    try (var in = content.openStream();
        SeekableByteChannel channel = content.openChannel()) {
      assertThat(in.readAllBytes()).asString().isEqualTo("0123456789");
      assertThat(channel.size()).isEqualTo(10);
    }
  }

  @Test
  void contentOfAFileDeletedMeanwhileIsMissing() throws IOException {
    Path file = put("a.npy", "1");
    var content = store.read(new StorePath("a.npy"));
    Files.delete(file);
    assertThatThrownBy(content::openStream).isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(content::openChannel).isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(content::size).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void anInterruptedThreadIsToldSoAndStaysInterrupted() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> store.walk(StorePath.ROOT))
          .isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private Path put(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(Folders.above(file));
    return Files.writeString(file, text);
  }

  private static List<String> paths(Listing listing) {
    return listing.entries().stream().map(e -> e.path().value()).toList();
  }
}
