/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ColumnTest {

  @Test
  void eachFactoryGivesItsTypeAndItsCells() {
    assertThat(Column.of("a", true, false).get(1)).isEqualTo(false);
    assertThat(Column.of("a", new byte[] {-1}).type()).isEqualTo(ColumnType.INT8);
    assertThat(Column.of("a", new short[] {-1}).get(0)).isEqualTo(-1L);
    assertThat(Column.of("a", 1, 2).type()).isEqualTo(ColumnType.INT32);
    assertThat(Column.of("a", 1L, Long.MIN_VALUE).get(1)).isEqualTo(Long.MIN_VALUE);
    assertThat(Column.of("a", 0.1f).get(0)).isEqualTo(0.1f);
    assertThat(Column.of("a", 0.1, Double.NaN).get(1)).isEqualTo(Double.NaN);
    assertThat(Column.of("a", "x", null, "x").toStringArray()).containsExactly("x", null, "x");
  }

  @Test
  void theArrayGivenMayChangeAfterwards() {
    double[] values = {1, 2};
    Column column = Column.of("a", values);
    values[0] = 7;
    assertThat(column.toDoubleArray()).containsExactly(1, 2);
  }

  @Test
  void datesAndTimesComeBackAsTheyWereGiven() {
    LocalDate date = LocalDate.of(1969, 12, 31);
    Instant instant = Instant.parse("1969-12-31T23:59:59.999999999Z");
    LocalDateTime local = LocalDateTime.of(2021, 5, 27, 10, 0, 0, 1);
    assertThat(Column.of("d", date, null).get(0)).isEqualTo(date);
    assertThat(Column.of("d", date).getLong(0)).isEqualTo(-1);
    assertThat(Column.of("t", instant).get(0)).isEqualTo(instant);
    assertThat(Column.of("t", instant).getLong(0)).isEqualTo(-1);
    assertThat(Column.of("t", local).get(0)).isEqualTo(local);
    assertThat(Column.of("d", date).unit()).isEqualTo(ChronoUnit.DAYS);
  }

  @Test
  void timesBeforeTheEpochAreCutDownToTheUnit() {
    Instant instant = Instant.parse("1969-12-31T23:59:59.9995Z");
    Column column =
        Column.builder("t", ColumnType.INSTANT, ChronoUnit.MILLIS).add(instant).build();
    assertThat(column.getLong(0)).isEqualTo(-1);
    assertThat(column.get(0)).isEqualTo(Instant.parse("1969-12-31T23:59:59.999Z"));
  }

  @Test
  void aTimeBeyondTheReachOfNanosecondsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Column.of("t", Instant.parse("3000-01-01T00:00:00Z")))
        .withMessageContaining("'t'");
  }

  @Test
  void unsignedNumbersAreNotNegative() {
    assertThat(Column.builder("n", ColumnType.UINT8).add(255).build().get(0)).isEqualTo(255L);
    assertThat(Column.builder("n", ColumnType.UINT16).add(65535).build().getLong(0))
        .isEqualTo(65535);
    assertThat(Column.builder("n", ColumnType.UINT32).add(4294967295L).build().getDouble(0))
        .isEqualTo(4294967295.0);
    Column huge = Column.builder("n", ColumnType.UINT64).add(-1).build();
    assertThat(huge.get(0)).isEqualTo(new BigInteger("18446744073709551615"));
    assertThat(huge.getDouble(0)).isEqualTo(0x1p64);
    assertThatThrownBy(() -> huge.getLong(0)).hasMessageContaining("18446744073709551615");
  }

  @Test
  void aNumberThatDoesNotFitItsTypeIsRefused() {
    for (long value : new long[] {-129, 128}) {
      ColumnBuilder builder = Column.builder("n", ColumnType.INT8);
      assertThatIllegalArgumentException().isThrownBy(() -> builder.add(value));
    }
    ColumnBuilder unsigned = Column.builder("n", ColumnType.UINT32);
    assertThatIllegalArgumentException().isThrownBy(() -> unsigned.add(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> unsigned.add(1L << 32));
    assertThatIllegalArgumentException().isThrownBy(() -> unsigned.add("1"));
    assertThatIllegalArgumentException().isThrownBy(() -> unsigned.add(1.0));
    assertThatIllegalArgumentException().isThrownBy(() -> unsigned.add(true));
    assertThat(unsigned.build().size()).isZero();
  }

  @Test
  void categoriesKeepTheirOrderAndRefuseOthers() {
    List<String> qc = List.of("NOT_SET", "PASS", "FAIL");
    Column column = Column.ofCategories("qc", qc, true, "FAIL", null, "PASS");
    assertThat(column.categories()).containsExactlyElementsOf(qc);
    assertThat(column.isOrdered()).isTrue();
    assertThat(column.get(0)).isEqualTo("FAIL");
    assertThat(column.compare(0, 2)).isPositive();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Column.ofCategories("qc", qc, true, "GOOD"))
        .withMessageContaining("GOOD");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Column.ofCategories("qc", List.of("a", "a"), false));
  }

  @Test
  void orderedCategoriesInAnotherOrderAreAnotherColumn() {
    Column column = Column.ofCategories("c", List.of("a", "b"), true, "a");
    assertThat(column).isNotEqualTo(Column.ofCategories("c", List.of("b", "a"), true, "a"));
    assertThat(column).isNotEqualTo(Column.ofCategories("c", List.of("a", "b"), false, "a"));
    assertThat(column).isNotEqualTo(Column.of("c", "a"));
  }

  @Test
  void aMissingCellIsNullOrNaNOrAnErrorThatNamesIt() {
    Column column = Column.builder("n", ColumnType.INT64).add(1).addNull().build();
    assertThat(column.isNull(1)).isTrue();
    assertThat(column.nullCount()).isEqualTo(1);
    assertThat(column.get(1)).isNull();
    assertThat(column.getString(1)).isNull();
    assertThat(column.toDoubleArray()).containsExactly(1, Double.NaN);
    assertThatThrownBy(column::toLongArray)
        .isInstanceOf(DataException.class)
        .hasMessage("Row 1 of column 'n' is empty.");
  }

  @Test
  void aQuestionOfTheWrongTypeSaysWhatTheColumnHolds() {
    Column text = Column.of("lab", "cortexlab");
    assertThatThrownBy(text::toDoubleArray).hasMessage("Column 'lab' holds no numbers but string.");
    assertThatThrownBy(() -> text.getBoolean(0)).isInstanceOf(DataException.class);
    assertThatThrownBy(text::unit).isInstanceOf(DataException.class);
    assertThatThrownBy(() -> text.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aColumnIsAnArrayOfTheSameType() {
    assertThat(Column.of("x", 1.5, 2.5).array()).isEqualTo(NDArray.of(1.5, 2.5));
    assertThat(Column.of("x", 1.5f).array()).isEqualTo(NDArray.of(1.5f));
    assertThat(Column.of("x", 1L, -2L).array()).isEqualTo(NDArray.of(1L, -2L));
    assertThat(Column.of("x", true, false).array()).isEqualTo(NDArray.of(true, false));
    assertThat(Column.of("x", "a", "bc").array()).isEqualTo(NDArray.of("a", "bc"));
    NDArray unsigned = Column.builder("x", ColumnType.UINT16).add(65535).build().array();
    assertThat(unsigned.dtype()).isEqualTo(DType.UINT16);
    assertThat(unsigned).hasToString("array([65535], dtype=uint16)");
  }

  @Test
  void aColumnOfTimesIsAnArrayOfTimes() {
    assertThat(Column.of("x", LocalDate.of(2021, 5, 27), null).array())
        .hasToString("array(['2021-05-27',        'NaT'], dtype='datetime64[D]')");
    assertThat(Column.of("x", Instant.EPOCH).array().dtype()).isEqualTo(DType.of("datetime64[ns]"));
  }

  @Test
  void missingNumbersAreNaNInAnArrayAndOtherMissingCellsAnError() {
    Column number = Column.builder("x", ColumnType.INT32).add(1).addNull().build();
    assertThat(number.array()).isEqualTo(NDArray.of(1, Double.NaN));
    assertThatThrownBy(() -> Column.of("x", "a", null).array())
        .hasMessage("Row 1 of column 'x' is empty.");
    assertThatThrownBy(
            () -> Column.builder("x", ColumnType.BOOLEAN).addNull().build().array())
        .isInstanceOf(DataException.class);
  }

  @Test
  void anEmptyColumnIsAnEmptyArray() {
    assertThat(Column.builder("x", ColumnType.INT64).build().array().size()).isZero();
    assertThat(Column.builder("x", ColumnType.STRING).build().array().size()).isZero();
  }

  @Test
  void aBuilderIsSpentAfterBuilding() {
    ColumnBuilder builder = Column.builder("n", ColumnType.INT64).add(1);
    builder.build();
    assertThatThrownBy(builder::build).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void manyTextsThatHardlyRepeatAreAllKept() {
    ColumnBuilder builder = Column.builder("id", ColumnType.STRING);
    IntStream.range(0, 50_000).forEach(i -> builder.add("id" + i % 40_000));
    Column column = builder.build();
    assertThat(IntStream.range(0, 50_000).allMatch(i -> ("id" + i % 40_000).equals(column.get(i))))
        .isTrue();
  }

  @Test
  void describesItself() {
    assertThat(Column.of("lab", "a", null).describe()).isEqualTo("lab string (2, 1 missing)");
    assertThat(Column.of("x", 1.0, 2.0)).hasToString("x float64 (2) [1.0, 2.0]");
  }

  @Property
  void everyDoubleComesBack(@ForAll double[] values) {
    Column column = Column.of("x", values);
    assertThat(column.toDoubleArray()).isEqualTo(values);
    assertThat(column.named("y").named("x")).isEqualTo(column).hasSameHashCodeAs(column);
  }

  @Property
  void everyLongComesBackThroughABuilder(@ForAll long[] values) {
    ColumnBuilder builder = Column.builder("x", ColumnType.INT64);
    for (long value : values) {
      builder.add(value);
    }
    assertThat(builder.build().toLongArray()).isEqualTo(values);
  }
}
