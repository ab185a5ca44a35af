/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.help;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import io.alfheim.data.NDArray;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {

  @Test
  void dataSaysWhatItIsAndWhatItCanDo() {
    assertThat(Explanation.of(NDArray.of(1.0, 2.0)))
        .contains("float64")
        .contains(".mean(")
        .doesNotContain("wait");
  }

  @Test
  void anyListIsAList() {
    assertThat(Explanation.of(List.of(1)))
        .contains("List")
        .contains(".size()")
        .doesNotContain("hashCode");
  }

  @Test
  void aContainerWithVerbsOfItsOwnTellsThem() {
    assertThat(Explanation.of(new Headers())).contains("Headers", ".getFirst(", ".size()");
  }
}
