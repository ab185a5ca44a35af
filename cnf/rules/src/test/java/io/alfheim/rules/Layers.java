/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.rules;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which bundle may know which: down the flow, and never sideways between providers. */
final class Layers {
  /** Rows that end in a dot stand for a family; its members do not know each other. */
  private static final Map<String, Set<String>> ROWS = new LinkedHashMap<>();

  /** Bundles that look at all others and are looked at by none. */
  private static final Set<String> OBSERVERS = Set.of("benchmarks", "itest");

  static {
    ROWS.put("alf", Set.of());
    ROWS.put("data", Set.of());
    ROWS.put("store", Set.of());
    ROWS.put("slf4j", Set.of());
    ROWS.put("jshell", Set.of());
    ROWS.put("store.", Set.of("store"));
    ROWS.put("format.", Set.of("data"));
    ROWS.put("catalog", Set.of("alf", "data", "store"));
    ROWS.put("record.", Set.of("catalog", "alf", "data", "store"));
    ROWS.put("index.", Set.of("catalog", "alf", "data", "store"));
    ROWS.put("one", Set.of("catalog", "alf", "data", "store"));
    ROWS.put("blobs", Set.of("catalog", "alf", "data", "store"));
    ROWS.put("arrays", Set.of("data", "store"));
    ROWS.put("console", Set.of("alf", "data", "store", "catalog", "one", "blobs", "arrays"));
    ROWS.put("demo", Set.of("catalog", "alf", "data", "store"));
    ROWS.put("testkit", Set.of("alf", "data", "store", "catalog"));
  }

  private Layers() {}

  /** Whether there is a row for a bundle. */
  static boolean knows(String bundle) {
    return observes(bundle) || row(bundle).isPresent();
  }

  /** Whether a module only looks on, on a plain class path where nothing is hidden. */
  static boolean observes(String module) {
    return OBSERVERS.contains(brief(module));
  }

  /** Whether the classes of one bundle may use those of another. */
  static boolean allows(String from, String to) {
    return from.equals(to)
        || observes(from)
        || row(from).map(row -> row.contains(brief(to))).orElse(false);
  }

  private static Optional<Set<String>> row(String bundle) {
    String name = brief(bundle);
    String family = name.substring(0, name.indexOf('.') + 1);
    return Optional.ofNullable(ROWS.get(family.isEmpty() ? name : family));
  }

  private static String brief(String bundle) {
    return bundle.substring("io.alfheim.".length());
  }
}
