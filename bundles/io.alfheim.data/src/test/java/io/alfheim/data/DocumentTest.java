/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentTest {

  private static Document settings() {
    return Document.of(Map.of(
        "rig", Map.of("name", "_iblrig_1", "on", true),
        "probes", List.of(Map.of("rate", 30000, "gain", 0.5f), "second"),
        "spikes.times", Map.of("npy", 7),
        "nothing", Arrays.asList(1, null)));
  }

  @Test
  void aPathLeadsThroughMapsAndLists() {
    assertThat(settings().text("rig.name")).isEqualTo("_iblrig_1");
    assertThat(settings().flag("rig.on")).isTrue();
    assertThat(settings().integer("probes.0.rate")).isEqualTo(30000);
    assertThat(settings().number("probes.0.gain")).isEqualTo(0.5);
    assertThat(settings().text("probes.1")).isEqualTo("second");
    assertThat(settings().list("probes")).hasSize(2);
    assertThat(settings().get("")).isEqualTo(settings());
  }

  @Test
  void aKeyMayContainDots() {
    assertThat(settings().integer("spikes.times.npy")).isEqualTo(7);
  }

  @Test
  void nullIsThereAndNotMissing() {
    assertThat(settings().get("nothing.1").isNull()).isTrue();
    assertThat(settings().find("nothing.2")).isEmpty();
    assertThat(settings().find("nothing.-1")).isEmpty();
    assertThat(settings().find("nothing.0.x")).isEmpty();
  }

  @Test
  void aMissingPathNamesTheNearestKey() {
    assertThatThrownBy(() -> settings().get("rig.nme"))
        .isInstanceOf(DataException.class)
        .hasMessage("No 'nme' in 'rig'. Nearest: 'name'.");
    assertThatThrownBy(() -> settings().get("xyz"))
        .hasMessageStartingWith("No 'xyz' in the document.")
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.type(DataException.class))
        .satisfies(e -> assertThat(e.hint()).contains("map of 4"));
  }

  @Test
  void aQuestionOfTheWrongTypeSaysWhatIsThere() {
    assertThatThrownBy(() -> settings().number("rig.name"))
        .hasMessage("This is not a number but document, text.");
    assertThatThrownBy(() -> settings().text("rig")).isInstanceOf(DataException.class);
    assertThatThrownBy(() -> settings().list("rig")).isInstanceOf(DataException.class);
    assertThatThrownBy(() -> settings().flag("rig")).isInstanceOf(DataException.class);
    assertThatThrownBy(() -> settings().integer("probes.0.gain")).isInstanceOf(DataException.class);
    assertThatThrownBy(() -> settings().array()).isInstanceOf(DataException.class);
  }

  @Test
  void numbersAreLongsBigIntegersOrDoubles() {
    Document numbers = Document.of(
        List.of(1, (short) 2, BigInteger.ONE.shiftLeft(64), 0.5f, new BigDecimal("0.1")));
    assertThat(numbers.value()).isEqualTo(List.of(1L, 2L, BigInteger.ONE.shiftLeft(64), 0.5, 0.1));
  }

  @Test
  void whatTheTreeIsMadeFromMayChangeAfterwards() {
    List<Object> list = new ArrayList<>(List.of(1));
    Document document = Document.of(list);
    list.add(2);
    assertThat(document.size()).isEqualTo(1);
    assertThat(document.value())
        .satisfies(value -> assertThatThrownBy(() -> ((List<?>) value).clear())
            .isInstanceOf(UnsupportedOperationException.class));
  }

  @Test
  void onlyWhatJsonKnowsIsAccepted() {
    assertThatIllegalArgumentException().isThrownBy(() -> Document.of(new byte[1]));
    assertThatIllegalArgumentException().isThrownBy(() -> Document.of(Map.of(1, 2)));
  }

  @Test
  void aTreeWithoutEndIsRefused() {
    List<Object> snake = new ArrayList<>();
    snake.add(snake);
    assertThatIllegalArgumentException().isThrownBy(() -> Document.of(snake));
  }

  @Test
  void showsItselfAsIndentedJson() {
    assertThat(
            Document.of(Map.of("a", List.of(1, 2.5, "x\"\n\u0001", List.of()))).toString())
        .isEqualTo("""
            {
              "a": [
                1,
                2.5,
                "x\\"\\n\\u0001",
                []
              ]
            }""");
    assertThat(Document.of(List.of(1, 2, 3))).hasToString("[1, 2, 3]");
    assertThat(Document.of(Map.of())).hasToString("{}");
    assertThat(Document.of(null)).hasToString("null");
  }

  @Test
  void showsItselfInOneLineAsWell() {
    assertThat(Document.of(List.of(Map.of("a", List.of(1, 2)), Map.of())).toJson())
        .isEqualTo("[{\"a\": [1, 2]}, {}]");
  }

  @Test
  void describesItself() {
    assertThat(Document.of(Map.of("a", 1)).describe()).isEqualTo("document, map of 1: a");
    assertThat(Document.of(List.of()).describe()).isEqualTo("document, list of 0");
    assertThat(Document.of(1.5).describe()).isEqualTo("document, number");
    Document document = settings();
    assertThat(document.document()).isSameAs(document);
  }
}
