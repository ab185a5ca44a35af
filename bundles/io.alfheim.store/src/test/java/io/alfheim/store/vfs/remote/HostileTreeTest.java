/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.vfs.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.store.Listing;
import io.alfheim.store.Store;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A server that tells names which lead out of its store. */
class HostileTreeTest {
  private static final StorePath FOLDER = new StorePath("sub");

  /** Has one folder, with good names and bad ones in it. */
  private static final class Hostile implements RemoteTree {
    @Override
    public Optional<RemoteEntry> find(StorePath path) {
      return Optional.of(
          path.isRoot() || path.equals(FOLDER) ? RemoteEntry.FOLDER : RemoteEntry.file(1, 0));
    }

    @Override
    public Map<String, RemoteEntry> list(StorePath folder) {
      Map<String, RemoteEntry> entries = new LinkedHashMap<>();
      if (folder.isRoot()) {
        entries.put("sub", RemoteEntry.FOLDER);
        return entries;
      }
      for (String name : new String[] {"../../evil", "/etc/passwd", "a//b", "..", "a.npy", "#1"}) {
        entries.put(name, RemoteEntry.file(1, 0));
      }
      return entries;
    }

    @Override
    public InputStream read(StorePath file, long from, long length) {
      return InputStream.nullInputStream();
    }

    @Override
    public void close() {}
  }

  private static Store open(String uri) throws IOException {
    return new RemoteStoreProvider() {
      @Override
      protected RemoteTree connect(StoreConfig config) {
        return new Hostile();
      }
    }.open(new StoreConfig("far", URI.create(uri), Map.of()));
  }

  @Test
  void namesThatLeadElsewhereAreProblems() throws IOException {
    try (Store store = open("evil://host/")) {
      for (Listing listing : new Listing[] {store.walk(StorePath.ROOT), store.list(FOLDER)}) {
        assertThat(listing.entries())
            .extracting(entry -> entry.path().value())
            .containsExactly("sub/#1", "sub/a.npy");
        assertThat(listing.problems())
            .extracting(Listing.Problem::path)
            .containsExactlyInAnyOrder("sub/../../evil", "sub//etc/passwd", "sub/a//b", "sub/..");
      }
    }
  }

  @Test
  void aRootThatWouldBeCutIsRefused() {
    assertThatThrownBy(() -> open("evil://host/a#1"))
        .hasMessage("The root of store 'far' ends at a '?' or '#', and what follows would be lost."
            + " Write %3F or %23 instead.");
  }
}
