/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.benchmarks;

import io.alfheim.alf.Qc;
import io.alfheim.benchmarks.Measured.Times;
import io.alfheim.catalog.spi.CatalogIndex;
import io.alfheim.catalog.spi.CatalogIndex.Changes;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.Field;
import io.alfheim.catalog.spi.SessionChange;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.catalog.spi.SessionQuery;
import io.alfheim.catalog.spi.SessionQuery.HasDataset;
import io.alfheim.catalog.spi.SessionQuery.HasValue;
import io.alfheim.catalog.spi.SessionQuery.Term;
import io.alfheim.catalog.spi.TextMatch;
import io.alfheim.index.lucene.internal.LuceneIndexProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/**
 * Builds the index of a consortium, then asks it in a process of its own: opening is measured in a
 * fresh Java machine, and nothing remembers what the building did. Not a JMH benchmark: what matters
 * here is the first time.
 *
 * <p>Arguments: {@code [sessions [datasets in each]]}.
 */
public final class IndexBenchmark {
  private static final double NO_TARGET = Double.POSITIVE_INFINITY;
  private static final CommitId BUILT = new CommitId("b1");

  private final Measured measured = new Measured();
  private final ConsortiumGenerator consortium;
  private final Path directory;

  private IndexBenchmark(ConsortiumGenerator consortium, Path directory) {
    this.consortium = consortium;
    this.directory = directory;
  }

  /** Runs it. */
  public static void main(String... arguments) throws Exception {
    int sessions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 15_000;
    int datasets = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
    ConsortiumGenerator consortium = new ConsortiumGenerator(1, sessions, datasets);
    if (arguments.length > 2) {
      new IndexBenchmark(consortium, Path.of(arguments[2])).ask();
      return;
    }
    Path directory = Files.createTempDirectory("index-benchmark");
    try {
      IndexBenchmark benchmark = new IndexBenchmark(consortium, directory);
      benchmark.build();
      benchmark.askInNewProcess();
    } finally {
      Trees.delete(directory);
    }
  }

  private void build() throws Exception {
    Times[] generating = {new Times(0, 0)};
    Changes everything = visitor -> {
      for (int i = 0; i < consortium.sessions(); i++) {
        Times start = Times.now();
        SessionEntry session = consortium.session(i);
        generating[0] = generating[0].plus(Times.now().minus(start));
        visitor.changed(new SessionChange(session.key(), null, session));
      }
    };
    Times start = Times.now();
    try (CatalogIndex index = new LuceneIndexProvider().open(directory)) {
      index.update(CommitId.NONE, BUILT, everything);
      measured.say(index.totals().toString());
    }
    Times building = Times.now().minus(start).minus(generating[0]);
    measured.print("build from nothing, without making up data", building, 15_000);
    measured.say(
        "on disk: %,d kB, heap in use: %,d MB".formatted(Trees.bytes(directory) >> 10, heap()));
  }

  private void askInNewProcess() throws Exception {
    FreshJava.run(
        IndexBenchmark.class,
        Integer.toString(consortium.sessions()),
        Integer.toString(consortium.datasets()),
        directory.toString());
  }

  private void ask() throws Exception {
    CatalogIndex index = measured.once("open, in a new process", 500, () -> {
      CatalogIndex opened = new LuceneIndexProvider().open(directory);
      opened.totals();
      return opened;
    });
    try (index) {
      ask(index);
      update(index);
      measured.say("after updates:");
      ask(index);
    }
    measured.say("heap in use: %,d MB".formatted(heap()));
  }

  private void ask(CatalogIndex index) throws Exception {
    String subject = consortium.key(consortium.sessions() / 2).subject();
    SessionQuery bySubject =
        query(new HasValue(Field.SUBJECT, List.of(TextMatch.exactly(subject))));
    SessionQuery twoNames = query(
        dataset(TextMatch.exactly("spikes.times.npy")),
        dataset(TextMatch.exactly("clusters.depths.npy")));
    SessionQuery twoPatterns = query(
        dataset(TextMatch.whole(Pattern.compile("spikes\\.(times|depths).*"))),
        dataset(TextMatch.whole(Pattern.compile("_ibl_wheel.*\\.npy"))));
    measured.often("search by subject", 5, () -> index.search(bySubject));
    measured.often("search by two dataset names", 50, () -> index.search(twoNames));
    measured.often("search by two dataset patterns", 50, () -> index.search(twoPatterns));
    measured.often("search all", NO_TARGET, () -> index.search(SessionQuery.ALL));
    measured.often("count all", NO_TARGET, () -> index.count(SessionQuery.ALL));
    measured.often("collections", 50, () -> index.values(Field.COLLECTION, SessionQuery.ALL));
    measured.often("file names", NO_TARGET, () -> index.values(Field.FILE, SessionQuery.ALL));
    measured.often("paths", NO_TARGET, () -> index.values(Field.PATH, SessionQuery.ALL));
    measured.often("file names of a subject", NO_TARGET, () -> index.values(Field.FILE, bySubject));
    measured.say("sessions: %d by subject, %d by names, %d by patterns; values: %d paths, %d files"
        .formatted(
            index.count(bySubject),
            index.count(twoNames),
            index.count(twoPatterns),
            index.values(Field.PATH, SessionQuery.ALL).size(),
            index.values(Field.FILE, SessionQuery.ALL).size()));
  }

  private void update(CatalogIndex index) throws Exception {
    int[] commit = new int[1];
    Callable<Object> one = () -> {
      CommitId from = index.commit();
      SessionEntry session = consortium.session(commit[0]++);
      index.update(
          from,
          new CommitId("c" + commit[0]),
          visitor -> visitor.changed(new SessionChange(session.key(), session, session)));
      return index.totals();
    };
    measured.often("update of one session", NO_TARGET, one);
  }

  private static SessionQuery query(Term... terms) {
    return new SessionQuery(List.of(terms));
  }

  private static HasDataset dataset(TextMatch name) {
    return new HasDataset(List.of(name), Qc.FAIL);
  }

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }
}
