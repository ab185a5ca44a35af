/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.blobs.Cleanup.Trouble;
import io.alfheim.store.StorePath;
import org.junit.jupiter.api.Test;

/** However much goes wrong, it can be told. */
class TroublesTest {
  private final StorePath folder = new StorePath("local");
  private final Troubles troubles = new Troubles(folder);

  @Test
  void theFirstAreNamedAndTheRestIsCounted() {
    for (int i = 0; i < Troubles.NAMED + 7; i++) {
      troubles.add(folder.resolve("o" + i), "No permission.");
    }
    assertThat(troubles.list())
        .hasSize(Troubles.NAMED + 1)
        .startsWith(new Trouble("local/o0", "No permission."))
        .endsWith(new Trouble("local", "and 7 more. Mend what is named here, then try again."));
    troubles.clear();
    assertThat(troubles.list()).isEmpty();
  }

  @Test
  void whatGoesWrongTwiceIsNamedOnce() {
    troubles.add(folder.resolve("o"), "first");
    troubles.add(folder.resolve("o"), "second");
    assertThat(troubles.list()).containsExactly(new Trouble("local/o", "second"));
  }
}
