/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.npy.internal;

import io.alfheim.data.DatasetReader;
import io.alfheim.data.DatasetWriter;
import io.alfheim.testkit.MemorySource;
import io.alfheim.testkit.ReaderContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

class NpzContractTest extends ReaderContract {

  @Override
  protected DatasetReader reader() {
    return new NpzReader();
  }

  @Override
  protected Optional<DatasetWriter> writer() {
    return Optional.of(new NpzWriter());
  }

  @Override
  protected List<MemorySource> samples() {
    try {
      return List.of(Fixtures.source("unnamed.npz"), Fixtures.source("compressed.npz"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected Optional<MemorySource> longSample() {
    return Optional.of(samples().get(0));
  }
}
