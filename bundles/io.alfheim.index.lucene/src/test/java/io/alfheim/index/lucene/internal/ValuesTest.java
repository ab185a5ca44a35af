/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.index.lucene.internal;

import static io.alfheim.index.lucene.internal.Indexed.has;
import static io.alfheim.index.lucene.internal.Indexed.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.alf.Qc;
import io.alfheim.catalog.spi.CatalogIndex;
import io.alfheim.catalog.spi.Field;
import io.alfheim.catalog.spi.SessionQuery;
import io.alfheim.catalog.spi.TextMatch;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValuesTest {
  private static final SessionQuery OF_B =
      SessionQuery.ALL.and(has(Field.SUBJECT, TextMatch.exactly("b")));

  @TempDir
  Path directory;

  private CatalogIndex index;

  @BeforeEach
  void index() throws IOException {
    index = Indexed.of(
        directory,
        ASession.of("lab", "a", "2020-01-01", 1)
            .projects("x", "x", "y")
            .has("a.b.npy", Qc.PASS)
            .has("alf/#r1#/a.b.npy", Qc.FAIL)
            .has("alf/#r1#/a.b.npyz"),
        ASession.of("b", "2020-01-01", 1).projects("y").has("a.b.npy", Qc.NOT_SET));
  }

  @AfterEach
  void close() throws IOException {
    index.close();
  }

  @Test
  void valuesComeInOrderWithTheNumberOfTheirSessions() throws IOException {
    assertThat(values(index, Field.LAB, SessionQuery.ALL)).containsExactly("=1", "lab=1");
    assertThat(values(index, Field.PROJECT, SessionQuery.ALL)).containsExactly("x=1", "y=2");
    assertThat(values(index, Field.PROTOCOL, SessionQuery.ALL)).containsExactly("=2");
    assertThat(values(index, Field.COLLECTION, SessionQuery.ALL)).containsExactly("=2", "alf=1");
    assertThat(values(index, Field.REVISION, SessionQuery.ALL)).containsExactly("=2", "r1=1");
    assertThat(values(index, Field.PATH, SessionQuery.ALL))
        .containsExactly("a.b.npy=2", "alf/#r1#/a.b.npy=1", "alf/#r1#/a.b.npyz=1");
  }

  @Test
  void aFileNameOfSeveralQcIsOneValue() throws IOException {
    assertThat(values(index, Field.FILE, SessionQuery.ALL))
        .containsExactly("a.b.npy=2", "a.b.npyz=1");
  }

  @Test
  void aQuestionNarrowsValuesAndNumbers() throws IOException {
    assertThat(values(index, Field.PROJECT, OF_B)).containsExactly("y=1");
    assertThat(values(index, Field.FILE, OF_B)).containsExactly("a.b.npy=1");
  }

  @Test
  void deletedAndReplacedSessionsAreNotCounted() throws IOException {
    ASession b = ASession.of("b", "2020-01-01", 1);
    index.update(Indexed.A, Indexed.B, ASession.putting(b.projects("z")));
    assertThat(values(index, Field.PROJECT, SessionQuery.ALL)).containsExactly("x=1", "y=1", "z=1");
    index.update(Indexed.B, Indexed.A, ASession.removing(b));
    assertThat(values(index, Field.PROJECT, SessionQuery.ALL)).containsExactly("x=1", "y=1");
    assertThat(values(index, Field.PROJECT, OF_B)).isEmpty();
  }

  @Test
  void orderIsThatOfCodePoints() throws IOException {
    ASession c = ASession.of("c", "2020-01-01", 1).projects("\uFF5E", "\uD83D\uDC2D", "Z", "é");
    index.update(Indexed.A, Indexed.B, ASession.putting(c));
    assertThat(values(index, Field.PROJECT, SessionQuery.ALL))
        .containsExactly("Z=1", "x=1", "y=2", "é=1", "\uFF5E=1", "\uD83D\uDC2D=1");
  }

  @Test
  void anEmptyIndexHasNoValues() throws IOException {
    try (CatalogIndex empty = Indexed.open(directory.resolve("new"))) {
      assertThat(values(empty, Field.FILE, SessionQuery.ALL)).isEmpty();
      assertThat(values(empty, Field.LAB, OF_B)).isEmpty();
      assertThat(empty.search(OF_B)).isEmpty();
      assertThat(empty.totals()).isEqualTo(new CatalogIndex.Totals(0, 0, 0));
    }
  }
}
