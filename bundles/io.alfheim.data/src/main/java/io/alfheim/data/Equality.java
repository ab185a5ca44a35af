/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import io.alfheim.data.DType.Field;
import java.util.Arrays;

/** Whether two arrays hold the same values; NaN is the same as NaN. */
final class Equality {

  private Equality() {}

  static boolean equal(NDArray a, NDArray b) {
    return a.dtype().equals(b.dtype())
        && a.layout().hasShape(b.shape())
        && (a.size() == 0 || sameItems(a, b));
  }

  private static boolean sameItems(NDArray a, NDArray b) {
    return switch (a.dtype().kind()) {
      case STRUCT ->
        a.dtype().fields().stream()
            .map(Field::name)
            .allMatch(name -> a.field(name).equals(b.field(name)));
      case COMPLEX -> a.real().equals(b.real()) && a.imag().equals(b.imag());
      case FLOAT, BOOL -> sameDoubles(a, b);
      default -> sameBytes(a, b);
    };
  }

  private static boolean sameDoubles(NDArray a, NDArray b) {
    Walk walk = Walk.over(a.layout(), b.layout());
    double[] left = new double[walk.block()];
    double[] right = new double[walk.block()];
    boolean[] same = {true};
    walk.forEach((at, count) -> {
      if (same[0]) {
        a.memory().doubles(at[0], walk.step(0), left, 0, count);
        b.memory().doubles(at[1], walk.step(1), right, 0, count);
        same[0] = Arrays.equals(left, 0, count, right, 0, count);
      }
    });
    return same[0];
  }

  private static boolean sameBytes(NDArray a, NDArray b) {
    int size = a.dtype().itemSize();
    Walk walk = Walk.over(a.layout(), b.layout());
    byte[] left = new byte[size];
    byte[] right = new byte[size];
    boolean[] same = {true};
    walk.forEach((at, count) -> {
      for (int i = 0; i < count && same[0]; i++) {
        a.memory().bytes(at[0] + i * walk.step(0), size, left, 1);
        b.memory().bytes(at[1] + i * walk.step(1), size, right, 1);
        same[0] = Arrays.equals(left, right);
      }
    });
    return same[0];
  }

  /** Of type, shape and a few of the items: a hash of all would read gigabytes. */
  static int hash(NDArray array) {
    NDArray sample = array;
    for (int axis = 0; axis < array.rank(); axis++) {
      sample = sample.slice(axis, 0, axis < 4 ? 2 : 1);
    }
    return 31 * (31 * array.dtype().hashCode() + Arrays.hashCode(array.shape())) + items(sample);
  }

  private static int items(NDArray sample) {
    return switch (sample.dtype().kind()) {
      case STRUCT ->
        sample.dtype().fields().stream()
            .mapToInt(field -> sample.field(field.name()).hashCode())
            .sum();
      case COMPLEX -> sample.real().hashCode() + sample.imag().hashCode();
      default -> Arrays.hashCode(sample.toStringArray());
    };
  }
}
