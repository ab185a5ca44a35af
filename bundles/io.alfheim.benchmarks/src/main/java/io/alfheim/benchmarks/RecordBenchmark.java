/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.benchmarks;

import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.catalog.spi.SessionRecord;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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

/** How long the everyday questions to a large record take, and a change of one session. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx512m")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("NullAway.Init") // JMH calls fill() first
public class RecordBenchmark {
  @Param("15000")
  int sessions;

  @Param("100")
  int datasets;

  private ScratchHome home;
  private LabOfSessions lab;
  private SessionRecord record;
  private int next;

  @Setup(Level.Trial)
  public void fill() throws IOException {
    home = new ScratchHome();
    lab = new LabOfSessions(42, datasets);
    record = home.open();
    record.commit("First scan", editor -> {
      for (int i = 0; i < sessions; i++) {
        editor.put(lab.session(i, 0));
      }
    });
  }

  @TearDown(Level.Trial)
  public void delete() throws IOException {
    record.close();
    home.close();
  }

  /** Asked before every search. */
  @Benchmark
  public CommitId head() throws IOException {
    return record.head();
  }

  /** One session of the newest commit, found and read. */
  @Benchmark
  public Optional<SessionEntry> find() throws IOException {
    next = (next + 7919) % sessions;
    return record.at(record.head()).find(LabOfSessions.key(next));
  }

  /** Changes one session; durable when it returns. */
  @Benchmark
  public CommitId commitOne() throws IOException {
    next++;
    return record.commit("Change", editor -> editor.put(lab.session(next % sessions, next)));
  }
}
