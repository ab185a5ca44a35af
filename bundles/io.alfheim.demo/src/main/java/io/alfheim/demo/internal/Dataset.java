/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.demo.internal;

import io.alfheim.alf.DatasetPath;
import io.alfheim.data.Data;

/** A dataset to be written, at its place below the session. */
record Dataset(DatasetPath path, Data data) {

  static Dataset of(String path, Data data) {
    return new Dataset(DatasetPath.parse(path), data);
  }

  /** Other values of the same dataset. */
  Dataset revised(String revision, Data newData) {
    return new Dataset(path.withRevision(revision), newData);
  }
}
