/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.benchmarks;

import io.alfheim.catalog.Session;
import io.alfheim.catalog.internal.HomeCatalog;
import io.alfheim.catalog.spi.SessionRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * Asks the catalog of a whole consortium in a process of its own, as people do: through record and
 * index together, the first time and again.
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
    CatalogBenchmark benchmark =
        new CatalogBenchmark(new ConsortiumGenerator(1, sessions, datasets));
    if (arguments.length > 2) {
      benchmark.ask(Path.of(arguments[2]));
      return;
    }
    try (ScratchHome home = new ScratchHome()) {
      benchmark.build(home);
      FreshJava.run(
          CatalogBenchmark.class,
          Integer.toString(sessions),
          Integer.toString(datasets),
          home.path().toString());
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

  private void ask(Path home) throws Exception {
    HomeCatalog catalog = ScratchHome.catalog(home);
    measured.once("open, in a new process", 500, catalog::size);
    String subject = consortium.key(consortium.sessions() / 2).subject();
    measured.often(
        "sessions of a subject", 5, () -> catalog.search().subject(subject).list());
    measured.often(
        "sessions with two dataset names",
        50,
        () ->
            catalog.search().dataset("spikes.times.npy", "clusters.depths.npy").list());
    measured.often("all collections", 50, catalog::collections);
    List<Session> all = catalog.search().list();
    int[] next = {0};
    measured.often("datasets of a session", 2, () -> {
      next[0] = (next[0] + 7919) % all.size();
      return all.get(next[0]).datasets();
    });
    UUID id = all.get(all.size() / 2).datasets().get(0).id();
    measured.often("dataset of an id", NO_TARGET, () -> catalog.dataset(id));
    System.gc();
    Runtime java = Runtime.getRuntime();
    measured.say("heap in use: %,d of %,d MB"
        .formatted((java.totalMemory() - java.freeMemory()) >> 20, java.maxMemory() >> 20));
    catalog.close();
  }
}
