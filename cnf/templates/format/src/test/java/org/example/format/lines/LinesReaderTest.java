/* SPDX-License-Identifier: Apache-2.0 */
package org.example.format.lines;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.data.DatasetReader;
import io.alfheim.data.NDArray;
import io.alfheim.testkit.MemorySource;
import io.alfheim.testkit.ReaderContract;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinesReaderTest extends ReaderContract {
  @Override
  protected DatasetReader reader() {
    return new LinesReader();
  }

  @Override
  protected List<MemorySource> samples() {
    return List.of(file("1\n-2.5\n1e-3\n"), file("NaN\nInfinity"));
  }

  @Override
  protected Optional<MemorySource> longSample() {
    return Optional.of(file("0.5\n".repeat(100_000)));
  }

  @Override
  protected boolean tellsBrokenFiles() {
    return false;
  }

  private static MemorySource file(String text) {
    return MemorySource.of("spikes.times.lines", text.getBytes(UTF_8));
  }

  @Test
  void everyLineIsANumber() throws IOException {
    assertThat(reader().read(file("1\n-2.5\n1e-3\n"))).isEqualTo(NDArray.of(1, -2.5, 0.001));
    assertThat(reader().read(file("")).array().size()).isZero();
  }

  @Test
  void theLineThatIsNoNumberIsNamed() {
    assertThatThrownBy(() -> reader().read(file("1\ntwo\n3\n")))
        .isInstanceOf(IOException.class)
        .hasMessage("Line 2 of 'spikes.times.lines' is not a number: 'two'.");
  }
}
