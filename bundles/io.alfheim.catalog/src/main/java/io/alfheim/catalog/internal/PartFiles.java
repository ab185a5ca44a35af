/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.ObjectAssembly.Piece;
import io.alfheim.data.Data;
import io.alfheim.data.NDArray;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Files too large for one, written as several that differ in their extras only. Extras order as texts,
 * one by one.
 */
public final class PartFiles {
  private static final Comparator<Piece> BY_EXTRAS =
      Comparator.comparing(piece -> piece.name().extraParts(), PartFiles::compare);

  private PartFiles() {}

  /** The whole, if these are pieces of one array. */
  public static Optional<Data> join(List<Piece> pieces) {
    boolean parts = pieces.size() > 1
        && pieces.stream().noneMatch(piece -> piece.name().extra().isEmpty())
        && pieces.stream().map(Piece::name).distinct().count() == pieces.size();
    if (!parts || !pieces.stream().allMatch(piece -> fits(pieces.get(0).data(), piece.data()))) {
      return Optional.empty();
    }
    NDArray[] arrays = pieces.stream()
        .sorted(BY_EXTRAS)
        .map(piece -> piece.data().array())
        .toArray(NDArray[]::new);
    return Optional.of(NDArray.concat(0, arrays));
  }

  private static boolean fits(Data first, Data other) {
    return first instanceof NDArray a
        && other instanceof NDArray b
        && a.rank() > 0
        && a.rank() == b.rank()
        && a.dtype().equals(b.dtype())
        && Arrays.equals(row(a), row(b));
  }

  private static long[] row(NDArray array) {
    long[] shape = array.shape();
    return Arrays.copyOfRange(shape, 1, shape.length);
  }

  private static int compare(List<String> a, List<String> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      int order = a.get(i).compareTo(b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.size(), b.size());
  }
}
