/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeUnitsTest {
  private static final long NAT = Long.MIN_VALUE;

  private static NDArray times(String type, long... counts) {
    return NDArray.of(counts).astype(type);
  }

  @ParameterizedTest
  @CsvSource({
    "M8[M], -1, M8[s], -2678400",
    "M8[M], 605, M8[s], 1590969600",
    "M8[Y], -13, M8[h], -113952",
    "M8[Y], 605, M8[h], 5303328",
    "M8[W], -13, M8[D], -91",
    "M8[25s], 605, M8[ms], 15125000",
    "M8[D], -32, M8[M], -2",
    "M8[D], 60500, M8[2Y], 82",
    "M8[ms], -1001, M8[s], -2",
    "m8[ms], -1, m8[s], -1",
    "m8[ms], 1999, >m8[s], 1",
    "m8[Y], 1, m8[M], 12",
    "m8[M], 13, m8[Y], 1",
    "m8[3s], 5, m8[2s], 7",
    "m8[3s], -5, m8[2s], -8",
    "m8[as], 1000000000000000000, m8[s], 1",
    "m8[W], 0, m8[as], 0",
  })
  void timesAreTurnedIntoOtherUnitsAsNumpyDoes(String from, long count, String to, long turned) {
    NDArray result = times(from, count, NAT).astype(to);
    assertThat(result.dtype()).isEqualTo(DType.of(to));
    assertThat(result.toLongArray()).containsExactly(turned, NAT);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> times("M8[s]", 1L << 62).astype("M8[ns]"))
        .isInstanceOf(DataException.class)
        .hasMessage("A time of datetime64[s] does not fit datetime64[ns].");
    assertThatThrownBy(() -> times("m8[W]", 1).astype("m8[as]")).isInstanceOf(DataException.class);
    assertThatThrownBy(() -> times("M8[Y]", 1L << 62).astype("M8[D]"))
        .isInstanceOf(DataException.class);
    assertThatThrownBy(() -> times("M8[s]", NAT + 1).astype("M8[Y]"))
        .isInstanceOf(DataException.class);
    assertThatThrownBy(() -> times("m8[Y]", 1).astype("m8[D]"))
        .hasMessageContaining("no fixed length");
    assertThatThrownBy(() -> times("M8[s]", 1).astype("m8[s]")).isInstanceOf(DataException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "s, 1600000000, 2020-09-13T12:26:40",
    "m, 26666666, 2020-09-13T12:26:00",
    "h, 444444, 2020-09-13T12:00",
    "W, 2645, 2020-09-10T00:00",
    "M, 608, 2020-09-01T00:00",
    "Y, 50, 2020-01-01T00:00",
    "25s, 64000000, 2020-09-13T12:26:40",
    "10us, 160000000000001, 2020-09-13T12:26:40.00001",
  })
  void timesOfAnyUnitBecomeAColumn(String unit, long count, LocalDateTime time) {
    Column column = Column.of("t", times("M8[" + unit + "]", count, NAT));
    assertThat(column.type()).isEqualTo(ColumnType.DATETIME);
    assertThat(column.get(0)).isEqualTo(time);
    assertThat(column.isNull(1)).isTrue();
  }

  @Test
  void aColumnThatWouldLoseWhatIsFinerIsRefused() {
    assertThatThrownBy(() -> Column.of("t", times("M8[ps]", 1)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("'t'")
        .hasMessageContaining("datetime64[ps]");
    assertThatThrownBy(() -> Column.of("t", times("M8", 1))).isInstanceOf(DataException.class);
  }

  @Test
  void aDayThatNoColumnOfDatesHoldsIsRefused() {
    NDArray days = times("M8[D]", 0, NAT, 1L << 40);
    assertThatThrownBy(() -> Column.of("t", days))
        .isInstanceOf(DataException.class)
        .hasMessage("Day 1099511627776 since 1970 in 't' does not fit a column of dates.");
    assertThatThrownBy(() -> DataObject.of("events", Map.of("t", days)).toTable())
        .isInstanceOf(DataException.class);
    assertThat(Column.of("t", days.rows(0, 2)).isNull(1)).isTrue();
  }

  @Test
  void whatHelpsWithTimesIsSaidAndWorks() {
    NDArray days = times("M8[D]", 3);
    assertThatThrownBy(() -> days.astype("float64"))
        .isInstanceOfSatisfying(
            DataException.class,
            e -> assertThat(e.hint())
                .isEqualTo("Take the counts: astype(\"int64\").astype(\"float64\")."));
    assertThat(days.astype("int64").astype("float64")).isEqualTo(NDArray.of(3.0));
    assertThatThrownBy(() -> NDArray.of(3.0).astype("M8[D]"))
        .isInstanceOfSatisfying(
            DataException.class,
            e -> assertThat(e.hint())
                .isEqualTo("Take the counts: astype(\"int64\").astype(\"datetime64[D]\")."));
    assertThat(NDArray.of(3.0).astype("int64").astype("datetime64[D]")).isEqualTo(days);
  }
}
