/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.text.internal;

import io.alfheim.data.DatasetReader;
import io.alfheim.data.DatasetWriter;
import io.alfheim.testkit.MemorySource;
import io.alfheim.testkit.ReaderContract;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;

class TextContractTest {

  /** What a text format needs to be tested; the first half of a text is a text. */
  private abstract static class TextContract extends ReaderContract {
    private final DatasetReader reader;
    private final DatasetWriter writer;
    private final String name;
    private final List<String> texts;
    private final String longText;

    TextContract(
        DatasetReader reader,
        DatasetWriter writer,
        String name,
        List<String> texts,
        String longText) {
      this.reader = reader;
      this.writer = writer;
      this.name = name;
      this.texts = texts;
      this.longText = longText;
    }

    @Override
    protected DatasetReader reader() {
      return reader;
    }

    @Override
    protected Optional<DatasetWriter> writer() {
      return Optional.of(writer);
    }

    @Override
    protected List<MemorySource> samples() {
      return texts.stream().map(this::source).toList();
    }

    @Override
    protected Optional<MemorySource> longSample() {
      return Optional.of(source(longText));
    }

    private MemorySource source(String text) {
      return MemorySource.of(name, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected boolean tellsBrokenFiles() {
      return false;
    }
  }

  @Nested
  class Csv extends TextContract {
    Csv() {
      super(
          new CsvTableReader(),
          new CsvTableWriter(),
          "trials.table.csv",
          List.of("n,x,s\n1,0.5,a\n2,,\"b,\"\"c\"\"\"\n", "id\n7\nx\n", "a,a,\r\n1,2,3"),
          "x,y\n" + "1,2\n".repeat(10_000));
    }
  }

  @Nested
  class Tsv extends TextContract {
    Tsv() {
      super(
          new TsvTableReader(),
          new TsvTableWriter(),
          "cluster_info.tsv",
          List.of("id\tgroup\n1\tgood\n2\tmua\n"),
          "x\ty\n" + "1\t2\n".repeat(10_000));
    }
  }

  @Nested
  class Ssv extends TextContract {
    Ssv() {
      super(
          new SsvTableReader(),
          new SsvTableWriter(),
          "lick.times.ssv",
          List.of("a b\n1 \"x y\"\n"),
          "x y\n" + "1 2\n".repeat(10_000));
    }
  }

  @Nested
  class Json extends TextContract {
    Json() {
      super(
          new JsonReader(),
          new JsonWriter(),
          "settings.json",
          List.of("{\"a\": [1, -2.5e3, NaN, true, null, \"ä\\n\"], \"b\": {}}", "[[[]]]"),
          "[" + "1, ".repeat(10_000) + "1]");
    }

    @Override
    protected boolean tellsBrokenFiles() {
      return true;
    }
  }

  @Nested
  class JsonLines extends TextContract {
    JsonLines() {
      super(
          new JsonLinesReader(),
          new JsonLinesWriter(),
          "log.jsonable",
          List.of("{\"a\": 1}\n[2]\n"),
          "{}\n".repeat(10_000));
    }
  }

  @Nested
  class Yaml extends TextContract {
    Yaml() {
      super(
          new YamlReader(),
          new YamlWriter(),
          "rig.yaml",
          List.of(
              "a: &x [1, .nan, 'ä', \"\\u00e4\"]\nb: *x\nc: |\n  two\n  lines\nd: !!str 7\n",
              "- {a: b}\n- ~\n"),
          "- 1\n".repeat(10_000));
    }
  }
}
