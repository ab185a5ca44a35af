/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.render;

import io.alfheim.console.RenderContext;
import io.alfheim.console.ValueRenderer;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Java arrays: the shape, the ends, and of numbers the range. */
final class ArrayRenderer implements ValueRenderer {
  private static final int WHOLE = 100;
  private static final int ENDS = 4;
  private static final int ROWS = 8;
  private final Style style;

  ArrayRenderer(Style style) {
    this.style = style;
  }

  @Override
  public Optional<String> render(Object value, RenderContext context) {
    if (!value.getClass().isArray()) {
      return Optional.empty();
    }
    String head = style.dim(Brief.shapeOf(value));
    if (value.getClass().getComponentType().isArray()) {
      return Optional.of(head + rows(value, context));
    }
    int length = Array.getLength(value);
    List<String> items = items(value, length > WHOLE ? ENDS : length, context);
    String range = range(value);
    return Optional.of(head
        + "\n"
        + wrap(items, context.width())
        + (range.isEmpty() ? "" : "\n" + style.dim(range)));
  }

  private String rows(Object array, RenderContext context) {
    int length = Array.getLength(array);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.min(length, ROWS); i++) {
      Object row = Array.get(array, i);
      String line = row == null ? "null" : "[" + String.join(", ", items(row, ENDS, context)) + "]";
      text.append("\n  ").append(Columns.clip(line, context.width() - 2, style.ellipsis()));
    }
    if (length > ROWS) {
      text.append("\n").append(style.dim(ROWS + " of " + Numbers.count(length)));
    }
    return text.toString();
  }

  private List<String> items(Object array, int ends, RenderContext context) {
    int length = Array.getLength(array);
    List<String> items = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      if (i == ends && length > 2 * ends) {
        items.add(style.ellipsis());
        i = length - ends;
      }
      items.add(context.brief(Array.get(array, i)));
    }
    return items;
  }

  private static String wrap(List<String> items, int width) {
    StringBuilder text = new StringBuilder("[");
    int column = 1;
    for (int i = 0; i < items.size(); i++) {
      String item = items.get(i) + (i < items.size() - 1 ? "," : "");
      boolean breaks = column > 1 && column + item.length() + 1 > width;
      text.append(breaks ? "\n " : column > 1 ? " " : "").append(item);
      column = (breaks ? 1 : column + 1) + item.length();
    }
    return text.append(']').toString();
  }

  private static String range(Object array) {
    DoubleStream numbers = numbers(array);
    long[] nans = {0};
    DoubleSummaryStatistics statistics = numbers
        .filter(n -> {
          nans[0] += Double.isNaN(n) ? 1 : 0;
          return !Double.isNaN(n);
        })
        .summaryStatistics();
    if (statistics.getCount() < 2) {
      return "";
    }
    return "min %s  mean %s  max %s%s"
        .formatted(
            Numbers.text(statistics.getMin()),
            Numbers.text(statistics.getAverage()),
            Numbers.text(statistics.getMax()),
            nans[0] > 0 ? "  NaN " + Numbers.count(nans[0]) : "");
  }

  private static DoubleStream numbers(Object array) {
    if (array instanceof double[] doubles) {
      return Arrays.stream(doubles);
    }
    if (array instanceof float[] floats) {
      return IntStream.range(0, floats.length).mapToDouble(i -> floats[i]);
    }
    if (array instanceof int[] ints) {
      return Arrays.stream(ints).asDoubleStream();
    }
    if (array instanceof long[] longs) {
      return LongStream.of(longs).asDoubleStream();
    }
    return DoubleStream.empty();
  }
}
