/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which attributes go together, and time stamps of a few pairs. */
class DimensionsTest {
  private static boolean fit(Map<String, Data> attributes) {
    return DataObject.of("x", attributes).warnings().isEmpty();
  }

  private static NDArray rows(long... shape) {
    return NDArray.zeros(DType.FLOAT64, shape);
  }

  @Test
  void equalRowsFitWhateverComesBehindThem() {
    assertThat(fit(Map.of())).isTrue();
    assertThat(fit(Map.of("a", rows(5)))).isTrue();
    assertThat(fit(Map.of("a", rows(5), "b", rows(5, 3), "c", rows(5, 2, 2)))).isTrue();
  }

  @Test
  void aSingleRowFitsWithAny() {
    assertThat(fit(Map.of("a", rows(5), "b", rows(1), "c", rows(1, 4)))).isTrue();
  }

  @Test
  void otherNumbersOfRowsDoNotFitAndNoneFitsWithNothing() {
    assertThat(fit(Map.of("a", rows(5), "b", rows(4)))).isFalse();
    assertThat(fit(Map.of("a", rows(5), "b", rows(0)))).isFalse();
    assertThat(fit(Map.of("a", rows(1), "b", rows(0)))).isFalse();
  }

  @Test
  void whatHasNoRowsIsNotCounted() {
    assertThat(fit(Map.of("a", rows(5), "b", NDArray.scalar(1.0), "c", Document.of(3))))
        .isTrue();
    assertThat(fit(Map.of("b", NDArray.scalar(1.0)))).isTrue();
  }

  @Test
  void pairsOfTimeStampsFitAndVectorsAreCounted() {
    assertThat(fit(Map.of("a", rows(5), "timestamps", rows(2, 2)))).isTrue();
    assertThat(fit(Map.of("a", rows(5), "timestamps_bpod", rows(3, 2)))).isTrue();
    assertThat(fit(Map.of("a", rows(5), "timestamps", rows(5)))).isTrue();
    assertThat(fit(Map.of("a", rows(5), "timestamps", rows(4)))).isFalse();
    assertThat(fit(Map.of("a", rows(5), "times", rows(2, 2)))).isFalse();
  }

  @Test
  void stampsBecomeOneTimePerSample() {
    NDArray vector = NDArray.of(4.0, 5.0, 6.0);
    assertThat(Timestamps.perSample(vector, 9)).isSameAs(vector);
    assertThat(Timestamps.perSample(vector.reshape(3, 1), 3)).isEqualTo(vector);
    NDArray pairs = NDArray.of(new double[][] {{0, 10}, {4, 14}});
    assertThat(Timestamps.perSample(pairs, 7).toDoubleArray())
        .containsExactly(10, 11, 12, 13, 14, 14, 14);
    NDArray bent = NDArray.of(new double[][] {{1, 0}, {3, 10}, {4, 30}});
    assertThat(Timestamps.perSample(bent, 6).toDoubleArray()).containsExactly(0, 0, 5, 10, 30, 30);
    assertThat(Timestamps.perSample(pairs, 0).size()).isZero();
  }

  @Test
  void otherShapesAreNoTimeStamps() {
    assertThatThrownBy(() -> Timestamps.perSample(rows(3, 3), 3))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("float64 (3, 3)");
    assertThatThrownBy(() -> Timestamps.perSample(NDArray.scalar(1.0), 3))
        .isInstanceOf(DataException.class);
    assertThatThrownBy(() -> Timestamps.perSample(rows(0, 2), 3)).isInstanceOf(DataException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "|b1", "|i1", "<i2", "<i4", "<i8", "|u1", "<u2", "<u4", "<u8", "<f4", "<f8", "<U3",
        "<M8[D]", "<M8[ms]", "<M8[us]", "<M8[ns]"
      })
  void everyTypeOfAColumnComesFromAnArrayAndGoesBackToIt(String type) {
    NDArray array = NDArray.of(0L, 1L, 1L).astype("<f8").astype(kind(type)).astype(type);
    assertThat(Column.of("x", array).array()).isEqualTo(array);
  }

  private static String kind(String type) {
    return type.contains("M8") ? "<i8" : type;
  }

  @Test
  void itemsThatNoColumnHoldsAndMoreAxesAreRefused() {
    assertThatThrownBy(() -> Column.of("x", NDArray.zeros(DType.COMPLEX64, 2)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("complex64");
    assertThatThrownBy(() -> Column.of("x", rows(2, 2))).isInstanceOf(DataException.class);
  }
}
