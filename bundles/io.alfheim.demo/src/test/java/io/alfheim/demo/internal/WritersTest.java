/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.data.DatasetWriter;
import io.alfheim.data.WritesFormat;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WritersTest {
  @TempDir
  private Path temp;

  @Test
  void servicesAreKnownByTheirPropertyHoweverItIsSpelled() {
    Writers writers = Writers.ofServices(List.of(
        service("npy", "npy"),
        service(new String[] {"tsv", "htsv"}, "text"),
        service(List.of("yaml"), "yaml"),
        Map.entry(Map.of(), writing("nothing"))));

    assertThat(List.of("npy", "tsv", "htsv", "yaml")).allMatch(writers::canWrite);
    assertThat(writers.canWrite("pqt")).isFalse();
  }

  @Test
  void ofTwoWritersTheOneRankedHigherWrites() throws Exception {
    Writers writers = Writers.ofServices(List.of(service("npy", "low"), service("npy", "high")));

    writers.write(() -> "any", "npy", temp.resolve("x.npy"));

    assertThat(temp.resolve("x.npy")).hasContent("high");
  }

  private static Map.Entry<Map<String, Object>, DatasetWriter> service(
      Object extensions, String text) {
    return Map.entry(Map.of(WritesFormat.EXTENSIONS, extensions), writing(text));
  }

  private static DatasetWriter writing(String text) {
    return (data, out) -> out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
