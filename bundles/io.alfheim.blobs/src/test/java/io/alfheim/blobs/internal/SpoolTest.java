/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.store.StoreEntry;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lists longer than memory, brought together. */
class SpoolTest {
  private static StorePath path(int i) {
    return new StorePath("lab/" + i);
  }

  @Test
  void everythingFoundIsToldOnceWithItsUse() throws IOException {
    Map<Spool.Use, Integer> counts = new EnumMap<>(Spool.Use.class);
    List<Spool.Use> uses = List.of(Spool.Use.KEPT, Spool.Use.ONCE, Spool.Use.NEVER);
    try (Spool spool = new Spool()) {
      for (int i = 0; i < 30_000; i++) {
        spool.find(StoreEntry.file(path(i), i, 7));
        if (i % 3 == 0) {
          spool.refer(path(i), Spool.Use.KEPT);
        }
        if (i % 3 <= 1) {
          spool.refer(path(i), Spool.Use.ONCE);
        }
      }
      spool.find(StoreEntry.file(path(1), 1, 7));
      spool.refer(new StorePath("not/there"), Spool.Use.KEPT);
      spool.join((entry, use) -> {
        int i = Integer.parseInt(entry.path().name());
        assertThat(use).isEqualTo(uses.get(i % 3));
        assertThat(entry).isEqualTo(StoreEntry.file(path(i), i, 7));
        counts.merge(use, 1, Integer::sum);
      });
    }
    assertThat(counts)
        .containsEntry(Spool.Use.KEPT, 10_000)
        .containsEntry(Spool.Use.ONCE, 10_000)
        .containsEntry(Spool.Use.NEVER, 10_000);
  }
}
