/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.index.lucene.internal;

import static io.alfheim.index.lucene.internal.Indexed.has;
import static io.alfheim.index.lucene.internal.Indexed.keys;
import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.alf.Qc;
import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.spi.CatalogIndex;
import io.alfheim.catalog.spi.Field;
import io.alfheim.catalog.spi.SessionQuery;
import io.alfheim.catalog.spi.SessionQuery.AnyOf;
import io.alfheim.catalog.spi.SessionQuery.HasDatasetId;
import io.alfheim.catalog.spi.SessionQuery.HasId;
import io.alfheim.catalog.spi.SessionQuery.HasNumber;
import io.alfheim.catalog.spi.SessionQuery.InFolder;
import io.alfheim.catalog.spi.SessionQuery.OnDate;
import io.alfheim.catalog.spi.SessionRow;
import io.alfheim.catalog.spi.TextMatch;
import io.alfheim.store.Location;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchTest {
  private static final LocalDate MAY_27 = LocalDate.parse("2021-05-27");

  @TempDir
  Path directory;

  private CatalogIndex index;

  @BeforeEach
  void index() throws IOException {
    index = Indexed.of(
        directory,
        ASession.of("cortexlab", "SP026", "2021-05-27", 1)
            .protocol("choiceworld")
            .projects("brainwide", "motor")
            .has("alf/probe00/#2021-06-01#/spikes.times.npy", "trials.intervals.npy"),
        ASession.of("cortexlab", "SP026", "2021-05-27", 2).has("alf/probe01/spikes.times.npy"),
        ASession.of("", "SP0261", "2021-05-27", 1).projects("motor"),
        ASession.of("zador", "KS005", "2019-04-10", 1).protocol("choiceworld habituation"));
  }

  @AfterEach
  void close() throws IOException {
    index.close();
  }

  @Test
  void noTermMeansAllSessionsByDateSubjectAndNumberDescending() throws IOException {
    assertThat(keys(index, SessionQuery.ALL))
        .containsExactly(
            "SP0261/2021-05-27/001",
            "cortexlab/SP026/2021-05-27/002",
            "cortexlab/SP026/2021-05-27/001",
            "zador/KS005/2019-04-10/001");
  }

  @Test
  void rowsTellWhatTheIndexKnows() throws IOException {
    SessionKey key = new SessionKey("cortexlab", "SP026", MAY_27, 1);
    assertThat(index.search(SessionQuery.ALL).get(2))
        .isEqualTo(new SessionRow(
            key, ASession.id(key), "choiceworld", List.of("brainwide", "motor"), 2, 20));
  }

  @Test
  void anExactSubjectIsNotFoundInLongerOnes() throws IOException {
    assertThat(keys(index, has(Field.SUBJECT, TextMatch.exactly("SP026")))).hasSize(2);
  }

  @Test
  void partsAndPatternsAndConditionsMeetTheSameTexts() throws IOException {
    assertThat(List.of(
            keys(index, has(Field.SUBJECT, TextMatch.containing("P02"))),
            keys(index, has(Field.SUBJECT, TextMatch.found(Pattern.compile("P.2")))),
            keys(index, has(Field.SUBJECT, TextMatch.whole(Pattern.compile("SP02.*")))),
            keys(index, has(Field.SUBJECT, TextMatch.that("S", s -> s.startsWith("S"))))))
        .allSatisfy(found -> assertThat(found).hasSize(3));
  }

  @Test
  void anyOfSeveralMatchesIsEnoughAndNoneIsNotMet() throws IOException {
    assertThat(keys(
            index,
            has(Field.SUBJECT, TextMatch.exactly("KS005"), TextMatch.found(Pattern.compile("1$")))))
        .containsExactly("SP0261/2021-05-27/001", "zador/KS005/2019-04-10/001");
    assertThat(keys(index, has(Field.SUBJECT))).isEmpty();
  }

  @Test
  void everyFieldIsSearched() throws IOException {
    assertThat(found(Field.LAB, "zador")).containsExactly("zador/KS005/2019-04-10/001");
    assertThat(found(Field.PROTOCOL, "choiceworld"))
        .containsExactly("cortexlab/SP026/2021-05-27/001");
    assertThat(found(Field.PROJECT, "motor")).hasSize(2);
    assertThat(found(Field.PATH, "alf/probe00/#2021-06-01#/spikes.times.npy")).hasSize(1);
    assertThat(found(Field.FILE, "spikes.times.npy")).hasSize(2);
    assertThat(found(Field.COLLECTION, "alf/probe00")).hasSize(1);
    assertThat(found(Field.REVISION, "2021-06-01")).hasSize(1);
  }

  @Test
  void emptyNamesAreNamesToo() throws IOException {
    assertThat(found(Field.LAB, "")).containsExactly("SP0261/2021-05-27/001");
    assertThat(found(Field.PROTOCOL, "")).hasSize(2);
    assertThat(found(Field.COLLECTION, "")).containsExactly("cortexlab/SP026/2021-05-27/001");
    assertThat(found(Field.REVISION, "")).hasSize(2);
    assertThat(keys(index, has(Field.LAB, TextMatch.that("no lab", String::isEmpty))))
        .hasSize(1);
  }

  @Test
  void datesIncludeBothEndsAndMayBeOpen() throws IOException {
    assertThat(keys(index, new OnDate(MAY_27, MAY_27))).hasSize(3);
    assertThat(keys(index, new OnDate(LocalDate.MIN, MAY_27.minusDays(1)))).hasSize(1);
    assertThat(keys(index, new OnDate(LocalDate.MIN, LocalDate.MAX))).hasSize(4);
    assertThat(keys(index, new OnDate(MAY_27.plusDays(1), LocalDate.MAX))).isEmpty();
    assertThat(keys(index, new OnDate(MAY_27, MAY_27.minusDays(1)))).isEmpty();
  }

  @Test
  void numbersAndIdsAreAnyOfSeveral() throws IOException {
    UUID id = index.search(SessionQuery.ALL).get(0).id();
    assertThat(keys(index, new HasNumber(Set.of(2, -7, 5000)))).hasSize(1);
    assertThat(keys(index, new HasId(Set.of(id, new UUID(0, 0))))).hasSize(1);
    assertThat(keys(index, new HasId(Set.of()))).isEmpty();
  }

  @Test
  void datasetsAreFoundByIdInEverySessionThatHasIt() throws IOException {
    UUID shared = new UUID(1, 2);
    ASession one = ASession.of("A", "2020-01-01", 1).has("a.b.npy", shared);
    ASession two = ASession.of("B", "2020-01-01", 1).has("a.b.npy", shared);
    ASession three = ASession.of("C", "2020-01-01", 1).has("a.b.npy", new UUID(2, 1));
    index.update(Indexed.A, Indexed.B, ASession.putting(one, two, three));
    assertThat(keys(index, new HasDatasetId(Set.of(shared))))
        .containsExactly("B/2020-01-01/001", "A/2020-01-01/001");
    assertThat(keys(index, new HasDatasetId(Set.of(shared, new UUID(2, 1))))).hasSize(3);
    assertThat(keys(index, new HasDatasetId(Set.of(new UUID(1, 1))))).isEmpty();
  }

  @Test
  void sessionsAreFoundByAFolderAndThoseAboveIt() throws IOException {
    ASession one = ASession.of("A", "2020-01-01", 1).in("main", "lab/A/1").in("copy", "A/1");
    ASession two = ASession.of("A", "2020-01-01", 2).in("main", "lab/A/10");
    index.update(Indexed.A, Indexed.B, ASession.putting(one, two));
    assertThat(keys(index, folder("main", ""))).hasSize(2);
    assertThat(keys(index, folder("main", "lab/A"))).hasSize(2);
    assertThat(keys(index, folder("main", "lab/A/1"))).containsExactly("A/2020-01-01/001");
    assertThat(keys(index, folder("copy", ""))).containsExactly("A/2020-01-01/001");
    assertThat(keys(index, folder("main", "la"))).isEmpty();
    assertThat(keys(index, folder("mai", ""))).isEmpty();
  }

  private static InFolder folder(String store, String path) {
    return new InFolder(new Location(store, new StorePath(path)));
  }

  @Test
  void termsAreMetTogether() throws IOException {
    SessionQuery query = SessionQuery.ALL
        .and(has(Field.LAB, TextMatch.exactly("cortexlab")))
        .and(new HasNumber(Set.of(1)))
        .and(new SessionQuery.HasDataset(List.of(), Qc.CRITICAL));
    assertThat(keys(index, query)).containsExactly("cortexlab/SP026/2021-05-27/001");
    assertThat(index.count(query)).isEqualTo(1);
  }

  @Test
  void alternativesAreMetByAnyOfThemAndByNoneIfThereAreNone() throws IOException {
    AnyOf either =
        new AnyOf(List.of(has(Field.LAB, TextMatch.exactly("zador")), new HasNumber(Set.of(2))));
    assertThat(keys(index, either))
        .containsExactly("cortexlab/SP026/2021-05-27/002", "zador/KS005/2019-04-10/001");
    assertThat(keys(index, new AnyOf(List.of()))).isEmpty();
  }

  @Test
  void conditionsAreAskedOncePerDistinctValue() throws IOException {
    List<String> asked = new ArrayList<>();
    TextMatch match = TextMatch.that("counting", asked::add);
    index.count(SessionQuery.ALL.and(has(Field.FILE, match)));
    assertThat(asked).containsExactly("spikes.times.npy", "trials.intervals.npy");
  }

  @Test
  void aTextLongerThanATermCanBeIsStillFound() throws IOException {
    String text = "é".repeat(40_000);
    ASession session = ASession.of("A", "2020-01-01", 1).protocol(text);
    index.update(Indexed.A, Indexed.B, ASession.putting(session));
    assertThat(found(Field.PROTOCOL, text)).containsExactly("A/2020-01-01/001");
    assertThat(index.search(SessionQuery.ALL)).extracting(SessionRow::protocol).contains(text);
  }

  private List<String> found(Field field, String text) throws IOException {
    return keys(index, has(field, TextMatch.exactly(text)));
  }
}
