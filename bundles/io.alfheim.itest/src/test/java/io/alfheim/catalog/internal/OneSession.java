/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.data.NDArray;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A catalog of one session, whose wheel is known and whose spikes are not. */
abstract class OneSession {
  static final String SESSION = "KS014/2020-01-02/001";
  static final NDArray TIMES = NDArray.of(0.5, 1.5, 2.5);

  @TempDir
  Path temporary;

  Path data;
  HomeCatalog catalog;

  @BeforeEach
  void oneSession() throws IOException {
    data = temporary.resolve("data");
    RealParts.npy(data.resolve(SESSION).resolve("alf/wheel.position.npy"), 1, 2);
    catalog = RealParts.catalog(temporary.resolve("home"));
    catalog.scan(data);
  }

  @AfterEach
  void close() throws IOException {
    catalog.close();
  }
}
