/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.index.lucene.internal;

import static io.alfheim.index.lucene.internal.Indexed.has;
import static io.alfheim.index.lucene.internal.Indexed.keys;
import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.alf.Qc;
import io.alfheim.catalog.spi.CatalogIndex;
import io.alfheim.catalog.spi.Field;
import io.alfheim.catalog.spi.SessionQuery;
import io.alfheim.catalog.spi.SessionQuery.HasDataset;
import io.alfheim.catalog.spi.TextMatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QcTest {
  private static final String TIMES = "spikes.times.npy";

  @TempDir
  Path directory;

  private CatalogIndex index;

  @BeforeEach
  void index() throws IOException {
    index = Indexed.of(
        directory,
        ASession.of("good", "2020-01-01", 1).has(TIMES, Qc.PASS).has("other.file.npy", Qc.FAIL),
        ASession.of("mixed", "2020-01-01", 1)
            .has("probe00/" + TIMES, Qc.CRITICAL)
            .has("probe01/" + TIMES, Qc.WARNING),
        ASession.of("absent", "2020-01-01", 1).has(TIMES, Qc.PASS, false),
        ASession.of("empty", "2020-01-01", 1));
  }

  @AfterEach
  void close() throws IOException {
    index.close();
  }

  @Test
  void theBestDatasetOfANameDecides() throws IOException {
    assertThat(subjects(Qc.NOT_SET, TextMatch.exactly(TIMES))).isEmpty();
    assertThat(subjects(Qc.PASS, TextMatch.exactly(TIMES))).containsExactly("good");
    assertThat(subjects(Qc.WARNING, TextMatch.exactly(TIMES))).containsExactly("mixed", "good");
  }

  @Test
  void patternsObeyTheLimitToo() throws IOException {
    TextMatch spikes = TextMatch.found(Pattern.compile("^spikes"));
    assertThat(subjects(Qc.PASS, spikes)).containsExactly("good");
    assertThat(subjects(Qc.CRITICAL, spikes)).containsExactly("mixed", "good");
  }

  @Test
  void theLimitHoldsForTheDatasetOfThatName() throws IOException {
    assertThat(subjects(Qc.WARNING, TextMatch.exactly("other.file.npy"))).isEmpty();
  }

  @Test
  void theLimitAloneAsksForAnyPresentDataset() throws IOException {
    assertThat(subjects(Qc.PASS)).containsExactly("good");
    assertThat(subjects(Qc.CRITICAL)).containsExactly("mixed", "good");
  }

  @Test
  void absentDatasetsHaveTheirNamesButAreNotThere() throws IOException {
    assertThat(keys(index, has(Field.FILE, TextMatch.exactly(TIMES)))).hasSize(3);
    assertThat(keys(index, has(Field.FILE, TextMatch.containing("spikes")))).hasSize(3);
    assertThat(Indexed.values(index, Field.FILE, SessionQuery.ALL))
        .containsExactly("other.file.npy=1", "spikes.times.npy=3");
  }

  private List<String> subjects(Qc worst, TextMatch... anyOf) throws IOException {
    SessionQuery query = SessionQuery.ALL.and(new HasDataset(List.of(anyOf), worst));
    return index.search(query).stream().map(row -> row.key().subject()).toList();
  }
}
