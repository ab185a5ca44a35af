/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Prints an array as numpy does: aligned, wrapped, and long ones with their ends only. */
final class ArrayText {
  /** More items than numpy prints of up to six axes. */
  private static final int MOST = 50_000;

  /** Each item of these may be many words itself. */
  private static final int MOST_STRUCTS = 5_000;

  private static final int WIDTH = 75;
  private static final String START = "array(";

  private final NDArray array;
  private final Ends ends;
  private final ItemText items;

  private ArrayText(NDArray array) {
    this.array = array;
    boolean struct = array.dtype().kind() == DType.Kind.STRUCT;
    this.ends = new Ends(array.shape(), struct ? MOST_STRUCTS : MOST);
    this.items = ItemText.of(ends.of(array));
  }

  static String of(NDArray array) {
    String body = array.size() == 0 ? "[]" : new ArrayText(array).body();
    List<String> extras = new ArrayList<>();
    if ((array.size() == 0 && array.rank() != 1) || array.size() > Ends.THRESHOLD) {
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

  private String body() {
    return text(new long[0], " ".repeat(START.length() + 1), WIDTH - 1);
  }

  private String text(long[] index, String indent, int width) {
    int left = array.rank() - index.length;
    if (left == 0) {
      return items.at(ends.among(index));
    }
    Walk.checkInterruption();
    List<String> words = new ArrayList<>();
    int axis = index.length;
    ends.indices(axis).forEach(i -> {
      long[] inner = Arrays.copyOf(index, index.length + 1);
      inner[index.length] = i;
      words.add(text(inner, indent + " ", width - 1));
    });
    if (ends.cuts(axis)) {
      words.add(ends.head(axis), "...");
    }
    String joined = left == 1
        ? wrap(words, indent, width)
        : String.join("," + "\n".repeat(left - 1) + indent, words);
    return "[" + joined + "]";
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
