/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one;

import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.Explanation;
import io.alfheim.data.Data;
import io.alfheim.data.Document;
import io.alfheim.data.NDArray;
import io.alfheim.data.Table;
import java.nio.file.Path;

/** A dataset that is looked up and read when a word asks for what is in it, at each word anew. */
public sealed interface LazyDataset extends Data permits DatasetLoad, IdLoad {

  /** The dataset, as the catalog knows it: its session, path, size and QC. */
  Dataset dataset();

  /** Why this dataset: what was considered, and what decided. */
  Explanation explain();

  /** Its content. */
  Data load();

  /** Its file on this machine; nothing is read. */
  Path path();

  /** Some rows of its array, the last one not included; a large file is not read as a whole. */
  NDArray rows(long from, long to);

  @Override
  default NDArray array() {
    return load().array();
  }

  @Override
  default Table table() {
    return load().table();
  }

  @Override
  default Document document() {
    return load().document();
  }

  /** What is asked; nothing is looked up for it. What it holds says {@code load().describe()}. */
  @Override
  default String describe() {
    return toString();
  }
}
