/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.benchmarks;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openjdk.jmh.Main;

/**
 * Runs what it is asked for: one of the programs below by its name, or JMH with its own options and
 * patterns; without a word everything.
 */
public final class Benchmarks {
  private static final SortedMap<String, Class<?>> PROGRAMS = new TreeMap<>();

  static {
    PROGRAMS.put("blobs", BlobsBenchmark.class);
    PROGRAMS.put("catalog", CatalogBenchmark.class);
    PROGRAMS.put("history", HistoryBenchmark.class);
    PROGRAMS.put("index", IndexBenchmark.class);
    PROGRAMS.put("scan", ScanBenchmark.class);
    PROGRAMS.put("stores", StoresBenchmark.class);
  }

  private Benchmarks() {}

  /** Runs it. */
  public static void main(String... arguments) throws Exception {
    Class<?> program = arguments.length == 0 ? null : PROGRAMS.get(arguments[0]);
    if (program != null) {
      FreshJava.run(program, Arrays.copyOfRange(arguments, 1, arguments.length));
      return;
    }
    if (arguments.length == 0) {
      for (Class<?> each : PROGRAMS.values()) {
        FreshJava.run(each);
      }
    }
    Main.main(arguments);
  }
}
