/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.text.internal;

import io.alfheim.data.Document;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/** Arbitrary documents, rich in what is special in JSON and YAML. */
final class Documents {
  private static final int[] LETTERS =
      "ab.:-#&*!|>'\"%@`{}[], \t\n\r\u0001\u0085äλ😀\\".codePoints().toArray();
  private static final List<Object> SCALARS = List.of(
      "",
      "~",
      "null",
      "true",
      "no",
      "7",
      "0x1F",
      "1e3",
      ".nan",
      "- a",
      "a: b",
      "---",
      "...",
      "2021-05-27",
      "<<",
      "=",
      "? x",
      " lead",
      "trail ",
      "\n",
      "a\n\nb\n",
      "0o7",
      "+1",
      true,
      false,
      0.1,
      -0.0,
      1e300,
      Double.MIN_VALUE,
      Double.NaN,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Long.MIN_VALUE,
      0L,
      BigInteger.TWO.pow(70),
      List.of(),
      Map.of());

  private Documents() {}

  static Arbitrary<Document> any() {
    return Arbitraries.randomValue(random -> Document.of(value(random, 4)));
  }

  private static @Nullable Object value(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 6 : 4)) {
      case 0 -> SCALARS.get(random.nextInt(SCALARS.size()));
      case 1 -> text(random);
      case 2 -> Double.longBitsToDouble(random.nextLong());
      case 3 -> random.nextBoolean() ? random.nextLong() : null;
      case 4 -> list(random, depth - 1);
      default -> map(random, depth - 1);
    };
  }

  private static List<@Nullable Object> list(Random random, int depth) {
    List<@Nullable Object> list = new ArrayList<>();
    for (int n = random.nextInt(4); n > 0; n--) {
      list.add(value(random, depth));
    }
    return list;
  }

  private static Map<String, @Nullable Object> map(Random random, int depth) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int n = random.nextInt(4); n > 0; n--) {
      String special = String.valueOf(SCALARS.get(random.nextInt(SCALARS.size())));
      map.put(random.nextBoolean() ? text(random) : special, value(random, depth));
    }
    return map;
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(9); n > 0; n--) {
      text.appendCodePoint(LETTERS[random.nextInt(LETTERS.length)]);
    }
    return text.toString();
  }
}
