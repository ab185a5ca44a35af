/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AlfNameEditTest {
  private static final AlfName FULL = AlfName.parse("_ns_obj.attr_clock.x.y.npy");
  private static final AlfName BARE = AlfName.parse("obj.attr.npy");

  @Test
  void everyPartCanBeReplaced() {
    assertThat(FULL.withNamespace("ibl")).hasToString("_ibl_obj.attr_clock.x.y.npy");
    assertThat(FULL.withObject("trials")).hasToString("_ns_trials.attr_clock.x.y.npy");
    assertThat(FULL.withAttribute("goCue_times")).hasToString("_ns_obj.goCue_times_clock.x.y.npy");
    assertThat(FULL.withTimescale("bpod")).hasToString("_ns_obj.attr_bpod.x.y.npy");
    assertThat(FULL.withExtra("z", "a.b")).hasToString("_ns_obj.attr_clock.z.a.b.npy");
    assertThat(FULL.withAddedExtra("z")).hasToString("_ns_obj.attr_clock.x.y.z.npy");
    assertThat(FULL.withExtension(".csv")).hasToString("_ns_obj.attr_clock.x.y.csv");
  }

  @Test
  void optionalPartsComeAndGo() {
    assertThat(FULL.withNamespace("").withTimescale("").withExtra()).hasToString("obj.attr.npy");
    assertThat(BARE.withNamespace("ns").withTimescale("clock").withExtra("x.y")).isEqualTo(FULL);
    assertThat(BARE.withExtra("")).isEqualTo(BARE);
  }

  @Test
  void whatCannotBeWrittenIsRefusedWithItsReason() {
    assertThatThrownBy(() -> BARE.withObject("a-b"))
        .isInstanceOf(AlfException.class)
        .hasMessage("Cannot give 'obj.attr.npy' the object 'a-b': 'a-b.attr.npy' has '-',"
            + " which is not allowed in the object 'a-b'.");
    assertThatThrownBy(() -> BARE.withExtension("")).isInstanceOf(AlfException.class);
    assertThatThrownBy(() -> BARE.withNamespace("a_b")).isInstanceOf(AlfException.class);
  }

  @Test
  void whatWouldBeReadOtherwiseIsRefused() {
    assertThatThrownBy(() -> BARE.withTimescale("times"))
        .hasMessage(
            "Cannot give 'obj.attr.npy' the timescale 'times': 'obj.attr_times.npy' would be read otherwise.");
    assertThatThrownBy(() -> BARE.withObject("_x_y"))
        .hasMessageEndingWith("would be read otherwise.");
    assertThatThrownBy(() -> BARE.withExtension("npy.gz"))
        .hasMessageEndingWith("would be read otherwise.");
  }

  @Test
  void anEditKeepsOddSpellingsItDoesNotConcern() {
    assertThat(AlfName.parse("__ns__obj.attr.npy").withExtension("csv"))
        .hasToString("__ns__obj.attr.csv");
    assertThat(AlfName.parse("_obj.attr.npy").withTimescale("bpod"))
        .hasToString("_obj.attr_bpod.npy");
  }

  @Test
  void anIdIsTheLastExtra() {
    UUID id = UUID.fromString("89c861ea-66aa-4729-a808-e79f84d08b81");
    UUID other = UUID.fromString("f6ffe258-2706-425a-aaf5-919f70025835");
    AlfName named = FULL.withUuid(id);

    assertThat(named).hasToString("_ns_obj.attr_clock.x.y." + id + ".npy");
    assertThat(named.findUuid()).contains(id);
    assertThat(named.withUuid(other).findUuid()).contains(other);
    assertThat(named.withoutUuid()).isEqualTo(FULL);
    assertThat(FULL.withoutUuid()).isSameAs(FULL);
    assertThat(FULL.findUuid()).isEmpty();
  }

  @Property(tries = 3_000)
  void replacingAPartByItselfChangesNothingAndOtherEditsAreReadBackOrRefused(
      @ForAll("names") AlfName name, @ForAll("pieces") String piece) {
    assertThat(name.withAttribute(name.attribute())
            .withTimescale(name.timescale())
            .withExtra(name.extra())
            .withExtension(name.extension()))
        .isEqualTo(name);
    try {
      assertThat(name.withTimescale(piece).timescale()).isEqualTo(piece);
      assertThat(name.withObject(piece).object()).isEqualTo(piece);
      assertThat(name.withNamespace(piece).namespace()).isEqualTo(piece);
    } catch (AlfException refused) {
      assertThat(refused.getMessage()).endsWith(".").contains("'" + piece + "'");
    }
  }

  @Provide
  Arbitrary<AlfName> names() {
    Arbitrary<String> text = Arbitraries.of("_", "a", "B1", "times", ".", ".", "ü")
        .list()
        .ofMaxSize(5)
        .map(pieces -> "o" + String.join("", pieces) + ".a_times.x.npy");
    return text.flatMap(
        candidate -> Arbitraries.of(Stream.of(candidate, "_ns_obj.attr_clock.npy", "__ns__o.a.b")
            .filter(AlfName::isValid)
            .map(AlfName::parse)
            .toList()));
  }

  @Provide
  Arbitrary<String> pieces() {
    return Arbitraries.of("_", "a", "times", ".", "", "-")
        .list()
        .ofMaxSize(3)
        .map(list -> String.join("", list));
  }
}
