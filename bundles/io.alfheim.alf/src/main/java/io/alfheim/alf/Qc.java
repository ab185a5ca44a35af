/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf;

import io.alfheim.alf.internal.Quoted;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The outcome of quality control. Constants stand in order of severity, so {@code compareTo} compares severity and
 * {@code ordinal()} is the code that ordered columns of tables store; {@link #value()} is the number people write.
 */
public enum Qc {
  NOT_SET(0),
  PASS(10),
  WARNING(30),
  FAIL(40),
  CRITICAL(50);

  private final int value;

  Qc(int value) {
    this.value = value;
  }

  /** The number of this outcome: 0, 10, 30, 40 or 50. */
  public int value() {
    return value;
  }

  /** Whether this is no more severe than {@code limit}. */
  public boolean isAtMost(Qc limit) {
    return compareTo(limit) <= 0;
  }

  /** Reads a name, in any case, or a value: {@code "critical"}, {@code "40"}. */
  public static Qc parse(String text) {
    return find(text).orElseThrow(() -> unknown(text));
  }

  /** Reads a value: 40, 40.0. */
  public static Qc parse(Number value) {
    return withValue(value.doubleValue()).orElseThrow(() -> unknown(value.toString()));
  }

  /** As {@link #parse(String)}, empty for a text that is neither a name nor a value. */
  public static Optional<Qc> find(String text) {
    String name = text.toUpperCase(Locale.ROOT);
    boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits
        ? withValue(Double.parseDouble(text))
        : Stream.of(values()).filter(qc -> qc.name().equals(name)).findFirst();
  }

  private static Optional<Qc> withValue(double value) {
    return Stream.of(values()).filter(qc -> qc.value == value).findFirst();
  }

  private static AlfException unknown(String asked) {
    List<String> names = Arrays.stream(values()).map(Enum::name).toList();
    String legal =
        Stream.of(values()).map(qc -> qc + " (" + qc.value + ")").toList().toString();
    return new AlfException(
        "No quality outcome " + Quoted.text(asked) + "; nearest is " + Nearest.to(asked, names)
            + ".",
        "Write one of " + legal.substring(1, legal.length() - 1) + ".");
  }
}
