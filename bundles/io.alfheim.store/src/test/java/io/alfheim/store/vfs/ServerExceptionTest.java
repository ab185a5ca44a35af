/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.vfs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What servers say that want to say more than one line. */
class ServerExceptionTest {
  @Test
  void whatAServerSaysIsOneLineAndNoOrderToATerminal() {
    String said = "No.\r\n2026-01-01 INFO all is well\u001b[2J\u009b1m\u2028\b\u0000Größe 5 µm";
    assertThat(new ServerException("The server says: " + said, null))
        .hasMessage("The server says: No. 2026-01-01 INFO all is well [2J 1m Größe 5 µm");
  }

  @Test
  void whatAServerSaysIsNotEndless() {
    assertThat(new ServerException("x".repeat(1_000_000), null).getMessage())
        .hasSize(2001)
        .endsWith("…");
  }
}
