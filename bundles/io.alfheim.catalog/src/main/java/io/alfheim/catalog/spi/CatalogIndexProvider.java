/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.spi;

import java.io.IOException;
import java.nio.file.Path;

/** Opens the index of a home; a service. */
public interface CatalogIndexProvider {

  /**
   * Opens the index in a directory. An index that is missing, damaged or of another version opens as
   * an empty one at {@link CommitId#NONE}. One in a directory that cannot be written is worked on as
   * a copy in temporary space, which closing it deletes.
   */
  CatalogIndex open(Path directory) throws IOException;

  /**
   * Copies the index of a directory, as it is now, to another that is empty or is not there yet.
   * Where there is no index that can be read, what is copied opens as an empty one.
   */
  void copy(Path from, Path to) throws IOException;
}
