/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.internal;

import io.alfheim.store.Store;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.StoreOptions;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/** The options that every store of this bundle understands, and the check that there are no others. */
public record Options(StoreConfig config) {
  private static final String READ_ONLY = "readOnly";

  /** How some users of stores lay out their files; nothing to those who open them. */
  private static final Set<String> LAYOUT = Set.of("subfolding", "stage");

  /**
   * Checks the names of all options.
   *
   * @param known those beside the common ones
   * @throws IOException for a name that nobody understands
   */
  public void check(Set<String> known) throws IOException {
    TreeSet<String> all = new TreeSet<>(known);
    all.add(READ_ONLY);
    for (String name : new TreeSet<>(config.options().keySet())) {
      if (!all.contains(name) && !LAYOUT.contains(name)) {
        throw new IOException("Store '" + config.name() + "' has an unknown option '" + name
            + "'. Use one of " + all + ".");
      }
    }
  }

  /** The store, without its writing half if that was asked for. */
  public Store restrict(Store store) throws IOException {
    return new StoreOptions(config).flag(READ_ONLY, false) ? new ReadOnlyStore(store) : store;
  }
}
