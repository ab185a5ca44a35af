/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.itest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The verbs of ONE at the console. */
class OneIT {
  @Test
  void theVerbsOfOneAreThereFromTheStart() throws Exception {
    Finished done = Finished.console("""
        var eid = one.search().subject("SP026").datasets("spikes.times.npy").get(0)
        one.listCollections(eid)
        one.loadDataset(eid, "spikes.times").collection("alf/probe00").explain()
        """, "--demo", "-");
    assertThat(done.err()).isEmpty();
    assertThat(done.out()).contains("alf/probe00").contains("chosen: ");
  }
}
