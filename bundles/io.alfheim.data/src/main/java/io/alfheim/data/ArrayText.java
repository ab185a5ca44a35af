/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** Prints an array as numpy does: aligned, wrapped, and long ones with their ends only. */
final class ArrayText {
  private static final int THRESHOLD = 1000;
  private static final int EDGE = 3;
  private static final int WIDTH = 75;
  private static final String START = "array(";

  private final NDArray array;
  private final boolean summary;
  private final ItemText items;

  private ArrayText(NDArray array) {
    this.array = array;
    this.summary = array.size() > THRESHOLD;
    NDArray shown = array;
    for (int axis = 0; summary && axis < array.rank(); axis++) {
      shown = edges(shown, axis);
    }
    this.items = ItemText.of(shown);
  }

  static String of(NDArray array) {
    String body = array.size() == 0 ? "[]" : new ArrayText(array).body();
    List<String> extras = new ArrayList<>();
    if ((array.size() == 0 && array.rank() != 1) || array.size() > THRESHOLD) {
      extras.add("shape=" + Layout.text(array.shape()));
    }
    if (array.size() == 0 || !isImplied(array.dtype())) {
      extras.add("dtype=" + typeText(array.dtype()));
    }
    if (extras.isEmpty()) {
      return START + body + ")";
    }
    String text = START + body + ",";
    String extra = String.join(", ", extras) + ")";
    int last = text.length() - (text.lastIndexOf('\n') + 1);
    boolean fits = last + extra.length() + 1 <= WIDTH;
    return text + (fits ? " " : "\n" + " ".repeat(START.length())) + extra;
  }

  private static boolean isImplied(DType type) {
    return type.equals(DType.BOOL)
        || type.equals(DType.INT64)
        || type.equals(DType.FLOAT64)
        || type.equals(DType.COMPLEX128);
  }

  private static String typeText(DType type) {
    String name = type.toString();
    boolean bare =
        type.kind() == DType.Kind.STRUCT || name.chars().allMatch(Character::isLetterOrDigit);
    return bare ? name : "'" + name + "'";
  }

  private static NDArray edges(NDArray array, int axis) {
    long length = array.shape(axis);
    return length <= 2 * EDGE
        ? array
        : NDArray.concat(
            axis, array.slice(axis, 0, EDGE), array.slice(axis, length - EDGE, length));
  }

  private String body() {
    return text(new long[0], " ".repeat(START.length() + 1), WIDTH - 1);
  }

  private String text(long[] index, String indent, int width) {
    int left = array.rank() - index.length;
    if (left == 0) {
      return items.at(shownIndex(index));
    }
    List<String> words = new ArrayList<>();
    long length = array.shape(index.length);
    boolean cut = summary && length > 2 * EDGE;
    LongStream shown = cut
        ? LongStream.concat(LongStream.range(0, EDGE), LongStream.range(length - EDGE, length))
        : LongStream.range(0, length);
    shown.forEach(i -> {
      long[] inner = Arrays.copyOf(index, index.length + 1);
      inner[index.length] = i;
      words.add(text(inner, indent + " ", width - 1));
    });
    if (cut) {
      words.add(EDGE, "...");
    }
    String joined = left == 1
        ? wrap(words, indent, width)
        : String.join("," + "\n".repeat(left - 1) + indent, words);
    return "[" + joined + "]";
  }

  /** The index among the items shown. */
  private long[] shownIndex(long[] index) {
    long[] shown = index.clone();
    for (int axis = 0; summary && axis < index.length; axis++) {
      long length = array.shape(axis);
      if (length > 2 * EDGE && index[axis] >= EDGE) {
        shown[axis] -= length - 2 * EDGE;
      }
    }
    return shown;
  }

  private static String wrap(List<String> words, String indent, int width) {
    StringBuilder text = new StringBuilder();
    int line = indent.length();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (line + word.length() > width - 1 && line > indent.length()) {
        text.setLength(text.length() - 1);
        text.append('\n').append(indent);
        line = indent.length();
      }
      String last = i < words.size() - 1 ? ", " : "";
      text.append(word).append(last);
      line += word.length() + last.length();
    }
    return text.toString();
  }
}
