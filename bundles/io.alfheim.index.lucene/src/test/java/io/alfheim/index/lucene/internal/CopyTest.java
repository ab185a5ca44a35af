/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.index.lucene.internal;

import static io.alfheim.index.lucene.internal.Indexed.A;
import static io.alfheim.index.lucene.internal.Indexed.B;
import static io.alfheim.index.lucene.internal.Indexed.keys;
import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.catalog.spi.CatalogIndex;
import io.alfheim.catalog.spi.CatalogIndexProvider;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.SessionQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy of an index goes its own way. */
class CopyTest {
  private static final ASession ONE = ASession.of("one", "2020-01-01", 1);
  private static final ASession TWO = ASession.of("two", "2020-01-01", 1);

  @TempDir
  Path temporary;

  private final CatalogIndexProvider indexes = new LuceneIndexProvider();

  @Test
  void aCopyStandsWhereTheOriginalStoodAndIsChangedAlone() throws IOException {
    Path copied = temporary.resolve("copy/of/it");
    try (CatalogIndex original = Indexed.of(temporary.resolve("original"), ONE)) {
      indexes.copy(temporary.resolve("original"), copied);
      try (CatalogIndex copy = indexes.open(copied)) {
        assertThat(copy.commit()).isEqualTo(A);
        copy.update(A, B, ASession.putting(TWO));
        assertThat(keys(copy, SessionQuery.ALL)).hasSize(2);
        assertThat(original.commit()).isEqualTo(A);
        assertThat(keys(original, SessionQuery.ALL)).hasSize(1);
        original.update(A, B, ASession.removing(ONE));
        assertThat(keys(copy, SessionQuery.ALL)).hasSize(2);
      }
    }
  }

  @Test
  void nothingAndDamageAreCopiedAsAnEmptyIndex() throws IOException {
    Path nothing = temporary.resolve("nothing");
    indexes.copy(nothing, temporary.resolve("copy"));
    Indexed.of(temporary.resolve("damaged"), ONE).close();
    Files.writeString(temporary.resolve("damaged/segments_1"), "damaged");
    indexes.copy(temporary.resolve("damaged"), temporary.resolve("copy of damaged"));
    for (String copy : new String[] {"copy", "copy of damaged"}) {
      try (CatalogIndex index = indexes.open(temporary.resolve(copy))) {
        assertThat(index.commit()).as(copy).isEqualTo(CommitId.NONE);
        assertThat(index.update(CommitId.NONE, A, ASession.putting(ONE))).isTrue();
      }
    }
  }
}
