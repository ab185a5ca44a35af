/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.alf.DatasetPath;
import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.SessionEntry;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConsortiumGeneratorTest {
  private static final Comparator<SessionKey> ORDER = Comparator.comparing(SessionKey::lab)
      .thenComparing(SessionKey::subject)
      .thenComparing(k -> k);

  private final ConsortiumGenerator consortium = new ConsortiumGenerator(1, 1_000, 100);

  @Test
  void theSameSeedMakesTheSameSession() {
    SessionEntry session = consortium.session(500);
    assertThat(new ConsortiumGenerator(1, 1_000, 100).session(500)).isEqualTo(session);
    assertThat(new ConsortiumGenerator(2, 1_000, 100).session(500)).isNotEqualTo(session);
  }

  @Test
  void keysComeInOrderAndOnce() {
    List<SessionKey> keys = IntStream.range(0, 1_000).mapToObj(consortium::key).toList();
    assertThat(keys).isSortedAccordingTo(ORDER).doesNotHaveDuplicates();
    assertThat(keys.stream().map(SessionKey::lab).distinct()).hasSize(12);
  }

  @Test
  void sessionsHaveAsManyLegalDatasetsAsAskedFor() {
    for (int datasets : new int[] {0, 10, 100, 1_000}) {
      SessionEntry session = new ConsortiumGenerator(1, 10, datasets).session(3);
      List<String> paths = session.datasets().stream().map(DatasetEntry::path).toList();
      assertThat(paths).hasSize(datasets).isSorted().doesNotHaveDuplicates();
      assertThat(paths).allMatch(DatasetPath::isValid);
    }
  }
}
