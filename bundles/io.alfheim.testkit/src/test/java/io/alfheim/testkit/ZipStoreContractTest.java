/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.store.Store;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.WritableStore;
import io.alfheim.store.internal.ZipStoreProvider;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipStoreContractTest extends StoreContract {
  @TempDir
  private Path folder;

  @Override
  protected Store open(Map<String, byte[]> tree) throws IOException {
    Path archive = folder.resolve("my lab.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      for (Map.Entry<String, byte[]> file : tree.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    URI uri = URI.create("zip:" + archive.toUri());
    return new ZipStoreProvider().open(new StoreConfig("archive", uri, Map.of()));
  }

  @Override
  protected boolean canHave(String name) {
    // VFS takes the first for a URI and the second for an archive in the archive.
    return !name.startsWith("file:") && !name.contains("!");
  }

  @Test
  void anArchiveIsReadOnly() throws IOException {
    assertThat(over("a.npy")).isNotInstanceOf(WritableStore.class);
  }

  @Test
  void anArchiveThatWouldLeadOutOfItselfIsNotOpened() {
    assertThatThrownBy(() -> over("../../evil.npy")).isInstanceOf(IOException.class);
  }

  @Test
  void aMissingArchiveIsNamed() {
    URI uri = URI.create("zip:" + folder.resolve("missing.zip").toUri());
    assertThatThrownBy(() -> new ZipStoreProvider().open(new StoreConfig("archive", uri, Map.of())))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("'archive'")
        .hasMessageContaining("missing.zip");
  }
}
