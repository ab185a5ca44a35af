/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store;

/**
 * Where something is: a path in a named store.
 *
 * @param store the name of the store
 * @param path the path in it
 */
public record Location(String store, StorePath path) {
  @Override
  public String toString() {
    return store + ":" + path;
  }
}
