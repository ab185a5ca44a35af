/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.internal;

import io.alfheim.store.Store;

/** A store without its writing half. */
public final class ReadOnlyStore extends FilterStore {
  public ReadOnlyStore(Store store) {
    super(store);
  }
}
