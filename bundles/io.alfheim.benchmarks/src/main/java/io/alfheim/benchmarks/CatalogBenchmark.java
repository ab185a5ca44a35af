/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.benchmarks;

import io.alfheim.catalog.internal.HomeCatalog;
import io.alfheim.catalog.spi.SessionRecord;

/**
 * Makes the catalog of a whole consortium, and asks it where people do: at a console that has just
 * started, through record and index together. The questions are in {@code questions.jsh}.
 *
 * <p>Arguments: {@code [sessions [datasets in each]]}.
 */
public final class CatalogBenchmark {
  private static final double NO_TARGET = Double.POSITIVE_INFINITY;

  private final Measured measured = new Measured();
  private final ConsortiumGenerator consortium;

  private CatalogBenchmark(ConsortiumGenerator consortium) {
    this.consortium = consortium;
  }

  /** Runs it. */
  public static void main(String... arguments) throws Exception {
    int sessions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 15_000;
    int datasets = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
    ConsortiumGenerator consortium = new ConsortiumGenerator(1, sessions, datasets);
    try (ScratchHome home = new ScratchHome()) {
      new CatalogBenchmark(consortium).build(home);
      new FreshConsole(home.path()).run("questions.jsh");
    }
  }

  private void build(ScratchHome home) throws Exception {
    measured.once("record everything, made up meanwhile", NO_TARGET, () -> {
      try (SessionRecord record = home.open()) {
        return record.commit("All", editor -> {
          for (int i = 0; i < consortium.sessions(); i++) {
            editor.put(consortium.session(i));
          }
        });
      }
    });
    HomeCatalog catalog = home.catalog();
    measured.once("index everything", NO_TARGET, catalog::size);
    measured.say(catalog.toString());
    measured.say("on disk: %,d kB".formatted(home.bytes() >> 10));
    catalog.close();
  }
}
