/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

import io.alfheim.catalog.Catalog.StoreInfo;
import io.alfheim.store.Store;
import io.alfheim.store.StoreConfig;
import java.util.List;
import java.util.Map;

/**
 * The stores of a home, by name. They are configured in files, {@code etc/io.alfheim.store-NAME.cfg},
 * or by a Config Admin service as {@code io.alfheim.store~NAME}; a file is read anew each time. Safe
 * for threads.
 */
public interface StoreSet extends Iterable<StoreInfo> {

  /** All of them, sorted by name; one whose configuration is wrong says so where its root would be. */
  List<StoreInfo> list();

  /**
   * A store, open. All share it: it is not to be closed.
   *
   * @throws UnknownStoreException if there is none of that name, or nothing installed opens it
   * @throws CatalogException if its configuration is wrong or it does not answer
   */
  Store get(String name);

  /**
   * How a store is configured; secrets are references.
   *
   * @throws UnknownStoreException if there is none of that name
   */
  StoreConfig config(String name);

  /** As {@link #add(String, String, Map)}, without options. */
  default StoreInfo add(String name, String root) {
    return add(name, root, Map.of());
  }

  /**
   * Makes a store known: opens it, and writes its configuration down if it answers.
   *
   * @param name letters, digits, {@code _ . -}
   * @param root a URI, {@code s3://bucket/prefix}, or the path of a local folder
   * @param options as the README of the bundle that opens such stores names them; a secret is a
   *     reference, {@code $[env:NAME]}, {@code $[file:/path]} or {@code $[prompt:Words]}
   * @throws CatalogException if the name is taken, something is wrong, or the store does not answer;
   *     nothing was written then
   */
  StoreInfo add(String name, String root, Map<String, String> options);

  /**
   * Forgets how to open a store. Its files stay, and so does what is recorded of them; it can be had
   * again when a store of that name is added.
   *
   * @throws UnknownStoreException if there is none of that name
   */
  void remove(String name);
}
