/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Texts, each cell the number of a word in a dictionary. */
final class TextColumn extends Column {
  private final List<String> words;
  private final boolean ordered;

  TextColumn(
      String name,
      ColumnType type,
      int size,
      Cells codes,
      BitSet missing,
      List<String> words,
      boolean ordered) {
    super(name, type, size, codes, missing);
    this.words = words;
    this.ordered = ordered;
  }

  @Override
  public List<String> categories() {
    return type() == ColumnType.CATEGORY ? words : List.of();
  }

  @Override
  public boolean isOrdered() {
    return ordered;
  }

  @Override
  public NDArray array() {
    requireAll();
    return NDArray.of(IntStream.range(0, size()).mapToObj(this::value).toArray(String[]::new));
  }

  @Override
  int compare(int row, int other) {
    return ordered
        ? Long.compare(cells().get(row), cells().get(other))
        : value(row).compareTo(value(other));
  }

  @Override
  String value(int row) {
    return words.get((int) cells().get(row));
  }

  @Override
  Column with(String newName, int newSize, Cells newCells, BitSet newMissing) {
    return new TextColumn(newName, type(), newSize, newCells, newMissing, words, ordered);
  }
}
