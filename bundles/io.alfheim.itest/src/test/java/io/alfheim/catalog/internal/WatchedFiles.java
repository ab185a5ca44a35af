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
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Opens real folders in which something happens once, when something is done with one path. */
record WatchedFiles(List<String> calls, StorePath path, Happening happening, AtomicBoolean happened)
    implements StoreProvider {

  /** What happens. */
  @FunctionalInterface
  interface Happening {
    void happen() throws IOException;
  }

  private WatchedFiles(List<String> calls, String path, Happening happening) {
    this(calls, new StorePath(path), happening, new AtomicBoolean());
  }

  /** When a folder is listed, or a file is read. */
  WatchedFiles(String path, Happening happening) {
    this(List.of("list", "read"), path, happening);
  }

  /** When one waits for the disk to have a copy. */
  static WatchedFiles forced(String path, Happening happening) {
    return new WatchedFiles(List.of("force"), path, happening);
  }

  @Override
  public Store open(StoreConfig config) throws IOException {
    Store store = new FileStoreProvider().open(config);
    return (Store) Proxy.newProxyInstance(
        Store.class.getClassLoader(),
        new Class<?>[] {WritableStore.class},
        (proxy, method, args) -> {
          boolean used = calls.contains(method.getName()) && isMeant(args[0]);
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

  private boolean isMeant(Object asked) {
    return asked instanceof Collection<?> all ? all.contains(path) : path.equals(asked);
  }
}
