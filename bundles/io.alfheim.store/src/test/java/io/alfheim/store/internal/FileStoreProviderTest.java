/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.store.Store;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.StorePath;
import io.alfheim.store.WritableStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreProviderTest {
  @TempDir
  private Path root;

  @Test
  void theUriIsTheFolder() throws IOException {
    Path folder = Files.createDirectory(root.resolve("my lab #1"));
    try (Store store = open(folder.toUri(), Map.of())) {
      assertThat(store).isInstanceOf(WritableStore.class);
      assertThat(store.root()).isEqualTo(folder.toString());
      assertThat(store.name()).isEqualTo("lab");
    }
  }

  @Test
  void aReadOnlyStoreCannotBeWritten() throws IOException {
    Files.writeString(root.resolve("a.npy"), "123");
    try (Store store = open(root.toUri(), Map.of("readOnly", "true"))) {
      assertThat(store).isNotInstanceOf(WritableStore.class);
      assertThat(store.root()).isEqualTo(root.toString());
      assertThat(store.list(StorePath.ROOT)).isEqualTo(store.walk(StorePath.ROOT));
      assertThat(store.find(new StorePath("a.npy"))).isPresent();
      assertThat(store.read(new StorePath("a.npy")).size()).isEqualTo(3);
    }
  }

  @Test
  void aMissingRootIsNotMade() {
    Path missing = root.resolve("missing");
    assertThatThrownBy(() -> open(missing.toUri(), Map.of()))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("store 'lab'");
    assertThat(missing).doesNotExist();
  }

  @Test
  void aUriThatIsNoFolderOnThisComputerIsRefused() {
    for (String uri : new String[] {"file:relative", "file://host/data", "file:///data?x=1"}) {
      assertThatThrownBy(() -> open(URI.create(uri), Map.of()))
          .as(uri)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("store 'lab'");
    }
  }

  @Test
  void anUnknownOptionOrValueIsRefused() {
    assertThatThrownBy(() -> open(root.toUri(), Map.of("readonly", "true")))
        .hasMessage(
            "Store 'lab' has an unknown option 'readonly'; nearest is 'readOnly'. Use one of"
                + " [readOnly].");
    assertThatThrownBy(() -> open(root.toUri(), Map.of("sub_foldng", "2")))
        .hasMessageContaining("unknown option 'sub_foldng'; nearest is 'subfolding'");
    assertThatThrownBy(() -> open(root.toUri(), Map.of("subfolding", "two")))
        .hasMessage("Option 'subfolding' of store 'lab' is 'two'. Use numbers of letters, for"
            + " example 2, 2.");
    assertThatThrownBy(() -> open(root.toUri(), Map.of("stage", "here")))
        .hasMessageContaining("Option 'stage' of store 'lab' is 'here'. Use the absolute path");
    assertThatThrownBy(() -> open(root.toUri(), Map.of("readOnly", "yes")))
        .hasMessage("Option 'readOnly' of store 'lab' is 'yes'. Use true or false.");
  }

  private static Store open(URI uri, Map<String, String> options) throws IOException {
    return new FileStoreProvider().open(new StoreConfig("lab", uri, options));
  }
}
