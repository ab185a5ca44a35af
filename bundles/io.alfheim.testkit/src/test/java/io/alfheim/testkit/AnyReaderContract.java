/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.testkit;

import io.alfheim.data.DatasetReader;
import io.alfheim.data.DatasetWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Disabled;

/** The contract for a reader made up by a test, whose tests are called one by one. */
@Disabled("Made and called by ReaderContractTest.")
final class AnyReaderContract extends ReaderContract {
  private final DatasetReader reader;
  private final DatasetWriter writer;
  private final MemorySource sample;

  AnyReaderContract(DatasetReader reader, DatasetWriter writer, MemorySource sample, Path folder) {
    this.reader = reader;
    this.writer = writer;
    this.sample = sample;
    this.folder = folder;
  }

  @Override
  protected DatasetReader reader() {
    return reader;
  }

  @Override
  protected Optional<DatasetWriter> writer() {
    return Optional.of(writer);
  }

  @Override
  protected List<MemorySource> samples() {
    return List.of(sample);
  }

  @Override
  protected Optional<MemorySource> longSample() {
    return Optional.of(sample);
  }
}
