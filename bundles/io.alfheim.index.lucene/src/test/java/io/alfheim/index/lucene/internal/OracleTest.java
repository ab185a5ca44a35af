/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.index.lucene.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.alf.Qc;
import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.spi.CatalogIndex;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.Field;
import io.alfheim.catalog.spi.SessionChange;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.catalog.spi.SessionQuery;
import io.alfheim.catalog.spi.SessionQuery.AnyOf;
import io.alfheim.catalog.spi.SessionQuery.HasDataset;
import io.alfheim.catalog.spi.SessionQuery.HasDatasetId;
import io.alfheim.catalog.spi.SessionQuery.HasId;
import io.alfheim.catalog.spi.SessionQuery.HasNumber;
import io.alfheim.catalog.spi.SessionQuery.HasValue;
import io.alfheim.catalog.spi.SessionQuery.InFolder;
import io.alfheim.catalog.spi.SessionQuery.OnDate;
import io.alfheim.catalog.spi.SessionQuery.Term;
import io.alfheim.catalog.spi.SessionRow;
import io.alfheim.catalog.spi.TextMatch;
import io.alfheim.store.Location;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;

/** Few values, so that sessions share them, are replaced, and are removed again. */
class OracleTest {
  private static final List<String> PATHS = List.of(
      "a.b.npy",
      "a.bc.npy",
      "alf/a.b.npy",
      "alf/probe00/a.b.npy",
      "alf/probe00/#r1#/a.b.npy",
      "alf/probe00/#r2#/a.b.npy",
      "#r1#/trials.table.pqt",
      "alf/_ns_spikes.times.npy");

  @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
  void theIndexAnswersAsOneWhoLooksAtEverything(
      @ForAll("updates") List<List<SessionChange>> updates,
      @ForAll("queries") List<SessionQuery> queries)
      throws IOException {
    Path directory = Files.createTempDirectory("oracle");
    Map<SessionKey, SessionEntry> all = new HashMap<>();
    try (CatalogIndex index = Indexed.open(directory)) {
      for (List<SessionChange> changes : updates) {
        update(index, changes, all);
        Oracle oracle = new Oracle(all.values());
        assertThat(index.totals()).isEqualTo(oracle.totals());
        for (SessionQuery query : queries) {
          assertAgree(index, oracle, query);
        }
      }
    }
    new IndexFolder(directory, true).close();
  }

  private static void update(
      CatalogIndex index, List<SessionChange> changes, Map<SessionKey, SessionEntry> all)
      throws IOException {
    CommitId from = index.commit();
    CommitId to = new CommitId(from.value() + "f");
    assertThat(index.update(from, to, visitor -> {
          for (SessionChange change : changes) {
            visitor.changed(change);
          }
        }))
        .isTrue();
    changes.forEach(change -> all.compute(change.key(), (key, old) -> change.after()));
  }

  private static void assertAgree(CatalogIndex index, Oracle oracle, SessionQuery query)
      throws IOException {
    assertThat(index.search(query)).extracting(SessionRow::key).isEqualTo(oracle.search(query));
    assertThat(index.count(query)).isEqualTo(oracle.search(query).size());
    for (Field field : Field.values()) {
      assertThat(index.values(field, query)).isEqualTo(oracle.values(field, query));
    }
  }

  @Provide
  Arbitrary<List<List<SessionChange>>> updates() {
    Arbitrary<SessionChange> change = Combinators.combine(
            entries(), Arbitraries.of(true, true, true, false))
        .as((entry, put) -> new SessionChange(entry.key(), null, put ? entry : null));
    return change
        .list()
        .uniqueElements(SessionChange::key)
        .ofMaxSize(8)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  private static Arbitrary<SessionEntry> entries() {
    Arbitrary<List<String>> projects =
        Arbitraries.of("p", "q", "").list().uniqueElements().ofMaxSize(2);
    Arbitrary<List<Location>> folders = folders().list().uniqueElements().ofMaxSize(2);
    return Combinators.combine(keys(), Arbitraries.of("", "x", "xy"), projects, folders, datasets())
        .as((key, protocol, in, locations, datasets) ->
            new SessionEntry(key, ASession.id(key), protocol, in, locations, datasets));
  }

  private static Arbitrary<Location> folders() {
    Arbitrary<StorePath> paths = Arbitraries.of("", "a", "a/b", "a/bc", "ab").map(StorePath::new);
    return Combinators.combine(Arbitraries.of("s", "s2"), paths).as(Location::new);
  }

  private static Arbitrary<UUID> ids() {
    return Combinators.combine(Arbitraries.of(1L, -1L), Arbitraries.of(1L, 2L)).as(UUID::new);
  }

  private static Arbitrary<SessionKey> keys() {
    return Combinators.combine(
            Arbitraries.of("", "lab"),
            Arbitraries.of("A", "AB", "B"),
            dates(),
            Arbitraries.of(1, 2, 300))
        .as(SessionKey::new);
  }

  private static Arbitrary<LocalDate> dates() {
    return Arbitraries.of("0001-01-01", "1969-12-31", "2020-01-01", "2020-01-02", "9999-12-31")
        .map(LocalDate::parse);
  }

  private static Arbitrary<List<DatasetEntry>> datasets() {
    return Combinators.combine(
            Arbitraries.of(PATHS),
            Arbitraries.of(Qc.class),
            Arbitraries.of(true, true, false),
            Arbitraries.of(-1L, 0L, 7L, 1L << 40),
            ids().injectNull(0.5))
        .as((path, qc, present, size, id) ->
            new DatasetEntry(path, size, "", qc, present, null, id, List.of()))
        .list()
        .uniqueElements(DatasetEntry::path)
        .ofMaxSize(6);
  }

  @Provide
  Arbitrary<List<SessionQuery>> queries() {
    Arbitrary<Term> anyOf = terms().list().ofMaxSize(3).map(AnyOf::new);
    return Arbitraries.frequencyOf(Tuple.of(5, terms()), Tuple.of(1, anyOf))
        .list()
        .ofMaxSize(3)
        .map(SessionQuery::new)
        .list()
        .ofSize(6);
  }

  private static Arbitrary<Term> terms() {
    Arbitrary<List<TextMatch>> anyOf = matches().list().ofMaxSize(2);
    return Arbitraries.oneOf(
        Combinators.combine(Arbitraries.of(Field.class), anyOf).as(HasValue::new),
        Combinators.combine(anyOf, Arbitraries.of(Qc.class)).as(HasDataset::new),
        Combinators.combine(dates(), dates()).as(OnDate::new),
        Arbitraries.of(1, 2, 300, 4).set().ofMaxSize(2).map(HasNumber::new),
        keys().map(ASession::id).set().ofMaxSize(3).map(HasId::new),
        ids().set().ofMaxSize(2).map(HasDatasetId::new),
        folders().map(InFolder::new));
  }

  private static Arbitrary<TextMatch> matches() {
    Arbitrary<String> texts = Arbitraries.of(
        "", "lab", "A", "B", "x", "p", "a.b.npy", "alf", "alf/probe00", "r1", "alf/a.b.npy");
    return Arbitraries.oneOf(
        texts.map(TextMatch::exactly),
        texts.map(TextMatch::containing),
        Arbitraries.of("^a", "b.*", "[AB]", "r\\d", "").map(Pattern::compile).map(TextMatch::found),
        Arbitraries.of("a\\.b.*", "AB?", ".*npy").map(Pattern::compile).map(TextMatch::whole));
  }
}
