/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The scanner against the grammar written as a regular expression. */
class NameScannerTest {
  private static final Pattern GRAMMAR = AlfPattern.fileName().compile();
  private static final List<AlfPart> PARTS = List.of(
      AlfPart.NAMESPACE,
      AlfPart.OBJECT,
      AlfPart.ATTRIBUTE,
      AlfPart.TIMESCALE,
      AlfPart.EXTRA,
      AlfPart.EXTENSION);

  @Provide
  Arbitrary<String> almostNames() {
    return Arbitraries.of(
            "_", "_", ".", ".", ".", "-", "#", "/", "a", "B", "1", "ü", "times", "intervals")
        .list()
        .ofMaxSize(14)
        .map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<String> heads() {
    return Arbitraries.of("_", "a", "ü", "1")
        .list()
        .ofMaxSize(6)
        .map(pieces -> String.join("", pieces) + ".b.c");
  }

  @Provide
  Arbitrary<String> columns() {
    return Arbitraries.of("_", "a", "times", "intervals", "Z")
        .list()
        .ofMaxSize(6)
        .map(pieces -> "o." + String.join("", pieces) + ".c");
  }

  @Provide
  Arbitrary<String> likelyNames() {
    return Combinators.combine(heads(), columns(), almostNames())
        .as((head, column, rest) ->
            head.replace(".b.c", "") + column.substring(1) + "." + rest + "1.x");
  }

  @Property(tries = 10_000)
  void scannerAndGrammarAgreeOnLikelyNames(@ForAll("likelyNames") String text) {
    assertAgreement(text);
  }

  @Property(tries = 20_000)
  void scannerAndGrammarAgree(@ForAll("almostNames") String text) {
    assertAgreement(text);
  }

  @Property(tries = 3_000)
  void scannerAndGrammarAgreeOnNamespaceAndObject(@ForAll("heads") String text) {
    assertAgreement(text);
  }

  @Property(tries = 3_000)
  void scannerAndGrammarAgreeOnAttributeAndTimescale(@ForAll("columns") String text) {
    assertAgreement(text);
  }

  @Property
  void scannerAndGrammarAgreeOnAnything(@ForAll String text) {
    assertAgreement(text);
  }

  @Property(tries = 5_000)
  void anIllegalNameHasAReasonAndAnException(@ForAll("almostNames") String text) {
    if (AlfName.isValid(text)) {
      assertThat(AlfName.whyInvalid(text)).isEmpty();
      return;
    }
    assertThat(AlfName.whyInvalid(text)).isPresent();
    Throwable thrown = catchThrowable(() -> AlfName.parse(text));
    assertThat(thrown).isInstanceOf(InvalidAlfException.class);
    assertThat(thrown.getMessage()).endsWith(".").doesNotContain("\n");
  }

  private static void assertAgreement(String text) {
    Matcher matcher = GRAMMAR.matcher(text);
    Optional<AlfName> name = AlfName.find(text);
    assertThat(name.isPresent()).as(text).isEqualTo(matcher.matches());
    name.ifPresent(found -> {
      assertThat(found).hasToString(text);
      for (AlfPart part : PARTS) {
        String expected = Optional.ofNullable(matcher.group(part.label())).orElse("");
        assertThat(found.part(part)).as(part + " of " + text).isEqualTo(expected);
      }
    });
  }
}
