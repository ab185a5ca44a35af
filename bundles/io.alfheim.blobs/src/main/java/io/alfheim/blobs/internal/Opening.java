/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import io.alfheim.store.Store;
import java.io.IOException;

/** Opens the store of a section by its name. */
@FunctionalInterface
interface Opening {

  /** For who reads. */
  Store open(String store);

  /** For who puts something: what there was before the first of them is told apart for ever. */
  default Store openToPut(String store) throws IOException {
    return open(store);
  }
}
