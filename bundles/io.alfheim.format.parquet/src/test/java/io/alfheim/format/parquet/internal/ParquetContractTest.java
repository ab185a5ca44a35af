/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.parquet.internal;

import io.alfheim.data.DatasetReader;
import io.alfheim.data.DatasetWriter;
import io.alfheim.testkit.MemorySource;
import io.alfheim.testkit.ReaderContract;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class ParquetContractTest extends ReaderContract {

  @Override
  protected DatasetReader reader() {
    return new ParquetReader();
  }

  @Override
  protected Optional<DatasetWriter> writer() {
    return Optional.of(new ParquetWriter());
  }

  @Override
  protected List<MemorySource> samples() {
    return Stream.of("categories.pqt", "int96.pqt", "nested.pqt")
        .map(ParquetContractTest::source)
        .toList();
  }

  private static MemorySource source(String name) {
    return MemorySource.of(name, Fixture.bytes(name));
  }

  @Override
  protected Optional<MemorySource> longSample() {
    return Optional.of(source("datasets.pqt"));
  }
}
