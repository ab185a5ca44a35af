/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.catalog.CheckLevel;
import io.alfheim.catalog.Finding;
import io.alfheim.catalog.Finding.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a program again and again while it works on a home, at random moments. How often, the system
 * property {@code alfheim.rounds} says.
 */
class KillTest {
  private static final int ROUNDS = Integer.getInteger("alfheim.rounds", 20);
  private static final int MOST_STEPS = 4;
  private static final int LONGEST_MILLIS = 100;
  private static final int ENDLESS = 100_000;

  @TempDir
  Path temporary;

  private Path home;
  private Path data;
  private HomeCatalog catalog;
  private Process worker;
  private Ledger ledger;

  @BeforeEach
  void makeAStore() throws Exception {
    home = temporary.resolve("home");
    data = Files.createDirectories(temporary.resolve("data"));
    catalog = RealParts.catalog(home);
    catalog.scan(data);
    hire(0);
  }

  @AfterEach
  void close() throws IOException {
    worker.destroyForcibly();
    catalog.close();
  }

  /** Starts the next program, which opens the home and waits. */
  private void hire(int round) throws IOException {
    ledger = new Ledger(temporary.resolve("ledger" + round));
    worker = OtherProgram.start(
        LabWorker.class,
        temporary.resolve("output" + round),
        home.toString(),
        data.toString(),
        ledger.file().toString(),
        "W%03d".formatted(round),
        Integer.toString(ENDLESS));
  }

  /** Kills it some time after some steps, however fast the machine is. */
  private void letWorkAndKill(Random random) throws Exception {
    await(() -> ledger.says(Ledger.READY));
    worker.getOutputStream().write('\n');
    worker.getOutputStream().flush();
    int steps = random.nextInt(MOST_STEPS);
    await(() -> ledger.steps() >= steps);
    boolean ended = worker.waitFor(random.nextInt(LONGEST_MILLIS), TimeUnit.MILLISECONDS);
    worker.destroyForcibly().waitFor();
    assertThat(ended).as("It ended by itself, see its output in " + temporary).isFalse();
  }

  private void await(Callable<Boolean> event) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!event.call()) {
      assertThat(worker.isAlive() && System.nanoTime() < deadline)
          .as(() -> "The program does not go on: " + worker)
          .isTrue();
      Thread.sleep(5);
    }
  }

  @Test
  void whatIsAcknowledgedIsThereAndNothingElse() throws Exception {
    GitProgram.require();
    long seed = Long.getLong("alfheim.seed", System.nanoTime());
    Random random = new Random(seed);
    NavigableSet<String> known = new TreeSet<>();
    List<String> lost = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      letWorkAndKill(random);
      Ledger killed = ledger;
      hire(round + 1);
      known.addAll(killed.acknowledged());
      NavigableSet<String> found = Ledger.of(catalog);
      if (found.containsAll(killed.underWay())) {
        known.addAll(killed.underWay());
      } else {
        lost.addAll(killed.underWay());
      }
      assertThat(found)
          .as("round %d of seed %d, under way: %s", round, seed, killed.underWay())
          .isEqualTo(known);
      assertThat(catalog.check(CheckLevel.INDEX).findings()).isEmpty();
      GitProgram.findsNoFaultIn(home.resolve("record.git"));
    }
    worker.destroyForcibly().waitFor();
    assertThat(known).isNotEmpty();
    filesAreThereOrWereNotAcknowledged(lost);
    nothingIsLeftOver();
  }

  /** A program that dies between its files and the commit leaves whole files, which a scan finds. */
  private void filesAreThereOrWereNotAcknowledged(List<String> lost) throws IOException {
    for (Finding finding : catalog.check(CheckLevel.CONTENT).findings()) {
      assertThat(finding.problem()).as(finding.toString()).isEqualTo(Problem.UNKNOWN);
      String path = finding.where().substring("data:".length());
      boolean expected = lost.stream().anyMatch(fact -> fact.startsWith("dataset " + path))
          || path.contains("licks.times")
          || isSessionNobodyScanned(path);
      assertThat(expected).as(finding.toString()).isTrue();
    }
    catalog.scan(data);
    assertThat(catalog.check(CheckLevel.FILES).findings()).isEmpty();
  }

  /** The data of a session that was killed before its scan. */
  private boolean isSessionNobodyScanned(String path) {
    return catalog.findSession(path).isEmpty();
  }

  private void nothingIsLeftOver() throws IOException {
    assertThat(home.resolve("record.git/alfheim.lock")).isEmptyFile();
    try (Stream<Path> files = Files.walk(home.resolve("record.git"))) {
      assertThat(files.filter(KillTest::isTemporary)).isEmpty();
    }
  }

  private static boolean isTemporary(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith("insert_")
        || name.startsWith("noz")
        || (name.endsWith(".lock") && !name.equals("alfheim.lock"));
  }
}
