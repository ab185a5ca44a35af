/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameValidityTest {

  @ParameterizedTest(name = "case {0}: {1} is legal: {2}")
  @CsvSource({
    "22, trials.feedbackType.npy, true",
    "23, spike_train.npy, false",
    "24, .invalid, false",
    "25, obj-x.attr.npy, false",
    "26, obj.at-tr.npy, false",
    "27, obj.attr.ex-tra.npy, true",
    "28, obj.attr..npy, false",
    "28, obj.attr_.npy, false",
    "28, obj.attr.npy., false",
    "29, collection/obj.attr.npy, false",
    "30, obj._Phy_ids.npy, false",
    "31, obj.ü.npy, false",
    "31, öbj.attr.npy, true",
    "32, 1.2.3, true",
  })
  void legalNamesAreToldFromOthers(int number, String name, boolean legal) {
    assertThat(AlfName.isValid(name)).isEqualTo(legal);
    assertThat(AlfName.find(name).isPresent()).isEqualTo(legal);
    assertThat(AlfName.whyInvalid(name).isEmpty()).isEqualTo(legal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.b           | has 1 dot, needs at least 2: object.attribute.extension",
        "a-b.times.npy | has '-', which is not allowed in the object 'a-b'",
        ".times.npy    | has an empty object",
        "obj..npy      | has no attribute between its first two dots",
        "obj.ü.npy     | has 'ü', which is not allowed in the attribute 'ü': ASCII letters and digits only",
        "obj._P_x.npy  | has an attribute '_P_x' that starts with '_' but not with a lower-case prefix such as '_phy_'",
        "obj._phy_.npy | has nothing after the prefix in the attribute '_phy_'",
        "obj.a_.npy    | has an empty timescale",
        "obj.a_b c.npy | has ' ', which is not allowed in the timescale 'b c'",
        "obj.a..npy    | has nothing between two dots before the extension",
        "obj.a.x y.npy | has ' ', which is not allowed in the extra 'x y'",
        "obj.a.n~      | has '~', which is not allowed in the extension 'n~'",
        "obj.a.        | has an empty extension",
        "x/obj.a.npy   | is a path, not a file name",
      })
  void theReasonIsSaidInPlainWords(String name, String why) {
    assertThat(AlfName.whyInvalid(name)).contains(why);
  }

  @Test
  void aTrailingNewlineIsNotForgiven() {
    assertThat(AlfName.whyInvalid("obj.attr.npy\n"))
        .contains("has '\\u000a', which is not allowed in the extension 'npy\\u000a'");
  }

  @Test
  void theEmptyNameSaysThatItIsEmpty() {
    assertThat(AlfName.whyInvalid("")).contains("is empty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "данные.times.npy",
        "数据.times_時計.npy",
        "obj².a.npy",
        "Ⅷ.a.b",
        "𝒳.attr.npy",
        "٣.a.b"
      })
  void lettersAndNumbersOfAnyScriptAreWordCharacters(String name) {
    assertThat(AlfName.parse(name)).hasToString(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"u\u0308.a.b", "a\u203Fb.a.b", "a\u200Db.a.b", "\uD835.a.b", "a b.c.d"})
  void combiningMarksConnectorsAndHalvesOfPairsAreNot(String name) {
    assertThat(AlfName.isValid(name)).isFalse();
  }
}
