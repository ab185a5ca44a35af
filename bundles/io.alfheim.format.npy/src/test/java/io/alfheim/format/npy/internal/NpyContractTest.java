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
import java.util.stream.Stream;

class NpyContractTest extends ReaderContract {

  @Override
  protected DatasetReader reader() {
    return new NpyReader();
  }

  @Override
  protected Optional<DatasetWriter> writer() {
    return Optional.of(new NpyWriter());
  }

  @Override
  protected List<MemorySource> samples() {
    return Stream.of("f8.npy", "text_big.npy", "struct.npy", "cube_columns_first.npy", "scalar.npy")
        .map(NpyContractTest::source)
        .toList();
  }

  private static MemorySource source(String name) {
    try {
      return Fixtures.source(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected Optional<MemorySource> longSample() {
    String header = "{'descr': '|u1', 'fortran_order': False, 'shape': (3000000,), }";
    return Optional.of(Fixtures.withHeader(header, new int[3_000_000]));
  }
}
