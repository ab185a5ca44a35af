/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorePathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil", "a/../b", "a/..", ".", "..", "./a", "a//b", "/a", "a/", "/", "a/./b", "a\0b",
        "\0"
      })
  void pathsThatCouldLeaveTheirStoreAreRefused(String text) {
    assertThatThrownBy(() -> new StorePath(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a/b", "...", "..a/b..", ".hidden", "a b/#1#/é", "a\\b", "C:"})
  void otherNamesAreFine(String text) {
    assertThat(new StorePath(text).value()).isEqualTo(text);
  }

  @Test
  void resolveGoesDownOnly() {
    assertThat(new StorePath("a").resolve("b/c")).isEqualTo(new StorePath("a/b/c"));
    assertThatThrownBy(() -> new StorePath("a").resolve("../b"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new StorePath("a").resolve(""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void belowIsNotFooledByALongerName() {
    assertThatThrownBy(() -> new StorePath("ab/c").below(new StorePath("a")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void parentNameAndBelowPutTheSamePathTogetherAgain(
      @ForAll @AlphaChars @StringLength(min = 1, max = 5) String parent,
      @ForAll @AlphaChars @StringLength(min = 1, max = 5) String name) {
    StorePath path = new StorePath(parent).resolve(name);
    assertThat(path.parent()).isEqualTo(new StorePath(parent));
    assertThat(path.name()).isEqualTo(name);
    assertThat(path.below(path.parent())).isEqualTo(name);
    assertThat(StorePath.of("/" + path + "/")).isEqualTo(path);
  }
}
