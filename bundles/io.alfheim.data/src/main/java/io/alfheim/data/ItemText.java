/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import io.alfheim.data.DType.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** How the items of one array are printed, so that they stand in columns. */
interface ItemText {

  /** The text of one item of the array this was made of. */
  String at(long... index);

  /**
   * Made to fit all items at once.
   *
   * @param shown all items that are going to be printed
   */
  static ItemText of(NDArray shown) {
    DType type = shown.dtype();
    return switch (type.kind()) {
      case FLOAT -> {
        FloatText text = new FloatText(shown.toDoubleArray(), type.itemSize(), false);
        yield index -> text.of(shown.getDouble(index));
      }
      case COMPLEX -> complex(shown);
      case TEXT -> index -> PythonText.quote(shown.getString(index));
      case BYTES -> index -> PythonText.quoteBytes(shown.getString(index));
      case STRUCT -> struct(shown);
      case RAW -> shown::getString;
      case DATETIME -> padded(shown, "'");
      case BOOL, INTEGER, UNSIGNED, TIMEDELTA -> padded(shown, "");
    };
  }

  private static ItemText padded(NDArray shown, String quote) {
    String[] texts = shown.toStringArray();
    boolean time = shown.dtype().kind() == Kind.DATETIME || shown.dtype().kind() == Kind.TIMEDELTA;
    int width = Arrays.stream(texts)
        .map(text -> quoted(text, quote, time))
        .mapToInt(String::length)
        .max()
        .orElse(0);
    return index -> {
      String text = quoted(shown.getString(index), quote, time);
      return " ".repeat(width - text.length()) + text;
    };
  }

  private static String quoted(String text, String quote, boolean time) {
    return time && text.equals("NaT") ? "'NaT'" : quote + text + quote;
  }

  private static ItemText complex(NDArray shown) {
    int half = shown.dtype().itemSize() / 2;
    NDArray real = shown.real();
    NDArray imag = shown.imag();
    FloatText left = new FloatText(real.toDoubleArray(), half, false);
    FloatText right = new FloatText(imag.toDoubleArray(), half, true);
    return index -> {
      String text = right.of(imag.getDouble(index));
      int end = text.stripTrailing().length();
      return left.of(real.getDouble(index)) + text.substring(0, end) + "j" + text.substring(end);
    };
  }

  private static ItemText struct(NDArray shown) {
    List<ItemText> fields = shown.dtype().fields().stream()
        .map(field -> field(shown.field(field.name()), shown.rank()))
        .toList();
    return index -> fields.stream()
        .map(field -> field.at(index))
        .collect(Collectors.joining(", ", "(", fields.size() == 1 ? ",)" : ")"));
  }

  /** Unlike in numpy, what is left out of a field that is an array makes no room for itself. */
  private static ItemText field(NDArray values, int outer) {
    Ends ends = new Ends(Arrays.copyOfRange(values.shape(), outer, values.rank()), Ends.THRESHOLD);
    ItemText items = of(ends.of(values));
    return index -> nested(values, items, index, outer, ends);
  }

  /** The items of a field that is an array itself stand in brackets. */
  private static String nested(NDArray values, ItemText items, long[] index, int outer, Ends ends) {
    int axis = index.length - outer;
    if (index.length == values.rank()) {
      return items.at(ends.among(index));
    }
    Walk.checkInterruption();
    List<String> words = new ArrayList<>();
    ends.indices(axis).forEach(i -> {
      long[] inner = Arrays.copyOf(index, index.length + 1);
      inner[index.length] = i;
      words.add(nested(values, items, inner, outer, ends));
    });
    if (ends.cuts(axis)) {
      words.add(ends.head(axis), "...");
    }
    return "[" + String.join(", ", words) + "]";
  }
}
