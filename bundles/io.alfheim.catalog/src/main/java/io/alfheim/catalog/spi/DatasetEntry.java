/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.spi;

import io.alfheim.alf.Qc;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One dataset as the record holds it.
 *
 * @param path below the session folder, with collection, revision and file name
 * @param size bytes, or {@link #UNKNOWN_SIZE}
 * @param hash MD5 of the content in lower-case hexadecimal, or empty if it was never computed
 * @param qc the verdict of quality control
 * @param present whether a store is known to have it
 * @param defaultRevision whether it is the default among the revisions of its file; null if nobody
 *     said
 * @param givenId the id it came with, or null if it has the one derived from its session and path
 * @param stores names of the stores that have it; empty for all stores of its session
 */
public record DatasetEntry(
    String path,
    long size,
    String hash,
    Qc qc,
    boolean present,
    @Nullable Boolean defaultRevision,
    @Nullable UUID givenId,
    List<String> stores) {

  /** The size of a dataset of which only the name is known. */
  public static final long UNKNOWN_SIZE = -1;

  /** Copies the list. */
  public DatasetEntry {
    stores = List.copyOf(stores);
  }

  /** A file just found, about which nothing else is known. */
  public static DatasetEntry found(String path, long size) {
    return new DatasetEntry(path, size, "", Qc.NOT_SET, true, null, null, List.of());
  }

  /** The id it came with, if any. */
  public Optional<UUID> id() {
    return Optional.ofNullable(givenId);
  }

  /** The same dataset with an id. */
  public DatasetEntry withId(UUID id) {
    return new DatasetEntry(path, size, hash, qc, present, defaultRevision, id, stores);
  }

  /** The same dataset with other content. */
  public DatasetEntry withContent(long newSize, String newHash) {
    return new DatasetEntry(path, newSize, newHash, qc, present, defaultRevision, givenId, stores);
  }

  /** The same dataset, held by other stores; by none if it is not present. */
  public DatasetEntry withStores(boolean nowPresent, List<String> newStores) {
    return new DatasetEntry(path, size, hash, qc, nowPresent, defaultRevision, givenId, newStores);
  }

  /** The same dataset with another verdict. */
  public DatasetEntry withQc(Qc newQc) {
    return new DatasetEntry(path, size, hash, newQc, present, defaultRevision, givenId, stores);
  }

  /** The same dataset, being the default revision or not. */
  public DatasetEntry withDefault(boolean isDefault) {
    return new DatasetEntry(path, size, hash, qc, present, isDefault, givenId, stores);
  }
}
