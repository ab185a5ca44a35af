/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.benchmarks;

import io.alfheim.alf.Qc;
import io.alfheim.catalog.CheckLevel;
import io.alfheim.catalog.CheckReport;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.internal.HomeCatalog;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.Editor;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.catalog.spi.SessionRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.Git;

/**
 * Writes the record of a whole consortium, changes it, and asks for its history, in a process of its
 * own with a small heap.
 *
 * <p>Arguments: {@code [sessions [datasets in each]]}.
 */
public final class HistoryBenchmark {
  private static final double NO_TARGET = Double.POSITIVE_INFINITY;
  private static final double BYTES_PER_DATASET = 64;
  private static final int CHANGED = 100;
  private static final int CHANGES_OF_ONE = 101;

  private final Measured measured = new Measured();
  private final ConsortiumGenerator consortium;
  private final ScratchHome home;
  private int edition;

  private HistoryBenchmark(ConsortiumGenerator consortium, ScratchHome home) {
    this.consortium = consortium;
    this.home = home;
  }

  /** Runs it. */
  public static void main(String... arguments) throws Exception {
    int sessions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 15_000;
    int datasets = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
    try (ScratchHome home = new ScratchHome()) {
      HistoryBenchmark benchmark =
          new HistoryBenchmark(new ConsortiumGenerator(1, sessions, datasets), home);
      benchmark.record();
      benchmark.change();
      benchmark.pack();
    }
  }

  private void record() throws Exception {
    Measured.Times[] generating = {new Measured.Times(0, 0)};
    Measured.Times start = Measured.Times.now();
    try (SessionRecord record = home.open()) {
      record.commit("All", editor -> {
        for (int i = 0; i < consortium.sessions(); i++) {
          Measured.Times begun = Measured.Times.now();
          SessionEntry session = consortium.session(i);
          generating[0] = generating[0].plus(Measured.Times.now().minus(begun));
          editor.put(session);
        }
      });
    }
    measured.print(
        "first commit, without making up data",
        Measured.Times.now().minus(start).minus(generating[0]),
        30_000);
  }

  /** Gives every dataset of a session another size. */
  private void edit(Editor editor, int index) throws IOException {
    SessionEntry session = editor.base().find(consortium.key(index)).orElseThrow();
    editor.put(session.withDatasets(session.datasets().stream()
        .map(dataset -> dataset.withContent(++edition, dataset.hash()))
        .toList()));
  }

  private void change() throws Exception {
    HomeCatalog catalog = home.catalog();
    measured.once("index everything", NO_TARGET, catalog::size);
    SessionRecord direct = home.open();
    int one = consortium.sessions() / 2;
    measured.often(
        "commit of one session", 50, () -> direct.commit("One", editor -> edit(editor, one)));
    direct.close();
    catalog.size();
    measured.often("commit, and the first search after it", 100, () -> {
      catalog.record().change("One", editor -> setQc(editor, one));
      return catalog.search().dataset(Qc.CRITICAL, "spikes.times").count();
    });
    Dataset dataset = catalog.session(consortium.key(one).toString()).datasets().get(0);
    measured.often("log of a dataset of " + dataset.log().size() + " commits", 200, dataset::log);
    CommitId before = catalog.commit();
    catalog.record().change("Many", editor -> {
      for (int i = 0; i < CHANGED; i++) {
        edit(editor, i * (consortium.sessions() / CHANGED));
      }
    });
    String from = before.value();
    measured.often(
        "diff of 100 sessions, as a list", 200, () -> catalog.diff(from, "now").list());
    measured.often(
        "diff of 100 sessions, their names",
        200,
        () -> catalog.diff(from, "now").sessions());
    CheckReport report =
        measured.once("check of record and index", 20_000, () -> catalog.check(CheckLevel.INDEX));
    measured.say(report.toString());
    catalog.close();
  }

  private void setQc(Editor editor, int index) throws IOException {
    SessionEntry session = editor.base().find(consortium.key(index)).orElseThrow();
    Qc next = ++edition % 2 == 0 ? Qc.PASS : Qc.FAIL;
    List<DatasetEntry> datasets =
        session.datasets().stream().map(dataset -> dataset.withQc(next)).toList();
    editor.put(session.withDatasets(datasets));
  }

  private void pack() throws Exception {
    Path repository = home.path().resolve("record.git");
    measured.say("commits of one session: " + 2 * (CHANGES_OF_ONE + 1));
    try (Git git = Git.open(repository.toFile())) {
      // what was packed anew would be kept for an hour
      git.getRepository().getConfig().setString("gc", null, "prunePackExpire", "now");
      git.getRepository().getConfig().setString("gc", null, "pruneExpire", "now");
      measured.once("pack everything (git gc)", NO_TARGET, () -> git.gc().call());
    }
    long datasets = (long) consortium.sessions() * consortium.datasets();
    double each = (double) Trees.bytes(repository) / datasets;
    measured.say("on disk: %,d kB, %.1f bytes for each dataset, of %.0f allowed: %s"
        .formatted(
            Trees.bytes(repository) >> 10,
            each,
            BYTES_PER_DATASET,
            each <= BYTES_PER_DATASET ? "met" : "MISSED"));
  }
}
