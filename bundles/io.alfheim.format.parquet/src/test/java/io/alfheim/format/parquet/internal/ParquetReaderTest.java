/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.parquet.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.alfheim.data.Column;
import io.alfheim.data.ColumnType;
import io.alfheim.data.Table;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetReaderTest {

  private static List<Object> cells(Table table, String column) {
    Column cells = table.column(column);
    return Arrays.asList(cells.get(0), cells.get(1), cells.get(2));
  }

  @Test
  void readsTheSessionsOfACacheTable() throws IOException {
    Table sessions = Fixture.read("sessions.pqt");
    assertThat(sessions.describe()).isEqualTo("table 105 rows × 7 columns");
    assertThat(sessions.columnNames())
        .containsExactly("lab", "subject", "date", "number", "task_protocol", "projects", "id");
    assertThat(sessions.column("date").type()).isEqualTo(ColumnType.DATE);
    assertThat(sessions.column("number").type()).isEqualTo(ColumnType.UINT16);
    assertThat(sessions.row(0))
        .containsEntry("lab", "mainenlab")
        .containsEntry("subject", "fl.wers17")
        .containsEntry("date", LocalDate.of(2020, 4, 26))
        .containsEntry("number", 1L)
        .containsEntry("id", "03709a70-5bfe-32f7-9ce7-b334b3866978");
    assertThat(sessions.metadata())
        .containsEntry(
            "one_metadata", "{\"date_created\": \"2026-11-20 12:00\", \"origin\": \"golden\"}")
        .containsKeys("pandas", "ARROW:schema");
  }

  @Test
  void readsTheDatasetsOfACacheTableWithTheOrderOfTheirQuality() throws IOException {
    Table datasets = Fixture.read("datasets.pqt");
    assertThat(datasets.rows()).isEqualTo(2305);
    assertThat(datasets.column("file_size").type()).isEqualTo(ColumnType.UINT64);
    assertThat(datasets.column("exists").type()).isEqualTo(ColumnType.BOOLEAN);
    Column qc = datasets.column("qc");
    assertThat(qc.type()).isEqualTo(ColumnType.CATEGORY);
    assertThat(qc.isOrdered()).isTrue();
    assertThat(qc.categories()).containsExactly("NOT_SET", "PASS", "WARNING", "FAIL", "CRITICAL");
    assertThat(datasets.row(2))
        .containsEntry("rel_path", "alf/ks2.5/_ibl_trials.choice.npy")
        .containsEntry("file_size", 200L)
        .containsEntry("hash", "1d2af6faf500df95ab26de06ba773ef6")
        .containsEntry("exists", true)
        .containsEntry("qc", "FAIL")
        .containsEntry("default_revision", true);
  }

  @ParameterizedTest
  @CsvSource({
    "b, BOOLEAN, true, false",
    "i8, INT8, -128, 127",
    "i16, INT16, -32768, 32767",
    "i32, INT32, -2147483648, 2147483647",
    "i64, INT64, -9223372036854775808, 9223372036854775807",
    "u8, UINT8, 0, 255",
    "u16, UINT16, 0, 65535",
    "u32, UINT32, 0, 4294967295",
    "u64, UINT64, 0, 18446744073709551615",
    "f16, FLOAT32, 1.5, -Infinity",
    "f32, FLOAT32, 0.1, NaN",
    "f64, FLOAT64, 0.1, Infinity",
    "s, STRING, '', äλ😀",
    "large, STRING, x, y",
    "date, DATE, 2021-05-27, 1582-01-01",
    "ms, DATETIME, 2021-05-27T10:00:00.123, 1969-12-31T23:59:59.999",
    "us, DATETIME, 2021-05-27T10:00:00.123456, 1969-12-31T23:59:59.999",
    "ns, DATETIME, 2021-05-27T10:00:00.123456, 1969-12-31T23:59:59.999",
    "utc, INSTANT, 2021-05-27T10:00:00.123456Z, 1969-12-31T23:59:59.999Z",
    "time, STRING, 10:00:00.123456, 00:00:00.000000",
    "dec, FLOAT64, 12.34, -0.01",
    "big, FLOAT64, 1.0E30, -0.5",
    "bin, STRING, 0x00FF, 0x",
    "fixed, STRING, 0x6162, 0x6364",
    "cat, CATEGORY, a, z",
    "ord, CATEGORY, high, low",
    "num, INT64, 8, 7",
  })
  void readsEveryTypeAndItsMissingCells(String column, ColumnType type, String first, String second)
      throws IOException {
    Column cells = Fixture.read("types.pqt").column(column);
    assertThat(cells.type()).isEqualTo(type);
    assertThat(cells.toStringArray()).containsExactly(first, second, null);
  }

  @Test
  void cellsAreTheJavaTypesOfTheirColumns() throws IOException {
    Table table = Fixture.read("types.pqt");
    assertThat(cells(table, "u64"))
        .containsExactly(0L, new BigInteger("18446744073709551615"), null);
    assertThat(cells(table, "utc")).contains(Instant.parse("2021-05-27T10:00:00.123456Z"));
    assertThat(cells(table, "ns")).contains(LocalDateTime.of(2021, 5, 27, 10, 0, 0, 123456000));
    assertThat(table.column("ms").unit()).isEqualTo(ChronoUnit.MILLIS);
    assertThat(table.column("us").unit()).isEqualTo(ChronoUnit.MICROS);
    assertThat(table.column("null").type()).isEqualTo(ColumnType.STRING);
    assertThat(table.column("null").nullCount()).isEqualTo(3);
    assertThat(table.metadata()).containsEntry("origin", "test").containsEntry("empty", "");
  }

  @Test
  void categoriesHaveTheOrderOfTheDictionaryUnusedOnesIncluded() throws IOException {
    Table table = Fixture.read("types.pqt");
    assertThat(table.column("cat").categories()).containsExactly("z", "a", "unused");
    assertThat(table.column("cat").isOrdered()).isFalse();
    assertThat(table.column("ord").categories()).containsExactly("low", "mid", "high");
    assertThat(table.column("ord").isOrdered()).isTrue();
  }

  @Test
  void categoriesAreTheSameInAllRowGroupsAndTheIndexIsAColumn() throws IOException {
    Table table = Fixture.read("categories.pqt");
    Column qc = table.column("qc");
    assertThat(qc.toStringArray()).containsExactly("FAIL", "PASS", null, "PASS", "CRITICAL");
    assertThat(qc.categories()).containsExactly("NOT_SET", "PASS", "WARNING", "FAIL", "CRITICAL");
    assertThat(table.sortBy("qc").column("n").toLongArray()).containsExactly(1, 3, 0, 4, 2);
    assertThat(table.column("__index_level_0__").toLongArray()).containsExactly(3, 1, 4, 1, 5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"none.pqt", "gzip.pqt", "zstd.pqt", "lz4.pqt", "pages.pqt", "version2.pqt"})
  void readsEveryCodecAndEncoding(String file) throws IOException {
    Table table = Fixture.read(file);
    assertThat(table.rows()).isEqualTo(2000);
    for (int i = 0; i < 2000; i++) {
      assertThat(table.column("i").getLong(i)).isEqualTo(i);
      assertThat(table.column("x").get(i)).isEqualTo(i % 7 == 0 ? null : (Object) (i / 4.0));
      assertThat(table.column("s").get(i)).isEqualTo(i % 5 == 0 ? null : "text " + i);
      assertThat(table.column("k").get(i)).isEqualTo("word " + i % 3);
      assertThat(table.column("b").get(i)).isEqualTo(i % 3 == 0);
      assertThat(table.column("f").get(i)).isEqualTo(i / 8f);
    }
  }

  @Test
  void readsTextsWithTheirLengthsApart() throws IOException {
    Column texts = Fixture.read("lengths.pqt").column("s");
    assertThat(texts.get(0)).isNull();
    assertThat(texts.get(1999)).isEqualTo("text 1999");
  }

  @Test
  void readsTimestampsOfOldPrograms() throws IOException {
    Column times = Fixture.read("int96.pqt").column("t");
    assertThat(times.type()).isEqualTo(ColumnType.DATETIME);
    assertThat(times.toStringArray())
        .containsExactly("2021-05-27T10:00:00.123456", "1969-12-31T23:59:59.999", null);
  }

  @Test
  void nestedValuesAreJson() throws IOException {
    Table table = Fixture.read("nested.pqt");
    assertThat(table.column("id").toLongArray()).containsExactly(1, 2, 3);
    assertThat(table.column("list").toStringArray()).containsExactly("[1, null, 3]", "[]", null);
    assertThat(table.column("struct").toStringArray())
        .containsExactly("{\"a\": 1.5, \"b\": \"x\\\"y\"}", "{\"a\": null, \"b\": null}", null);
    assertThat(table.column("map").toStringArray())
        .containsExactly("{\"k\": 1, \"l\": 2}", "{}", null);
    assertThat(table.column("deep").toStringArray())
        .containsExactly("[{\"d\": \"2021-05-27\", \"l\": [true]}]", "[null]", null);
  }

  @Test
  void aTableWithoutRowsHasItsColumns() throws IOException {
    Table table = Fixture.read("empty.pqt");
    assertThat(table.rows()).isZero();
    assertThat(table.columnNames()).hasSize(28);
    assertThat(table.column("null").type()).isEqualTo(ColumnType.STRING);
    assertThat(table.column("utc").type()).isEqualTo(ColumnType.INSTANT);
  }

  @Test
  void anUnknownCodecIsNamed() {
    assertThatIOException()
        .isThrownBy(() -> Fixture.read("brotli.pqt"))
        .withMessage(
            "'brotli.pqt' cannot be read as Parquet: it is compressed with BROTLI; only snappy,"
                + " gzip, zstd and lz4_raw can be read.");
  }
}
