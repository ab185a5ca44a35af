/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.vfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.store.Listing;
import io.alfheim.store.Store;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.StorePath;
import io.alfheim.store.WritableStore;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.commons.vfs2.FileName;
import org.apache.commons.vfs2.FileSystem;
import org.apache.commons.vfs2.FileSystemException;
import org.apache.commons.vfs2.FileSystemOptions;
import org.apache.commons.vfs2.provider.FileProvider;
import org.apache.commons.vfs2.provider.local.DefaultLocalFileProvider;
import org.apache.commons.vfs2.provider.ram.RamFileProvider;
import org.apache.commons.vfs2.provider.ram.RamFileSystemConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VfsStoreTest {
  @TempDir
  private Path root;

  private static String root(URI uri) {
    return new StoreConfig("lab", uri, Map.of()).root();
  }

  @Test
  void aBrokenLinkIsAProblem() throws IOException {
    Files.writeString(root.resolve("good.npy"), "1");
    Files.createSymbolicLink(root.resolve("bad.npy"), root.resolve("nowhere"));
    try (Store store = local()) {
      Listing listing = store.walk(StorePath.ROOT);
      assertThat(listing.entries()).extracting(e -> e.path().value()).containsExactly("good.npy");
      assertThat(listing.problems())
          .containsExactly(
              new Listing.Problem("bad.npy", "The link leads nowhere, or what was there is gone."));
    }
  }

  @Test
  void aWalkEndsThoughALinkLeadsBack() throws IOException {
    Files.createSymbolicLink(Files.createDirectory(root.resolve("a")).resolve("up"), root);
    try (Store store = local()) {
      assertThat(store.walk(StorePath.ROOT).problems()).hasSize(1);
    }
  }

  @Test
  void aFolderThatVfsCannotListIsAProblemOfTheWalk() throws IOException {
    Files.writeString(Files.createDirectory(root.resolve("odd")).resolve("back\\slash"), "1");
    Files.writeString(root.resolve("good.npy"), "1");
    try (Store store = local()) {
      Listing listing = store.walk(StorePath.ROOT);
      assertThat(listing.entries()).extracting(e -> e.path().value()).containsExactly("good.npy");
      assertThat(listing.problems()).extracting(Listing.Problem::path).containsExactly("odd");
      assertThatThrownBy(() -> store.find(new StorePath("odd/back\\slash")))
          .hasMessage("lab:odd/back\\slash: This kind of store has no such names.");
    }
  }

  @Test
  void whatIsReplacedComesBackIfTheNewFileCannotTakeItsPlace() throws IOException {
    try (Store store = local()) {
      WritableStore writable = (WritableStore) store;
      StorePath file = new StorePath("sub/a.npy");
      writable.create(file, out -> out.write(1));
      assertThatThrownBy(() -> writable.replace(file, out -> {
            out.write(2);
            deleteStaged(root.resolve("sub"));
          }))
          .isInstanceOf(IOException.class);
      assertThat(root.resolve("sub/a.npy")).hasBinaryContent(new byte[] {1});
      assertThat(root.resolve("sub").toFile().list()).containsExactly("a.npy");
    }
  }

  @Test
  void aFullStoreIsAnErrorThatNamesTheFileAndLeavesNothing() throws IOException {
    StorePath file = new StorePath("sub/a.npy");
    try (WritableStore store = (WritableStore) ram(Map.of("size", "10000"))) {
      assertThatThrownBy(() -> store.create(file, out -> out.write(new byte[1 << 20])))
          .isInstanceOf(IOException.class)
          .hasMessage("full:sub/a.npy: FileSystem capacity (10000) exceeded.");
      assertThatThrownBy(() -> store.create(file, out -> {
            PrintStream print = new PrintStream(out, false, StandardCharsets.UTF_8);
            print.print("x".repeat(1 << 20));
            print.close();
          }))
          .isInstanceOf(IOException.class);
      assertThat(store.list(StorePath.ROOT).entries()).isEmpty();
      store.create(file, out -> out.write(new byte[1000]));
      assertThat(store.read(file).size()).isEqualTo(1000);
    }
  }

  @Test
  void optionsAreThoseOfTheProviderAndReadOnly() throws IOException {
    try (Store store = ram(Map.of("size", "10", "readOnly", "true"))) {
      assertThat(store).isNotInstanceOf(WritableStore.class);
    }
    assertThatThrownBy(() -> ram(Map.of("password", "hush")))
        .hasMessage("Store 'full' has an unknown option 'password'. Use one of [readOnly, size].");
  }

  @Test
  void aMissingRootIsNamed() {
    StoreConfig config = new StoreConfig("lab", root.resolve("missing").toUri(), Map.of());
    assertThatThrownBy(() -> new LocalThroughVfs().open(config))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("store 'lab'")
        .hasMessageContaining("missing");
  }

  @Test
  void noMessageAndNoRootShowsWhoLogsIn() {
    URI uri = URI.create("ram://anna:hush@host:2222/data?key=hush");
    assertThat(root(uri)).isEqualTo("ram://host:2222/data");
    assertThat(root(URI.create("zip:sftp://anna:hush@host/a.zip")))
        .isEqualTo("zip:sftp://host/a.zip");
    VfsStoreProvider unreachable = new VfsStoreProvider() {
      @Override
      protected FileProvider fileProvider(StoreConfig config) {
        return new UnreachableProvider();
      }
    };
    assertThatThrownBy(() -> unreachable.open(new StoreConfig("lab", uri, Map.of())))
        .hasMessage("Store 'lab' cannot be opened at 'ram://host:2222/data':"
            + " Cannot connect to ram://host:2222.");
  }

  private static void deleteStaged(Path folder) throws IOException {
    try (DirectoryStream<Path> staged = Files.newDirectoryStream(folder, ".alfheim-*")) {
      for (Path file : staged) {
        Files.delete(file);
      }
    }
  }

  private Store local() throws IOException {
    return new LocalThroughVfs().open(new StoreConfig("lab", root.toUri(), Map.of()));
  }

  private static Store ram(Map<String, String> options) throws IOException {
    return new SmallRam().open(new StoreConfig("full", URI.create("ram:///"), options));
  }

  private static final class LocalThroughVfs extends VfsStoreProvider {
    @Override
    protected FileProvider fileProvider(StoreConfig config) {
      return new DefaultLocalFileProvider();
    }
  }

  private static final class SmallRam extends VfsStoreProvider {
    @Override
    protected FileProvider fileProvider(StoreConfig config) {
      return new RamFileProvider();
    }

    @Override
    protected Set<String> optionNames() {
      return Set.of("size");
    }

    @Override
    protected FileSystemOptions fileSystemOptions(StoreConfig config) {
      FileSystemOptions options = new FileSystemOptions();
      long size = Long.parseLong(config.options().getOrDefault("size", "1000"));
      RamFileSystemConfigBuilder.getInstance().setMaxSize(options, size);
      return options;
    }
  }

  private static final class UnreachableProvider extends RamFileProvider {
    @Override
    protected FileSystem doCreateFileSystem(FileName name, FileSystemOptions options)
        throws FileSystemException {
      throw new FileSystemException(
          "vfs.provider/list-children.error",
          new IOException("Cannot connect to ram://anna:hush@host:2222"));
    }
  }
}
