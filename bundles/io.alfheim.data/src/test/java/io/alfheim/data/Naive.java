/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/** An array as one would write it without a thought for speed: the oracle of the laws. */
record Naive(List<Integer> shape, List<Double> values) {

  static Naive counting(List<Integer> shape) {
    int size = shape.stream().reduce(1, (a, b) -> a * b);
    return new Naive(
        shape,
        IntStream.range(0, size).mapToObj(i -> (double) ((i * 37) % 101 - 50)).toList());
  }

  /** Each index in row-major order. */
  static List<int[]> indices(List<Integer> shape) {
    List<int[]> all = new ArrayList<>();
    all.add(new int[0]);
    for (int length : shape) {
      List<int[]> longer = new ArrayList<>();
      for (int[] index : all) {
        for (int i = 0; i < length; i++) {
          int[] next = Arrays.copyOf(index, index.length + 1);
          next[index.length] = i;
          longer.add(next);
        }
      }
      all = longer;
    }
    return all;
  }

  double get(int... index) {
    int number = 0;
    for (int axis = 0; axis < index.length; axis++) {
      number = number * shape.get(axis) + index[axis];
    }
    return values.get(number);
  }

  /** Where an index of a result comes from. */
  interface Origin {
    int[] of(int[] index);
  }

  Naive view(List<Integer> result, Origin origin) {
    return new Naive(
        result, indices(result).stream().map(index -> get(origin.of(index))).toList());
  }

  Naive pick(int axis, List<Integer> indices) {
    List<Integer> result = new ArrayList<>(shape);
    result.set(axis, indices.size());
    return view(result, index -> {
      int[] from = index.clone();
      from[axis] = indices.get(index[axis]);
      return from;
    });
  }

  Naive select(int axis, int at) {
    return view(without(axis), index -> {
      List<Integer> from = new ArrayList<>(Arrays.stream(index).boxed().toList());
      from.add(axis, at);
      return from.stream().mapToInt(i -> i).toArray();
    });
  }

  Naive permute(List<Integer> order) {
    return view(order.stream().map(shape::get).toList(), index -> {
      int[] from = new int[index.length];
      for (int i = 0; i < index.length; i++) {
        from[order.get(i)] = index[i];
      }
      return from;
    });
  }

  Naive reshape(List<Integer> to) {
    return new Naive(to, values);
  }

  Naive fold(int axis, double start, DoubleBinaryOperator operator) {
    List<Double> folded = new ArrayList<>();
    for (int[] index : indices(without(axis))) {
      double result = start;
      for (int i = 0; i < shape.get(axis); i++) {
        List<Integer> from = new ArrayList<>(Arrays.stream(index).boxed().toList());
        from.add(axis, i);
        result =
            operator.applyAsDouble(result, get(from.stream().mapToInt(j -> j).toArray()));
      }
      folded.add(result);
    }
    return new Naive(without(axis), folded);
  }

  private List<Integer> without(int axis) {
    List<Integer> rest = new ArrayList<>(shape);
    rest.remove(axis);
    return rest;
  }

  double[] toArray() {
    return values.stream().mapToDouble(v -> v).toArray();
  }

  long[] longShape() {
    return shape.stream().mapToLong(n -> n).toArray();
  }
}
