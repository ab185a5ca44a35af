/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.text.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.alfheim.data.Column;
import io.alfheim.data.Document;
import io.alfheim.data.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JsonTest {

  private static Document json(String text) throws IOException {
    return new JsonReader().read(new TextSource("settings.json", text));
  }

  @Test
  void readsEveryKindOfValue() throws IOException {
    Document document = json(
        "{\"a\": [1, 2.0, -3e2, true, null, \"\\u00e4\\n\"], \"b\": {}, \"c\": 18446744073709551616}");
    assertThat(document.list("a").stream().map(Document::value))
        .containsExactly(1L, 2.0, -300.0, true, null, "ä\n");
    assertThat(document.get("b").value()).isEqualTo(Map.of());
    assertThat(document.get("c").value()).isEqualTo(BigInteger.ONE.shiftLeft(64));
    assertThat(document.keys()).containsExactly("a", "b", "c");
  }

  @Test
  void readsWhatPythonWrites() throws IOException {
    assertThat(json("[NaN, Infinity, -Infinity]").value())
        .isEqualTo(List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
    assertThat(json("{\"a\": 1, \"a\": 2}").integer("a")).isEqualTo(2);
    assertThat(json("\ufeff7").integer()).isEqualTo(7);
    assertThat(json("null").isNull()).isTrue();
  }

  @Test
  void anErrorNamesTheFileAndTheLine() {
    assertThatIOException()
        .isThrownBy(() -> json("{\"a\": 1,\n\"b\" 2}"))
        .withMessageStartingWith("'settings.json' cannot be read as JSON: line 2: ")
        .withMessageEndingWith(".");
    assertThatIOException().isThrownBy(() -> json("[1,")).withMessageContaining("line 1");
    assertThatIOException().isThrownBy(() -> json("[1]]")).withMessageContaining("line 1");
    assertThatIOException().isThrownBy(() -> json("{'a': 1}")).withMessageContaining("line 1");
  }

  @Test
  void noValueAndTwoValuesAreErrors() {
    assertThatIOException().isThrownBy(() -> json("")).withMessage("'settings.json' is empty.");
    assertThatIOException().isThrownBy(() -> json(" \n")).withMessageContaining("0 values");
    assertThatIOException().isThrownBy(() -> json("1 2")).withMessageContaining("2 values");
  }

  @Test
  void whatIsNotUtf8IsAnError() {
    TextSource latin = new TextSource("a.json", "\"ä\"".getBytes(StandardCharsets.ISO_8859_1));
    assertThatIOException()
        .isThrownBy(() -> new JsonReader().read(latin))
        .withMessage("'a.json' cannot be read as JSON: it is not UTF-8 text.");
  }

  @Test
  void nestingIsBounded() throws IOException {
    assertThat(json("[".repeat(1000) + "]".repeat(1000)).size()).isEqualTo(1);
    assertThatIOException()
        .isThrownBy(() -> json("[".repeat(100_000)))
        .withMessageContaining("1000");
  }

  @Test
  void linesAreAList() throws IOException {
    TextSource lines = new TextSource("log.jsonable", "{\"a\": 1}\n{\"a\": 2}\n\n[]\n");
    Document document = new JsonLinesReader().read(lines);
    assertThat(document.integer("1.a")).isEqualTo(2);
    assertThat(document.size()).isEqualTo(3);
    TextSource written = TextSource.written(new JsonLinesWriter(), document);
    assertThat(written.text()).isEqualTo("{\"a\":1}\n{\"a\":2}\n[]\n");
    assertThat(new JsonLinesReader().read(written)).isEqualTo(document);
  }

  @Test
  void anErrorInLinesNamesTheLine() {
    assertThatIOException()
        .isThrownBy(() -> new JsonLinesReader().read(new TextSource("a.jsonable", "{}\n{}\n{]\n")))
        .withMessageContaining("line 3");
  }

  @Test
  void writesIndentedText() throws IOException {
    TextSource written = TextSource.written(
        new JsonWriter(), Document.of(Map.of("a", List.of(1L, Double.NaN, "ä"))));
    assertThat(written.text()).isEqualTo("{\n  \"a\" : [ 1, NaN, \"ä\" ]\n}\n");
  }

  @Test
  void whatDoesNotFitIsRefusedBeforeAnythingIsWritten() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Table table = Table.of(Column.of("x", 1));
    assertThatIOException()
        .isThrownBy(() -> new JsonWriter().write(table, out))
        .withMessage("JSON holds a document; this is table 1 row × 1 column.");
    assertThatIOException().isThrownBy(() -> new JsonLinesWriter().write(Document.of(7), out));
    assertThat(out.size()).isZero();
  }

  @Property(tries = 300)
  void everyDocumentComesBack(@ForAll("documents") Document document) throws IOException {
    TextSource written = TextSource.written(new JsonWriter(), document);
    assertThat(new JsonReader().read(written)).isEqualTo(document);
    assertThat(json(document.toString())).isEqualTo(document);
  }

  @Provide
  static Arbitrary<Document> documents() {
    return Documents.any();
  }
}
