/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.text.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.alfheim.data.Document;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class YamlTest {

  private static Document yaml(String text) throws IOException {
    return new YamlReader().read(new TextSource("rig.yaml", text));
  }

  private static String message(String text) {
    return String.valueOf(
        catchThrowableOfType(IOException.class, () -> yaml(text)).getMessage());
  }

  @Test
  void readsEveryKindOfValue() throws IOException {
    Document document = yaml("""
            # a rig
            name: _iblrig_1
            probes:
              - rate: 30000
                gain: 0.5
              - null
            on: True
            list: [0x10, .nan, -.inf, ~, "7", '8', 1e3]
            text: |
              two
              lines
            """);
    assertThat(document.text("name")).isEqualTo("_iblrig_1");
    assertThat(document.integer("probes.0.rate")).isEqualTo(30000);
    assertThat(document.get("probes.1").isNull()).isTrue();
    assertThat(document.flag("on")).isTrue();
    assertThat(document.list("list").stream().map(Document::value))
        .containsExactly(16L, Double.NaN, Double.NEGATIVE_INFINITY, null, "7", "8", 1000.0);
    assertThat(document.text("text")).isEqualTo("two\nlines\n");
  }

  @Test
  void keysAreTextsAndTheLastOfEqualOnesCounts() throws IOException {
    assertThat(yaml("1: a\ntrue: b\n~: c\n1: d\n").value())
        .isEqualTo(Map.of("1", "d", "true", "b", "~", "c"));
  }

  @Test
  void yesAndDatesAreTexts() throws IOException {
    assertThat(yaml("[yes, 2021-05-27]").value()).isEqualTo(List.of("yes", "2021-05-27"));
  }

  @Test
  void plainTagsSayWhatAValueIs() throws IOException {
    assertThat(
            yaml("[!!str 7, !!float 7, !!int \"7\", ! 7, !!seq [], !!map {}]").value())
        .isEqualTo(List.of("7", 7.0, 7L, "7", List.of(), Map.of()));
    assertThat(message("!!int x")).contains("'x' is not a number");
    assertThat(message("!!float ''")).contains("'' is not a number");
    assertThat(message("!!float '-'")).contains("'-' is not a number");
    assertThat(message("!!bool maybe")).contains("'maybe' is not a boolean");
    assertThat(yaml("[!!bool 'true', !!null '']").value()).isEqualTo(Arrays.asList(true, null));
  }

  @Test
  void otherTagsAreRefusedAndNothingIsMadeOfThem() {
    assertThat(message("a: 1\nb: !!python/object/apply:os.system ['true']"))
        .startsWith("'rig.yaml' cannot be read as YAML: line 2: the tag ")
        .endsWith(".");
    assertThat(message("!!java.io.File [x]")).contains("does not name a plain value");
    assertThat(message("!!binary aGk=")).contains("does not name a plain value");
  }

  @Test
  void anAliasStandsForWhatItsAnchorMarked() throws IOException {
    assertThat(yaml("a: &x {k: 1}\nb: *x\nc: &x 2\nd: *x\n").value())
        .isEqualTo(Map.of("a", Map.of("k", 1L), "b", Map.of("k", 1L), "c", 2L, "d", 2L));
    assertThat(message("a: *x")).contains("stands for nothing");
    assertThat(message("&x [*x]")).contains("stands for nothing");
  }

  @Test
  void aliasesCannotBlowTheDocumentUp() {
    StringBuilder laughs = new StringBuilder("a0: &a0 [1,1,1,1,1,1,1,1,1,1]\n");
    for (int i = 1; i < 30; i++) {
      String below = "*a" + (i - 1);
      laughs.append("a%d: &a%d [%s,%s,%s]\n".formatted(i, i, below, below, below));
    }
    assertThat(message(laughs.toString())).contains("for more than 1000000 values");
    StringBuilder few = new StringBuilder("a0: &a0 {}\n");
    for (int i = 1; i <= 7; i++) {
      String eight = String.join(",", Collections.nCopies(8, "*a" + (i - 1)));
      few.append("a%d: &a%d [%s]\n".formatted(i, i, eight));
    }
    assertThat(message(few.toString())).contains("its aliases stand for more than");
  }

  @Test
  void anAliasIsAKeyWhereItStandsForOneValue() throws IOException {
    assertThat(yaml("a: &x 7\n? *x\n: b\n").value()).isEqualTo(Map.of("a", 7L, "7", "b"));
    assertThat(message("a: &x [1]\n? *x\n: b\n")).contains("line 2: a key is a map or a list");
    assertThat(message("a: &x {}\n? *x\n: b\n")).contains("line 2: a key is a map or a list");
    String many = "*x : 1\n".repeat(1_000_001);
    assertThat(message("a: &x 7\n" + many)).contains("its aliases stand for more than");
  }

  @Test
  void wholeNumbersHaveAThousandDigitsAtMost() throws IOException {
    String longest = "9".repeat(1000);
    assertThat(yaml("-" + longest).value()).isEqualTo(new BigInteger("-" + longest));
    assertThat(message("a: 1\nb: " + longest + "9"))
        .contains("line 2: a whole number has 1001 digits; 1000 are the most that are read");
    assertThat(message("!!int 0x" + longest)).contains("1002 digits");
    assertThat(yaml("'" + longest + "9'").text()).hasSize(1001);
  }

  @Test
  void nestingIsBounded() throws IOException {
    assertThat(yaml("[".repeat(1000) + "]".repeat(1000)).size()).isEqualTo(1);
    assertThat(message("[".repeat(100_000))).contains("nested");
    StringBuilder stairs = new StringBuilder("a0: &a0 [1]\n");
    for (int i = 1; i < 1200; i++) {
      stairs.append("a%d: &a%d [*a%d]\n".formatted(i, i, i - 1));
    }
    assertThat(message(stairs.toString())).contains("nested too deep");
  }

  @Test
  void anErrorNamesTheFileAndTheLine() {
    assertThat(message("a: 1\nb: [\n")).startsWith("'rig.yaml' cannot be read as YAML: line ");
    assertThat(message("a: 1\n---\nb: 2\n")).contains("line 2: a second document begins");
    assertThat(message("? [a]\n: b\n")).contains("a key is a map or a list");
    assertThat(message("")).isEqualTo("'rig.yaml' is empty.");
  }

  @Test
  void whatIsNotUtf8IsAnError() {
    TextSource latin = new TextSource("a.yml", "a: ä".getBytes(StandardCharsets.ISO_8859_1));
    assertThatIOException()
        .isThrownBy(() -> new YamlReader().read(latin))
        .withMessage("'a.yml' cannot be read as YAML: it is not UTF-8 text.");
  }

  @Test
  void onlyCommentsAreNothing() throws IOException {
    assertThat(yaml("# nothing\n").isNull()).isTrue();
  }

  @Test
  void writesBlocks() throws IOException {
    assertThat(TextSource.written(new YamlWriter(), Document.of(Map.of("a", List.of(1, "7", "x"))))
            .text())
        .isEqualTo("a:\n- 1\n- '7'\n- x\n");
  }

  @Test
  void lineBreaksOfUnicodeComeBack() throws IOException {
    Document breaks = Document.of(List.of(Map.of("a", "\n\u0085x#", "b", "1\n\u2028 2")));
    assertThat(new YamlReader().read(TextSource.written(new YamlWriter(), breaks)))
        .isEqualTo(breaks);
  }

  @Property(tries = 300)
  void everyDocumentComesBack(@ForAll("documents") Document document) throws IOException {
    TextSource written = TextSource.written(new YamlWriter(), document);
    assertThat(new YamlReader().read(written)).as(written.text()).isEqualTo(document);
  }

  @Provide
  static Arbitrary<Document> documents() {
    return Documents.any();
  }
}
