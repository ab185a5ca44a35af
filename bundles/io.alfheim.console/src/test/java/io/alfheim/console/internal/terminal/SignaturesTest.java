/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignaturesTest {

  @Test
  void packagesAreLeftOut() {
    assertThat(
            Signatures.shorten("java.util.List<java.lang.String> a.B.find(java.nio.file.Path p)"))
        .isEqualTo("List<String> B.find(Path p)");
    assertThat(Signatures.shorten("java.util.Map.Entry<K, V>")).isEqualTo("Map.Entry<K, V>");
  }
}
