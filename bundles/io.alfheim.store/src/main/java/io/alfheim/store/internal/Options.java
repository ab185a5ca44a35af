/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.internal;

import io.alfheim.store.Store;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.StoreOptions;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The options that every store of this bundle understands, and the check that there are no others. */
public record Options(StoreConfig config) {
  private static final String READ_ONLY = "readOnly";

  /** How some users of stores lay out their files; nothing to those who open them. */
  private static final String SUBFOLDING = "subfolding";

  private static final String STAGE = "stage";

  /**
   * Checks the names of all options, and the values of those that are the same for all stores.
   *
   * @param known those beside the common ones
   * @throws IOException for a name that nobody understands
   */
  public void check(Set<String> known) throws IOException {
    TreeSet<String> all = new TreeSet<>(known);
    all.add(READ_ONLY);
    TreeSet<String> accepted = new TreeSet<>(all);
    accepted.addAll(Set.of(SUBFOLDING, STAGE));
    for (String name : new TreeSet<>(config.options().keySet())) {
      if (!accepted.contains(name)) {
        throw new IOException("Store '" + config.name() + "' has an unknown option '" + name + "'"
            + nearest(name, accepted) + ". Use one of " + all + ".");
      }
    }
    checkLayout(new StoreOptions(config));
  }

  private static String nearest(String name, Set<String> known) {
    return Spelling.nearest(name, known)
        .map(meant -> "; nearest is '" + meant + "'")
        .orElse("");
  }

  private static void checkLayout(StoreOptions options) throws IOException {
    Optional<String> subfolding = options.text(SUBFOLDING);
    if (subfolding.isPresent() && !subfolding.get().matches("\\d{1,2}(\\s*,\\s*\\d{1,2})*")) {
      throw options.wrong(SUBFOLDING, subfolding.get(), "numbers of letters, for example 2, 2");
    }
    Optional<String> stage = options.text(STAGE);
    if (stage.isPresent() && !new File(stage.get()).isAbsolute()) {
      throw options.wrong(STAGE, stage.get(), "the absolute path of a folder on this computer");
    }
  }

  /** The store, without its writing half if that was asked for. */
  public Store restrict(Store store) throws IOException {
    return new StoreOptions(config).flag(READ_ONLY, false) ? new ReadOnlyStore(store) : store;
  }
}
