/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.Catalog.StoreInfo;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.StoreSet;
import io.alfheim.catalog.UnavailableException;
import io.alfheim.store.Store;
import io.alfheim.store.StoreConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.AbstractCollection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The stores of a home, as users see them: also a collection, to be shown as one. */
final class HomeStores extends AbstractCollection<StoreInfo> implements StoreSet {
  private final Stores stores;

  HomeStores(Stores stores) {
    this.stores = stores;
  }

  @Override
  public List<StoreInfo> list() {
    try {
      return stores.list();
    } catch (IOException e) {
      throw Failure.of("The stores of this home cannot be read", e);
    }
  }

  @Override
  public Store get(String name) {
    try {
      return stores.get(name);
    } catch (IOException e) {
      throw Failure.of("Store '" + name + "' cannot be opened", e);
    }
  }

  @Override
  public StoreConfig config(String name) {
    try {
      return stores.config(name);
    } catch (IOException e) {
      throw Failure.of("The configuration of store '" + name + "' cannot be read", e);
    }
  }

  @Override
  public StoreInfo add(String name, String root, Map<String, String> options) {
    Map<String, String> lines = new HashMap<>(options);
    lines.put("uri", uri(root));
    try {
      StoreConfig config =
          new StoreLines(name, "the configuration of store '" + name + "'", lines).config();
      stores.add(config);
      return stores.info(config);
    } catch (IOException e) {
      throw notAdded(name, e);
    }
  }

  private static CatalogException notAdded(String name, IOException e) {
    RuntimeException failure = Failure.of("Store '" + name + "' was not added", e);
    if (failure instanceof UnavailableException) {
      return new UnavailableException(
          String.valueOf(failure.getMessage()), "Correct it and try again; nothing was saved.", e);
    }
    throw failure;
  }

  /** What begins as a path is the path of a local folder. */
  private static String uri(String root) {
    if (root.startsWith("/")) {
      return Stores.uri(Path.of(root)).toString();
    }
    return root.startsWith("~/")
        ? Stores.uri(Path.of(System.getProperty("user.home"), root.substring(2)))
            .toString()
        : root;
  }

  @Override
  public void remove(String name) {
    try {
      stores.remove(name);
    } catch (IOException e) {
      throw Failure.of("Store '" + name + "' cannot be removed", e);
    }
  }

  @Override
  public Iterator<StoreInfo> iterator() {
    return list().iterator();
  }

  @Override
  public int size() {
    return list().size();
  }
}
