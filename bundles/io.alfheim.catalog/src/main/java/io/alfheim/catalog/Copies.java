/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

import io.alfheim.store.cache.DownloadCache;
import java.nio.file.Path;
import java.util.List;

/**
 * What stores and the cache of the home have of datasets. A dataset may be in several stores; {@code
 * load} takes the nearest copy that is intact: of a local store, of the cache, of a far store.
 *
 * <p>Intact is what can be read and has the recorded size. The recorded hash is compared where bytes
 * travel, are copied, moved or verified; a local file is not hashed each time it is loaded.
 */
public interface Copies {

  /**
   * Brings datasets to this machine, a few at a time, and checks them against size and hash of the
   * record. What is here already stays where it is; a copy of the rest is kept in the cache of the
   * home, where {@code load} finds it. What was cut off goes on the next time.
   *
   * @return their local files, in the same order; all are there until something else is fetched
   * @throws CatalogException if one of them cannot be had, after the others have come; if they need
   *     more room than the cache may take, before the first comes
   */
  List<Path> download(List<Dataset> datasets);

  /**
   * Copies datasets to another store, as one commit. Where two stores are on one server or on disks of
   * this machine the bytes go from one to the other; else they pass through here, and go on after a
   * cut. Each copy is checked against what the record says, and so is what the store has already.
   *
   * <p>When it ends early, the record has not changed, and no half of a file is there. The copies that
   * were whole by then stay, and are not made again the next time. A file that is only the beginning
   * of a dataset, as an unplugged disk has it, is replaced; one of other bytes never is.
   *
   * @throws UnknownStoreException if there is no such store, or it can only be read
   * @throws CatalogException if one cannot be copied or is damaged everywhere
   */
  CopyReport copy(List<Dataset> datasets, String store);

  /**
   * As {@link #copy}, and takes the datasets out of all other stores. A file is deleted after it was
   * compared with its copy, byte by byte, and the record says that it is gone. One of other bytes, or
   * that is the copy itself by a link, ends the move before the record changes and anything is deleted.
   *
   * @throws UnknownStoreException if one of the stores can only be read
   * @throws CatalogException as {@code copy}; or with the files that could not be deleted, when all
   *     else is done
   */
  CopyReport move(List<Dataset> datasets, String store);

  /**
   * Reads datasets in every store that has them, and compares them with the record. Changes nothing.
   *
   * @return what is missing or damaged where
   */
  CheckReport verify(List<Dataset> datasets);

  /** What is in the cache of the home. */
  CacheReport cache();

  /**
   * The cache of the home itself, for who brings other far content here. All share this one: what is
   * held in it stays, whoever adds to it.
   *
   * @throws CatalogException if its settings are wrong
   */
  DownloadCache downloads();
}
