/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.store.Store;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.StorePath;
import io.alfheim.store.StoreProvider;
import io.alfheim.store.WritableStore;
import io.alfheim.store.internal.FileStoreProvider;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Opens real folders in which something happens once, when one is listed or a file is read. */
record WatchedFiles(StorePath path, Happening happening, AtomicBoolean happened)
    implements StoreProvider {

  /** What happens. */
  @FunctionalInterface
  interface Happening {
    void happen() throws IOException;
  }

  WatchedFiles(String path, Happening happening) {
    this(new StorePath(path), happening, new AtomicBoolean());
  }

  @Override
  public Store open(StoreConfig config) throws IOException {
    Store store = new FileStoreProvider().open(config);
    return (Store) Proxy.newProxyInstance(
        Store.class.getClassLoader(),
        new Class<?>[] {WritableStore.class},
        (proxy, method, args) -> {
          boolean used = List.of("list", "read").contains(method.getName()) && path.equals(args[0]);
          if (used && happened.compareAndSet(false, true)) {
            happening.happen();
          }
          try {
            return method.invoke(store, args);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }
}
