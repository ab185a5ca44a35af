/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

import io.alfheim.data.Column;
import io.alfheim.data.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * How many bytes are stored, of what and where. A dataset that several stores have counts once in each
 * of them, and once in everything else.
 *
 * @param datasets number of datasets that a store has
 * @param bytes sum of their known sizes
 * @param unknown how many of them have no known size
 * @param shares who has how much, the largest first
 */
public record Sizes(long datasets, long bytes, long unknown, Map<By, List<Share>> shares) {
  private static final int SHOWN = 5;

  /** Copies the map. */
  public Sizes {
    shares = Map.copyOf(shares);
  }

  /** What to tell apart. */
  public enum By {
    /** The stores that have the datasets. */
    STORE,
    /** The labs; a session without one is in the lab without a name. */
    LAB,
    /** The subjects, with their labs: {@code cortexlab/KS014}. */
    SUBJECT,
    /** What is described: object and attribute, {@code spikes.times}. */
    KIND,
    /** The formats, by the extensions of the files: {@code npy}. */
    FORMAT
  }

  /**
   * What one of them has.
   *
   * @param name of the store, the lab, …
   * @param datasets how many
   * @param bytes sum of their known sizes
   */
  public record Share(String name, long datasets, long bytes) {
    /** The size as people say it: {@code 1.2 GB}. */
    public String size() {
      return ByteCount.text(bytes);
    }
  }

  /** Who has how much, the largest first. */
  public List<Share> by(By by) {
    return shares.getOrDefault(by, List.of());
  }

  /** The size as people say it: {@code 1.2 GB}. */
  public String size() {
    return ByteCount.text(bytes);
  }

  /** As columns: name, datasets, bytes and size. */
  public Table table(By by) {
    List<Share> all = by(by);
    return Table.of(
        column("name", all, Share::name),
        Column.of("datasets", all.stream().mapToLong(Share::datasets).toArray()),
        Column.of("bytes", all.stream().mapToLong(Share::bytes).toArray()),
        column("size", all, Share::size));
  }

  private static Column column(String name, List<Share> all, Function<Share, String> value) {
    return Column.of(name, all.stream().map(value).toArray(String[]::new));
  }

  /** A few lines for people: the largest of each. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(
        size() + " in " + Counted.of(datasets, "dataset") + " (" + Counted.of(bytes, "byte") + ")");
    if (unknown > 0) {
      text.append(String.format(Locale.ROOT, ", and %,d of unknown size", unknown));
    }
    for (By by : By.values()) {
      text.append("\nby ").append(by.name().toLowerCase(Locale.ROOT)).append(':');
      List<Share> all = by(by);
      all.stream()
          .limit(SHOWN)
          .forEach(share -> text.append(String.format(
              Locale.ROOT,
              "%n  %8s  %s",
              share.size(),
              share.name().isEmpty() ? "-" : share.name())));
      if (all.size() > SHOWN) {
        text.append(String.format(
            Locale.ROOT, "%n  … and %,d more: .table(Sizes.By.%s)", all.size() - SHOWN, by));
      }
    }
    return text.toString();
  }
}
