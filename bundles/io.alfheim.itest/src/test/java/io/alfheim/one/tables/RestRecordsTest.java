/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.alf.Qc;
import io.alfheim.catalog.CatalogException;
import io.alfheim.data.Document;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RestRecordsTest {
  private static final String SESSION = "https://server/sessions/" + Parts.EID;
  private static final String FILE = "https://data/lab/Subjects/ZM_335/2019-07-17/001/alf/"
      + "#v1#/spikes.times." + Parts.ID + ".npy";

  private static Document document(Object... pairs) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put((String) pairs[i], pairs[i + 1]);
    }
    return Document.of(fields);
  }

  @Test
  void aSessionHasItsRowAndThoseOfItsDatasets() {
    Map<String, Object> dataset = Map.of(
        "id",
        Parts.ID,
        "data_url",
        FILE,
        "file_size",
        12L,
        "hash",
        "17404a596cbd0d1e6c7d23fcd845ab82",
        "qc",
        "FAIL",
        "default_revision",
        "True");
    OneTables rows = RestRecords.sessions(
        List.of(document(
            "url",
            SESSION,
            "subject",
            "ZM_335",
            "start_time",
            "2019-07-17T10:00:00",
            "lab",
            "cortexlab",
            "number",
            1L,
            "task_protocol",
            "ephys",
            "projects",
            List.of("p", "q"),
            "data_dataset_session_related",
            List.of(dataset))),
        Parts.MADE);
    assertThat(rows.sessions())
        .containsExactly(new TableSession(
            Parts.EID, "cortexlab", "ZM_335", LocalDate.of(2019, 7, 17), 1, "ephys", "p,q"));
    assertThat(rows.datasets())
        .containsExactly(new TableDataset(
            Parts.EID,
            Parts.ID,
            "alf/#v1#/spikes.times.npy",
            12,
            "17404a596cbd0d1e6c7d23fcd845ab82",
            true,
            Qc.FAIL,
            true));
  }

  @Test
  void onlyDatasetsThatCanBeReachedHaveRows() {
    Document reachable = document(
        "url",
        "https://server/datasets/" + Parts.ID,
        "session",
        SESSION,
        "default_dataset",
        false,
        "file_records",
        List.of(
            Map.of("data_url", "https://gone/x", "exists", false),
            Map.of("data_url", FILE, "exists", true)));
    Document lost = document(
        "url",
        "https://server/datasets/" + Parts.OTHER_ID,
        "session",
        SESSION,
        "file_records",
        List.of(Map.of("data_url", FILE, "exists", false)));
    assertThat(RestRecords.datasets(List.of(reachable, lost)))
        .containsExactly(new TableDataset(
            Parts.EID,
            Parts.ID,
            "alf/#v1#/spikes.times.npy",
            TableDataset.UNKNOWN_SIZE,
            "",
            true,
            Qc.NOT_SET,
            false));
  }

  @Test
  void aFileLiesInTheFolderOfItsRepository() {
    Map<String, Object> far = Map.of(
        "data_repository", "aws",
        "data_repository_path", "/data/lab/Subjects/",
        "relative_path", "KS014/2020-01-02/001/alf/a.b.npy",
        "data_url", "");
    Map<String, Object> web = Map.of(
        "data_repository", "flatiron",
        "data_repository_path", "lab/Subjects",
        "relative_path", "KS014/2020-01-02/001/alf/a.b.npy",
        "data_url", FILE);
    Document dataset = document("name", "a.b.npy", "file_records", List.of(far, web));
    Path root = Path.of("/mnt");
    assertThat(RestRecords.path(dataset, root))
        .isEqualTo(Path.of("/mnt/lab/Subjects/KS014/2020-01-02/001/alf/a.b.npy"));
    assertThat(RestRecords.path(dataset, root, "aws"))
        .isEqualTo(Path.of("/mnt/data/lab/Subjects/KS014/2020-01-02/001/alf/a.b.npy"));
    assertThatThrownBy(() -> RestRecords.path(dataset, root, "moon"))
        .isInstanceOfSatisfying(
            CatalogException.class, e -> assertThat(e.hint()).contains("aws, flatiron"));
    assertThatThrownBy(() -> RestRecords.path(document("name", "a.b.npy"), root))
        .hasMessage("No file of the dataset 'a.b.npy' has an address.");
  }

  @Test
  void aRecordOfAnotherShapeIsRefusedWithWhatIsMissing() {
    assertThatThrownBy(() -> RestRecords.sessions(List.of(document("url", SESSION)), Parts.MADE))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("no 'subject', only url");
  }
}
