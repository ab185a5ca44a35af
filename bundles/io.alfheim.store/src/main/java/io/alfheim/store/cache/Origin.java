/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.cache;

import io.alfheim.store.Location;
import io.alfheim.store.Store;
import java.io.IOException;

/**
 * A place that content may be fetched from.
 *
 * @param location where it is
 * @param opener gives the open store of the location, when it is its turn
 */
public record Origin(Location location, Opener opener) {

  /** Gives a store; who asks does not close it. */
  @FunctionalInterface
  public interface Opener {
    /** The store, open. */
    Store open() throws IOException;
  }
}
