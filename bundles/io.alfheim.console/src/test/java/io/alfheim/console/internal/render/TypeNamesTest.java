/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypeNamesTest {

  @Test
  void packagesAreLeftOut() {
    assertThat(TypeNames.shorten("java.util.List<java.lang.String> a.B.find(java.nio.file.Path p)"))
        .isEqualTo("List<String> B.find(Path p)");
    assertThat(TypeNames.shorten("java.util.Map.Entry<K, V>")).isEqualTo("Map.Entry<K, V>");
  }
}
