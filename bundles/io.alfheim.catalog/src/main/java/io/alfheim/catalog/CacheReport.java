/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

import io.alfheim.store.cache.Quarantined;
import java.nio.file.Path;
import java.util.List;

/**
 * What is in the download cache of a home. It can be deleted at any time; what is asked for is fetched
 * again.
 *
 * @param folder where it is
 * @param files number of contents
 * @param bytes the sum of their sizes
 * @param limit how many bytes they may have; what was not used for the longest time makes room
 * @param quarantine what was fetched and was not what the record says, the newest first
 */
public record CacheReport(
    Path folder, long files, long bytes, long limit, List<Quarantined> quarantine) {

  /** Copies the list. */
  public CacheReport {
    quarantine = List.copyOf(quarantine);
  }
}
