/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.benchmarks;

import io.alfheim.catalog.internal.HomeCatalog;
import io.alfheim.catalog.spi.SessionRecord;
import io.alfheim.index.lucene.internal.LuceneIndexProvider;
import io.alfheim.record.git.internal.GitRecordProvider;
import io.alfheim.store.ProvidesStore;
import io.alfheim.store.internal.FileStoreProvider;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.osgi.framework.BundleContext;

/** A home in the temporary directory that goes when it is closed. */
final class ScratchHome implements AutoCloseable {
  private final Path home;

  ScratchHome() throws IOException {
    this.home = Files.createTempDirectory("alfheim-benchmark");
  }

  Path path() {
    return home;
  }

  SessionRecord open() throws IOException {
    return new GitRecordProvider().open(home);
  }

  HomeCatalog catalog() {
    return catalog(home);
  }

  /** The catalog of a home, as a framework started for it makes it; nothing is opened yet. */
  static HomeCatalog catalog(Path home) {
    Class<?>[] type = {BundleContext.class};
    BundleContext context = (BundleContext) Proxy.newProxyInstance(
        ScratchHome.class.getClassLoader(), type, (proxy, method, property) -> home.toString());
    HomeCatalog catalog =
        new HomeCatalog(context, new GitRecordProvider(), new LuceneIndexProvider());
    catalog.addProvider(new FileStoreProvider(), Map.of(ProvidesStore.SCHEME, "file"));
    return catalog;
  }

  /** The size of all files. */
  long bytes() throws IOException {
    return Trees.bytes(home);
  }

  @Override
  public void close() throws IOException {
    Trees.delete(home);
  }
}
