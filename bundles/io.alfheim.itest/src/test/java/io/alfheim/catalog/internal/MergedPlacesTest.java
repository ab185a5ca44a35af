/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.alf.Qc;
import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.FetchReport;
import io.alfheim.catalog.Side;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.catalog.spi.SessionRecord;
import io.alfheim.store.Location;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where datasets are, after two homes that moved and added some were merged. */
class MergedPlacesTest {
  private static final SessionKey KEY = SessionKey.parse("KS014/2020-01-01/001");
  private static final Location A = at("a", "KS014");
  private static final Location B = at("b", "KS014");
  private static final DatasetEntry E = DatasetEntry.found("e.times.npy", 8);
  private static final DatasetEntry F = DatasetEntry.found("f.times.npy", 8);

  @TempDir
  Path temporary;

  private Path shared;
  private HomeCatalog mine;
  private HomeCatalog yours;

  @BeforeEach
  void open() {
    shared = temporary.resolve("shared.git");
    mine = RealParts.catalog(temporary.resolve("mine"));
    yours = RealParts.catalog(temporary.resolve("yours"));
  }

  @AfterEach
  void close() throws IOException {
    mine.close();
    yours.close();
  }

  private static Location at(String store, String folder) {
    return new Location(store, StorePath.of(folder));
  }

  private static SessionEntry session(List<Location> places, DatasetEntry... datasets) {
    UUID id = new UUID(1, 2);
    return new SessionEntry(KEY, id, "", List.of(), places, List.of(datasets));
  }

  private void begin(SessionEntry session) throws IOException {
    edit(mine, old -> session);
    mine.push(shared);
    yours.fetch(shared);
  }

  private static void edit(HomeCatalog catalog, UnaryOperator<SessionEntry> edit)
      throws IOException {
    SessionRecord record = catalog.backends().record();
    CommitId unused = record.commit(
        "edit",
        editor -> editor.put(edit.apply(editor.base().find(KEY).orElse(session(List.of(A))))));
  }

  private FetchReport merge(SessionEntry here, SessionEntry there) throws IOException {
    edit(mine, old -> there);
    mine.push(shared);
    edit(yours, old -> here);
    return yours.fetch(shared);
  }

  private SessionEntry merged() throws IOException {
    SessionRecord record = yours.backends().record();
    return record.at(record.head()).find(KEY).orElseThrow();
  }

  private static DatasetEntry in(DatasetEntry dataset, String... stores) {
    return dataset.withStores(stores.length > 0, Stream.of(stores).toList());
  }

  @Test
  void aPlaceThatWasLeftThereStaysForWhatWasAddedHere() throws IOException {
    begin(session(List.of(A, B), E));
    FetchReport report = merge(session(List.of(A, B), E, in(F, "a")), session(List.of(B), E));
    assertThat(report.merged()).isTrue();
    assertThat(merged()).isEqualTo(session(List.of(A, B), in(E, "b"), in(F, "a")));
  }

  @Test
  void whatWasAddedHereIsNotInAPlaceThatCameThere() throws IOException {
    begin(session(List.of(A), E));
    FetchReport report = merge(session(List.of(A), E, F), session(List.of(A, B), E));
    assertThat(report.merged()).isTrue();
    assertThat(merged()).isEqualTo(session(List.of(A, B), E, in(F, "a")));
  }

  @Test
  void twoFoldersInOneStoreAreAConflict() throws IOException {
    begin(session(List.of(A), E));
    Location one = at("a", "one");
    Location other = at("a", "other");
    FetchReport report = merge(session(List.of(one), E), session(List.of(other), E));
    assertThat(report.merged()).isFalse();
    assertThat(report.conflicts()).hasSize(1);
    assertThat(report.conflicts().get(0).here()).contains("one");
    assertThat(report.conflicts().get(0).there()).contains("other");
    assertThat(yours.fetch(shared, Side.THERE).merged()).isTrue();
    assertThat(merged()).isEqualTo(session(List.of(other), E));
  }

  @Test
  void whatWasJudgedHereAndCopiedThereIsBoth() throws IOException {
    begin(session(List.of(A), E, F));
    FetchReport report =
        merge(session(List.of(A), E.withQc(Qc.PASS), F), session(List.of(A, B), E, in(F, "a")));
    assertThat(report.merged()).isTrue();
    assertThat(merged()).isEqualTo(session(List.of(A, B), E.withQc(Qc.PASS), in(F, "a")));
  }

  @Test
  void whatWasReplacedHereAndCopiedThereIsAConflict() throws IOException {
    begin(session(List.of(A), E));
    FetchReport report =
        merge(session(List.of(A), E.withContent(9, "")), session(List.of(A, B), E));
    assertThat(report.conflicts()).hasSize(1);
    assertThat(report.conflicts().get(0).there()).contains("in a, b");
    assertThat(yours.fetch(shared, Side.HERE).merged()).isTrue();
    assertThat(merged().datasets()).containsExactly(in(E.withContent(9, ""), "a"));
  }

  @Test
  void whatBothSidesGaveUpInTheirStoreIsNowhere() throws IOException {
    begin(session(List.of(A, B), E, F));
    FetchReport report =
        merge(session(List.of(A, B), in(E, "b"), F), session(List.of(A, B), in(E, "a"), F));
    assertThat(report.merged()).isTrue();
    assertThat(merged()).isEqualTo(session(List.of(A, B), in(E), F));
  }
}
