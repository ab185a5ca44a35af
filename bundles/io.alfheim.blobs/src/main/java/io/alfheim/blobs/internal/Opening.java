/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import io.alfheim.blobs.Stored;
import io.alfheim.store.Store;
import java.io.IOException;

/** Opens the store of a section by its name. */
@FunctionalInterface
interface Opening {

  /** For who reads. */
  Store open(String store);

  /** For who puts something, which must not be taken for that of others who were there before. */
  default Store openToPut(String store) throws IOException {
    return open(store);
  }

  /** Hears of a file that is about to be placed. */
  default void placing(Stored file) {}
}
