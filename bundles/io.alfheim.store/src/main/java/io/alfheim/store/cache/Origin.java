/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.cache;

import io.alfheim.store.Location;
import io.alfheim.store.Store;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.util.List;

/**
 * A place that content may be fetched from.
 *
 * @param location where it is
 * @param names what the file may be called there; the first of these that is there is taken
 * @param opener gives the open store of the location, when it is its turn
 */
public record Origin(Location location, List<StorePath> names, Opener opener) {

  /** Copies the names. */
  public Origin {
    names = List.copyOf(names);
  }

  /** A file of one name. */
  public Origin(Location location, Opener opener) {
    this(location, List.of(location.path()), opener);
  }

  /** Gives a store; who asks does not close it. */
  @FunctionalInterface
  public interface Opener {
    /** The store, open. */
    Store open() throws IOException;
  }
}
