/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Arrays of any layout, after any chain of views, against an oracle without strides. */
class NDArrayLawsTest {
  /** The same array twice. */
  private record Pair(NDArray array, Naive naive) {}

  private static Pair pair(ArrayKinds kind, List<Integer> shape, long seed) {
    Naive naive = Naive.counting(shape);
    Pair pair = new Pair(kind.make(naive), naive);
    Random random = new Random(seed);
    for (int i = 0; i < 3; i++) {
      pair = view(pair, random);
    }
    return pair;
  }

  private static Pair view(Pair pair, Random random) {
    int rank = pair.naive().shape().size();
    if (rank == 0) {
      return pair;
    }
    int axis = random.nextInt(rank);
    int length = pair.naive().shape().get(axis);
    return switch (random.nextInt(4)) {
      case 0 -> slice(pair, axis, length, random);
      case 1 -> permute(pair, random);
      case 2 -> flatten(pair, random);
      default -> length == 0 ? pair : select(pair, axis, random.nextInt(length));
    };
  }

  private static Pair slice(Pair pair, int axis, int length, Random random) {
    int from = random.nextInt(-length - 2, length + 3);
    int to = random.nextInt(-length - 2, length + 3);
    int step = random.nextBoolean() ? random.nextInt(1, 4) : random.nextInt(-3, 0);
    List<Integer> taken = new ArrayList<>();
    int first = python(from, step, length);
    int last = python(to, step, length);
    for (int i = first; step > 0 ? i < last : i > last; i += step) {
      taken.add(i);
    }
    return new Pair(pair.array().slice(axis, from, to, step), pair.naive().pick(axis, taken));
  }

  private static int python(int index, int step, int length) {
    int counted = index < 0 ? index + length : index;
    return step > 0
        ? Math.max(0, Math.min(length, counted))
        : Math.max(-1, Math.min(length - 1, counted));
  }

  private static Pair permute(Pair pair, Random random) {
    List<Integer> order = new ArrayList<>();
    for (int axis = 0; axis < pair.array().rank(); axis++) {
      order.add(axis);
    }
    Collections.shuffle(order, random);
    int[] axes = order.stream().mapToInt(i -> i).toArray();
    return new Pair(pair.array().transpose(axes), pair.naive().permute(order));
  }

  private static Pair flatten(Pair pair, Random random) {
    int size = pair.naive().values().size();
    if (size % 2 == 0 && random.nextBoolean()) {
      return new Pair(pair.array().reshape(2, -1), pair.naive().reshape(List.of(2, size / 2)));
    }
    return new Pair(pair.array().flatten(), pair.naive().reshape(List.of(size)));
  }

  private static Pair select(Pair pair, int axis, int index) {
    return new Pair(pair.array().select(axis, index), pair.naive().select(axis, index));
  }

  private static void check(NDArray array, Naive naive) {
    assertThat(array.shape()).isEqualTo(naive.longShape());
    assertThat(array.toDoubleArray()).isEqualTo(naive.toArray());
  }

  @Property
  void viewsOfViewsHoldTheSameItems(
      @ForAll ArrayKinds kind,
      @ForAll @Size(max = 4) List<@IntRange(max = 5) Integer> shape,
      @ForAll long seed) {
    Pair pair = pair(kind, shape, seed);
    check(pair.array(), pair.naive());
    for (int[] index : Naive.indices(pair.naive().shape())) {
      long[] at = Arrays.stream(index).asLongStream().toArray();
      assertThat(pair.array().getDouble(at)).isEqualTo(pair.naive().get(index));
    }
  }

  @Property
  void copiesOfAllKindsAgree(
      @ForAll ArrayKinds kind,
      @ForAll @Size(max = 4) List<@IntRange(max = 5) Integer> shape,
      @ForAll long seed) {
    Pair pair = pair(kind, shape, seed);
    NDArray array = pair.array();
    long[] whole =
        Arrays.stream(pair.naive().toArray()).mapToLong(v -> (long) v).toArray();
    assertThat(array.toLongArray()).isEqualTo(whole);
    assertThat(array.astype("<i2").flatten().toLongArray()).isEqualTo(whole);
    assertThat(array.astype("float16")).isEqualTo(array.astype(">f2").astype("float16"));
    assertThat(array.astype("<U8")).isEqualTo(array.astype(">U8").astype("<U8"));
    assertThat(new Gather(array).dense()).isEqualTo(array).hasSameHashCodeAs(array);
    assertThat(NDArray.wrap(array.toDoubleArray(), array.shape()))
        .isEqualTo(array.astype(DType.FLOAT64));
  }

  @Property
  void reductionsAgree(
      @ForAll ArrayKinds kind,
      @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 5) Integer> shape,
      @ForAll long seed) {
    Pair pair = pair(kind, shape, seed);
    double[] values = pair.naive().toArray();
    assertThat(pair.array().sum()).isEqualTo(Arrays.stream(values).sum());
    if (values.length > 0) {
      double most = Arrays.stream(values).max().orElseThrow();
      assertThat(pair.array().max()).isEqualTo(most);
      assertThat(values[(int) pair.array().argmax()]).isEqualTo(most);
      assertThat(Arrays.stream(values, 0, (int) pair.array().argmax())).doesNotContain(most);
    }
    for (int axis = 0; axis < pair.array().rank(); axis++) {
      check(pair.array().sum(axis), pair.naive().fold(axis, 0, Double::sum));
      if (pair.array().shape(axis) > 0) {
        check(pair.array().max(axis), pair.naive().fold(axis, -1000, Math::max));
        check(pair.array().min(axis), pair.naive().fold(axis, 1000, Math::min));
      }
    }
  }

  @Property
  void arithmeticAgrees(
      @ForAll ArrayKinds left,
      @ForAll ArrayKinds right,
      @ForAll @Size(max = 4) List<@IntRange(min = 1, max = 4) Integer> shape,
      @ForAll @IntRange(max = 15) int stretched,
      @ForAll @IntRange(max = 4) int dropped) {
    List<Integer> other = new ArrayList<>();
    for (int axis = Math.min(dropped, shape.size()); axis < shape.size(); axis++) {
      other.add((stretched >> axis & 1) == 1 ? 1 : shape.get(axis));
    }
    Naive a = Naive.counting(shape);
    Naive b = Naive.counting(other);
    combined(a, b, left.make(a).minus(right.make(b)), (x, y) -> x - y);
    combined(a, b, left.make(a).times(right.make(b)), (x, y) -> x * y);
    combined(a, b, right.make(b).plus(left.make(a)), Double::sum);
    combined(a, b, left.make(a).lessThan(right.make(b)), (x, y) -> x < y ? 1 : 0);
  }

  private static void combined(Naive a, Naive b, NDArray result, DoubleBinaryOperator operator) {
    int ahead = a.shape().size() - b.shape().size();
    List<Double> expected = new ArrayList<>();
    for (int[] index : Naive.indices(a.shape())) {
      int[] other = new int[b.shape().size()];
      for (int axis = 0; axis < other.length; axis++) {
        other[axis] = b.shape().get(axis) == 1 ? 0 : index[ahead + axis];
      }
      expected.add(operator.applyAsDouble(a.get(index), b.get(other)) + 0.0);
    }
    check(result.plus(0.0), new Naive(a.shape(), expected));
  }

  @Property
  void selectionsAgree(
      @ForAll ArrayKinds kind,
      @ForAll @Size(min = 1, max = 3) List<@IntRange(max = 5) Integer> shape,
      @ForAll long seed) {
    Pair pair = pair(kind, shape, seed);
    if (pair.array().rank() == 0) {
      return;
    }
    int length = pair.naive().shape().get(0);
    List<Integer> even = new ArrayList<>();
    boolean[] mask = new boolean[length];
    for (int i = 0; i < length; i += 2) {
      even.add(i);
      mask[i] = true;
    }
    long[] rows = even.stream().mapToLong(i -> i).toArray();
    check(pair.array().where(NDArray.of(mask)), pair.naive().pick(0, even));
    check(pair.array().take(rows), pair.naive().pick(0, even));
    NDArray twice = NDArray.concat(0, pair.array().take(rows), pair.array().slice(0, 1, length, 2));
    List<Integer> order = new ArrayList<>(even);
    for (int i = 1; i < length; i += 2) {
      order.add(i);
    }
    check(twice, pair.naive().pick(0, order));
  }
}
