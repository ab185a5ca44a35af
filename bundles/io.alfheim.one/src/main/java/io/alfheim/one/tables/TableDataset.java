/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.tables;

import io.alfheim.alf.Qc;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table of datasets.
 *
 * @param session id of its session
 * @param id the dataset id, unique in its session
 * @param path below the session, with collection, revision and file name
 * @param size bytes, or -1 if not known
 * @param hash MD5 in lower-case hexadecimal, or empty if it was never computed
 * @param exists whether some store has it
 * @param qc the verdict of quality control
 * @param defaultRevision whether it is the default among its revisions; null if nobody said
 * @param existsAt whether a certain repository has it, by the name of the column: {@code exists_aws};
 *     without those of which nobody said
 */
public record TableDataset(
    String session,
    String id,
    String path,
    long size,
    String hash,
    boolean exists,
    Qc qc,
    @Nullable Boolean defaultRevision,
    Map<String, Boolean> existsAt) {

  /** The size of a dataset of which only the name is known. */
  public static final long UNKNOWN_SIZE = -1;

  /** Copies the map. */
  public TableDataset {
    existsAt = Map.copyOf(existsAt);
  }

  /** A row that says nothing of repositories. */
  public TableDataset(
      String session,
      String id,
      String path,
      long size,
      String hash,
      boolean exists,
      Qc qc,
      @Nullable Boolean defaultRevision) {
    this(session, id, path, size, hash, exists, qc, defaultRevision, Map.of());
  }
}
