/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.catalog.AmbiguousException;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.NoSuchDatasetException;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.SessionEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Datasets by the ids that they came with, and by those that are made of session and path. */
class DatasetsByIdTest {
  private static final UUID GIVEN = UUID.fromString("2f63c555-eb74-4d8d-ada5-5c3ecf3b46be");

  @TempDir
  Path temporary;

  private Path data;
  private HomeCatalog catalog;

  @BeforeEach
  void twoSessions() throws IOException {
    data = temporary.resolve("data");
    RealParts.npy(data.resolve("KS014/2020-01-02/001/alf/spikes.times.npy"), 1, 2, 3);
    RealParts.npy(data.resolve("KS014/2020-01-02/001/alf/spikes.amps.npy"), 1);
    RealParts.npy(data.resolve("KS014/2020-01-03/001/alf/spikes.times.npy"), 4);
    catalog = RealParts.catalog(temporary.resolve("home"));
    catalog.scan(data);
  }

  @AfterEach
  void close() throws IOException {
    catalog.close();
  }

  @Test
  void everyDatasetIsFoundByTheIdItSays() {
    for (var session : catalog.search().list()) {
      for (Dataset dataset : session.datasets()) {
        assertThat(catalog.dataset(dataset.id())).isEqualTo(dataset);
        assertThat(catalog.datasets(dataset.id())).containsExactly(dataset);
      }
    }
    UUID id = catalog.session("KS014/2020-01-03/001").datasets().get(0).id();
    assertThat(catalog.dataset(id).load().array().toDoubleArray()).containsExactly(4);
  }

  @Test
  void anIdThatADatasetCameWithTakesThePlaceOfItsOwn() throws IOException {
    UUID own = times("KS014/2020-01-02/001").id();
    give(GIVEN, "KS014/2020-01-02/001");
    assertThat(catalog.dataset(GIVEN).path()).hasToString("alf/spikes.times.npy");
    assertThat(catalog.findDataset(own)).isEmpty();
  }

  @Test
  void datasetsThatShareAnIdAreAllFoundAndNoneIsPreferred() throws IOException {
    give(GIVEN, "KS014/2020-01-02/001");
    give(GIVEN, "KS014/2020-01-03/001");
    assertThat(catalog.datasets(GIVEN))
        .extracting(dataset -> dataset.session().key().toString())
        .containsExactly("KS014/2020-01-03/001", "KS014/2020-01-02/001");
    assertThatThrownBy(() -> catalog.findDataset(GIVEN))
        .isInstanceOfSatisfying(
            AmbiguousException.class, e -> assertThat(e.candidates()).hasSize(2))
        .hasMessageContaining("KS014/2020-01-03/001/alf/spikes.times.npy");
  }

  @Test
  void anIdNobodyHasIsAnsweredWithWhatToDo() {
    assertThat(catalog.datasets(GIVEN)).isEmpty();
    assertThat(catalog.findDataset(GIVEN)).isEmpty();
    assertThatThrownBy(() -> catalog.dataset(GIVEN))
        .isInstanceOf(NoSuchDatasetException.class)
        .hasMessageContaining("'" + GIVEN + "'")
        .hasMessageContaining("2 sessions");
  }

  @Test
  void theIdOfASessionIsToldApart() {
    UUID session = catalog.session("KS014/2020-01-02/001").id();
    assertThatThrownBy(() -> catalog.dataset(session))
        .isInstanceOf(NoSuchDatasetException.class)
        .hasMessageContaining("id of a session");
  }

  @Test
  void aNewIndexKnowsTheSameIds() {
    UUID id = times("KS014/2020-01-03/001").id();
    catalog.rebuild();
    assertThat(catalog.datasets(id)).hasSize(1);
  }

  private Dataset times(String session) {
    return catalog.session(session).dataset("spikes.times");
  }

  /** As an import does. */
  private void give(UUID id, String session) throws IOException {
    var key = catalog.session(session).key();
    catalog.backends().record().commit("Import", editor -> {
      SessionEntry entry = editor.base().find(key).orElseThrow();
      List<DatasetEntry> datasets = entry.datasets().stream()
          .map(one -> one.path().contains("times") ? one.withId(id) : one)
          .toList();
      editor.put(entry.withDatasets(datasets));
    });
  }
}
