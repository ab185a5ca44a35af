/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.catalog.Session;
import io.alfheim.catalog.internal.HomeCatalog;
import io.alfheim.catalog.internal.RealParts;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is completed after a session in a variable. */
class SessionNamesTest {
  @Test
  void aSessionInAVariableKnowsItsNames(@TempDir Path temporary) throws IOException {
    Path alf = temporary.resolve("data/SP026/2019-12-10/001/alf");
    RealParts.npy(alf.resolve("probe00/spikes.times.npy"), 1);
    RealParts.npy(alf.resolve("_ibl_wheel.position.npy"), 1);
    HomeCatalog catalog = RealParts.catalog(temporary.resolve("home"));
    try {
      catalog.scan(temporary.resolve("data"));
      Session session = catalog.session("SP026/2019-12-10/001");
      QuotedNames names = new QuotedNames(() -> catalog, variable -> session);
      assertThat(names.at("s.load(\"")).containsExactly("_ibl_wheel.position", "spikes.times");
      assertThat(names.at("1 + s.load(\"spikes.times\", \"al"))
          .containsExactly("alf", "alf/probe00");
      assertThat(names.at("s.loadCollection(\"")).containsExactly("alf", "alf/probe00");
    } finally {
      RealParts.close(catalog);
    }
  }
}
