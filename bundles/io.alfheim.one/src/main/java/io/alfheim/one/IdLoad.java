/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one;

import io.alfheim.alf.Qc;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.DatasetQuery;
import io.alfheim.catalog.Explanation;
import io.alfheim.data.Data;
import io.alfheim.data.NDArray;
import java.nio.file.Path;
import java.util.UUID;

/**
 * The dataset of an id, to be loaded: {@code one.loadDatasetFromId(id).array()}. Nothing is looked up
 * before the last word.
 *
 * <p>The last word fails with a {@link io.alfheim.catalog.NoSuchDatasetException} if no dataset has the
 * id, and with an {@link io.alfheim.catalog.AmbiguousException} if several have, as tables made by ONE
 * give files of one name in different sessions the same id.
 */
public final class IdLoad implements LazyDataset {
  private final View view;
  private final UUID id;

  IdLoad(View view, UUID id) {
    this.view = view;
    this.id = id;
  }

  @Override
  public Dataset dataset() {
    return view.catalog().dataset(id);
  }

  @Override
  public Explanation explain() {
    Dataset found = dataset();
    DatasetQuery itself =
        DatasetQuery.of(id.toString(), path -> path.equals(found.path())).qc(Qc.CRITICAL);
    return found.session().select(itself).explain();
  }

  @Override
  public Data load() {
    return request().load(dataset());
  }

  @Override
  public Path path() {
    return request().path(dataset());
  }

  @Override
  public NDArray rows(long from, long to) {
    return request().rows(dataset(), from, to);
  }

  private Request request() {
    return new Request(view, id.toString(), Filter.NONE);
  }

  /** What is asked. */
  @Override
  public String toString() {
    return "dataset " + id + ", not read yet: load() reads it";
  }
}
