/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.mym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Bytes that nobody packed: refused, whatever they claim to be. */
class HostileBytesTest {
  private static final String MAX = "ffffffffffffff7f";
  private static final String ALL = "ffffffffffffffff";

  @Test
  void damagedBytesAreRefusedByName() {
    List<String> refused = List.of(
        "",
        "646a30",
        "646a3000",
        "78797a0041",
        "6d596d0051",
        "6d596d0050",
        "646a30000b0100",
        "5a4c3132330005000000000000000102030405",
        "646a3000740000000000000000000000ff",
        "646a300074ffffffffffffffffffffffff",
        "646a300005" + "0100000000000000" + "ff");
    assertThat(refused)
        .allSatisfy(hex -> assertThatThrownBy(() -> unpack(hex))
            .isInstanceOf(MymException.class)
            .hasMessageStartingWith("This is no packed value: "));
  }

  @Test
  void countsAreNotBelievedBeforeTheBytesAreThere() {
    List<String> claims = List.of(
        "646a300005" + MAX,
        "646a300006" + ALL,
        "646a300002" + MAX,
        "646a300004" + MAX,
        "646a300041" + MAX,
        "646a300041" + "0100000000000000" + MAX + "0600000000000000",
        "646a300041" + "0200000000000000" + MAX + MAX + "0600000000000000",
        "646a300041" + "0300000000000000" + MAX + MAX + "0000000000000000" + "0600000000000000",
        "646a300041" + "0100000000000000" + MAX + "0500000000000000",
        "6d596d0043" + "0100000000000000" + MAX,
        "6d596d0053" + "0100000000000000" + MAX + "0100000061006200",
        "646a300046" + "ffffffff",
        "5a4c31323300" + MAX + "789c0300",
        "5a4c31323300" + "ffff000000000000" + "789c030000000001");
    assertThat(claims)
        .allSatisfy(hex -> assertThatThrownBy(() -> unpack(hex)).isInstanceOf(MymException.class));
  }

  @Test
  void aStructureWithoutFieldsHasNoItemsHoweverManyItClaims() {
    assertThat(unpack("6d596d0053" + "0100000000000000" + MAX + "00000000"))
        .asInstanceOf(InstanceOfAssertFactories.type(StructArray.class))
        .satisfies(structure -> assertThat(structure.items()).isEmpty());
  }

  @Test
  void deepNestingOverflowsNoStack() {
    int deep = 20_000;
    StringBuilder hex = new StringBuilder("646a3000");
    for (long i = deep; i > 0; i--) {
      hex.append("02").append("0100000000000000");
      hex.append(HexFormat.of().toHexDigits(Long.reverseBytes((i - 1) * 17 + 1)));
    }
    assertThatThrownBy(() -> unpack(hex.append("ff").toString()))
        .isInstanceOf(MymException.class)
        .hasMessageContaining("nested more than 200 deep");
    String records = "46" + "01000000" + "6100";
    assertThatThrownBy(() -> unpack("646a3000" + records.repeat(deep)))
        .isInstanceOf(MymException.class);
  }

  @Property(tries = 300)
  void anExampleThatIsCutOffIsRefused(@ForAll("examples") byte[] example, @ForAll int at) {
    byte[] cut = Arrays.copyOf(example, Math.floorMod(at, example.length));
    assertThatThrownBy(() -> Mym.unpack(cut)).isInstanceOf(MymException.class);
  }

  @Property(tries = 3000)
  void aChangedByteGivesAValueOrARefusalAndNothingElse(
      @ForAll("examples") byte[] example, @ForAll int at, @ForAll @IntRange(max = 255) int value) {
    byte[] changed = example.clone();
    changed[Math.floorMod(at, changed.length)] = (byte) value;
    unpackOrRefuse(changed);
  }

  @Property(tries = 2000)
  void anyBytesGiveAValueOrARefusalAndNothingElse(@ForAll byte[] noise) {
    byte[] bytes = Arrays.copyOf(new byte[] {'d', 'j', '0', 0}, noise.length + 4);
    System.arraycopy(noise, 0, bytes, 4, noise.length);
    unpackOrRefuse(bytes);
  }

  private static void unpackOrRefuse(byte[] bytes) {
    try {
      Object value = Mym.unpack(bytes);
      assertThat(Mym.pack(value)).isNotEmpty();
    } catch (MymException refused) {
      assertThat(refused.hint()).isNotEmpty();
    }
  }

  @Provide
  Arbitrary<byte[]> examples() {
    return Arbitraries.of(Examples.packed().values());
  }

  private static @Nullable Object unpack(String hex) {
    return Mym.unpack(HexFormat.of().parseHex(hex));
  }
}
