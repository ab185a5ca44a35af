/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.catalog.CheckLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several programs on one home at once. */
class ManyProcessesTest {
  private static final int PROGRAMS = 3;
  private static final int STEPS = 25;

  @TempDir
  Path temporary;

  private final List<Process> running = new ArrayList<>();
  private HomeCatalog catalog;

  @BeforeEach
  void open() {
    catalog = RealParts.catalog(temporary.resolve("home"));
  }

  @AfterEach
  void end() throws IOException {
    running.forEach(Process::destroyForcibly);
    catalog.close();
  }

  private Process start(int number, Path home, Path data, Ledger ledger) throws IOException {
    Process process = OtherProgram.start(
        LabWorker.class,
        output(number),
        home.toString(),
        data.toString(),
        ledger.file().toString(),
        "W" + number,
        Integer.toString(STEPS));
    running.add(process);
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
    return process;
  }

  private Path output(int number) {
    return temporary.resolve("output" + number);
  }

  @Test
  void whatSeveralScanRegisterAndTagAtOnceIsAllThere() throws Exception {
    GitProgram.require();
    Path home = temporary.resolve("home");
    Path data = Files.createDirectories(temporary.resolve("data"));
    catalog.scan(data);
    List<Ledger> ledgers = new ArrayList<>();
    List<Process> programs = new ArrayList<>();
    for (int i = 0; i < PROGRAMS; i++) {
      ledgers.add(new Ledger(temporary.resolve("ledger" + i)));
      programs.add(start(i, home, data, ledgers.get(i)));
    }
    NavigableSet<String> seen = new TreeSet<>();
    while (programs.stream().anyMatch(Process::isAlive)) {
      NavigableSet<String> now = Ledger.of(catalog);
      assertThat(now).as("what was seen once is seen from then on").containsAll(seen);
      seen = now;
    }
    NavigableSet<String> all = new TreeSet<>();
    for (int i = 0; i < PROGRAMS; i++) {
      OtherProgram.finish(programs.get(i), output(i));
      assertThat(ledgers.get(i).underWay()).isEmpty();
      all.addAll(ledgers.get(i).acknowledged());
    }
    assertThat(Ledger.of(catalog)).isEqualTo(all).hasSizeGreaterThan(PROGRAMS * STEPS);
    assertThat(catalog.check(CheckLevel.CONTENT).findings()).isEmpty();
    GitProgram.findsNoFaultIn(home.resolve("record.git"));
  }
}
