/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.DatasetPath;
import io.alfheim.alf.Qc;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.NoSuchDatasetException;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.catalog.spi.Snapshot;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;

/** Changes what people say of a dataset, as a commit of the record. */
final class DatasetEdit {
  private final RecordedDataset dataset;
  private final String why;

  DatasetEdit(RecordedDataset dataset, String why) {
    this.dataset = dataset;
    this.why = why;
  }

  Dataset setQc(Qc verdict) {
    return commit(
        "Set QC of " + name() + " to " + verdict, one -> isIt(one) ? one.withQc(verdict) : one);
  }

  /** One of the revisions of a file is the default; the others are not. */
  Dataset makeDefault() {
    String file = dataset.path().unrevised();
    return commit(
        "Make " + name() + " the default",
        one -> DatasetPath.parse(one.path()).unrevised().equals(file)
            ? one.withDefault(isIt(one))
            : one);
  }

  private boolean isIt(DatasetEntry one) {
    return one.path().equals(dataset.entry().path());
  }

  private String name() {
    return "'" + dataset + "' of " + dataset.session().key();
  }

  private Dataset commit(String what, UnaryOperator<DatasetEntry> edit) {
    HomeCatalog catalog = dataset.session().catalog();
    try {
      catalog.backends().record().commit(why.isBlank() ? what : what + ": " + why, editor -> {
        SessionEntry session = current(editor.base());
        editor.put(session.withDatasets(session.datasets().stream().map(edit).toList()));
      });
    } catch (IOException e) {
      throw Failure.of("Dataset " + name() + " cannot be changed in the record", e);
    }
    return catalog.datasets(dataset.session().id(), List.of(dataset.entry())).get(0);
  }

  private SessionEntry current(Snapshot record) throws IOException {
    return record
        .find(dataset.session().key())
        .filter(session -> session.datasets().stream().anyMatch(this::isIt))
        .orElseThrow(() -> new NoSuchDatasetException(
            "Dataset " + name() + " is not in the record any more.",
            "Look again: session(\"" + dataset.session().key() + "\")."));
  }
}
