/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.benchmarks;

import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.SessionRecord;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** How long it takes to record a large store for the first time and again, and to read it all. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgs = "-Xmx512m")
@Warmup(iterations = 1)
@Measurement(iterations = 2)
@SuppressWarnings("NullAway.Init") // JMH calls fill() first
public class RecordScanBenchmark {
  @Param("15000")
  int sessions;

  @Param("100")
  int datasets;

  private ScratchHome home;
  private LabOfSessions lab;
  private SessionRecord record;
  private CommitId first;

  /** What the record takes on disk. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Disk {
    /** For each dataset, with everything: trees, commits, the index of the pack. */
    public double bytesPerDataset;
  }

  @Setup(Level.Iteration)
  public void fill() throws IOException {
    home = new ScratchHome();
    lab = new LabOfSessions(42, datasets);
    record = home.open();
    first = scan(record);
  }

  @TearDown(Level.Iteration)
  public void delete() throws IOException {
    record.close();
    home.close();
  }

  private CommitId scan(SessionRecord into) throws IOException {
    return into.commit("Scan", editor -> {
      for (int i = 0; i < sessions; i++) {
        editor.put(lab.session(i, 0));
      }
    });
  }

  /** Into an empty record; of the time, a fifth makes the sessions up. */
  @Benchmark
  public CommitId firstScan(Disk disk) throws IOException {
    try (ScratchHome empty = new ScratchHome();
        SessionRecord other = empty.open()) {
      CommitId commit = scan(other);
      disk.bytesPerDataset = empty.bytes() / (double) sessions / datasets;
      return commit;
    }
  }

  /** Nothing has changed since. */
  @Benchmark
  public CommitId scanAgain() throws IOException {
    return scan(record);
  }

  /** As an index does that starts from nothing. */
  @Benchmark
  public void readAll(Blackhole sink) throws IOException {
    record.diff(CommitId.NONE, first, sink::consume);
  }

  /** For comparison: only makes the sessions up. */
  @Benchmark
  public void generate(Blackhole sink) {
    for (int i = 0; i < sessions; i++) {
      sink.consume(lab.session(i, 0));
    }
  }
}
