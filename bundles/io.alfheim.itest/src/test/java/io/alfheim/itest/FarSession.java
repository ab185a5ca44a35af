/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.itest;

import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.ScanOptions;
import io.alfheim.catalog.internal.HomeCatalog;
import io.alfheim.catalog.internal.RealParts;
import io.alfheim.data.NDArray;
import io.alfheim.store.ProvidesStore;
import io.alfheim.store.http.internal.HttpStoreProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A catalog of one session of two datasets, in store 'web' on a web server. */
abstract class FarSession {
  static final String SESSION = "KS014/2020-01-02/001";
  static final String TIMES = "alf/spikes.times.npy";
  static final String AMPS = "alf/spikes.amps.npy";
  static final NDArray VALUES = NDArray.of(1.0, 2.0, 3.0);

  @TempDir
  Path temporary;

  ServedFolder server;
  HomeCatalog catalog;

  @BeforeEach
  void oneSessionOnAServer() throws IOException {
    server = new ServedFolder(temporary.resolve("served"));
    RealParts.npy(served(TIMES), 1, 2, 3);
    RealParts.npy(served(AMPS), 4, 5, 6);
    catalog = RealParts.catalog(temporary.resolve("home"));
    catalog.addProvider(new HttpStoreProvider(), Map.of(ProvidesStore.SCHEME, "http"));
    catalog.stores().add("web", server.address() + "/", Map.of("retries", "1"));
    catalog.scanStore("web", ScanOptions.hashed());
    server.sent.clear();
  }

  @AfterEach
  void close() throws IOException {
    catalog.close();
    server.close();
  }

  Path served(String dataset) {
    return server.folder.resolve(SESSION).resolve(dataset);
  }

  Dataset dataset(String path) {
    return catalog.session(SESSION).datasets().stream()
        .filter(one -> one.toString().equals(path))
        .findFirst()
        .orElseThrow();
  }
}
