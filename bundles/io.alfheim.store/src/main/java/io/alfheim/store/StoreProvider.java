/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store;

import java.io.IOException;

/** Opens stores of one URI scheme; a service, marked with {@link ProvidesStore}. */
public interface StoreProvider {

  /**
   * Opens a store. The caller closes it.
   *
   * @return a {@link WritableStore} unless the kind of store or the configuration is read-only
   * @throws IOException if the root cannot be reached or an option is wrong; the message names the
   *     store and the next step
   */
  Store open(StoreConfig config) throws IOException;
}
