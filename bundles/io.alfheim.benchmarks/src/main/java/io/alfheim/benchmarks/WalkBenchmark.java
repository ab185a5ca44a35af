/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.benchmarks;

import io.alfheim.store.Store;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.StorePath;
import io.alfheim.store.internal.FileStoreProvider;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long a store of local files takes to walk 100,000 of them, and how long the bare walk of the
 * JDK does. The aim is at most three times the bare walk.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5)
@Measurement(iterations = 10)
@SuppressWarnings("NullAway.Init") // JMH calls makeTree() first
public class WalkBenchmark {
  private LabOnDisk lab;

  /** Makes the files. */
  @Setup
  public void makeTree() throws IOException {
    lab = new LabOnDisk();
  }

  /** Removes them. */
  @TearDown(Level.Trial)
  public void removeTree() throws IOException {
    lab.close();
  }

  /** The walk of the store: an entry for each file, sorted. */
  @Benchmark
  public int walk() throws IOException {
    StoreConfig config = new StoreConfig("lab", lab.root().toUri(), Map.of());
    try (Store store = new FileStoreProvider().open(config)) {
      return store.walk(StorePath.ROOT).entries().size();
    }
  }

  /** The bare walk: names, sizes and times of all files, and nothing kept. */
  @Benchmark
  public long bareWalk() throws IOException {
    return lab.bareWalk();
  }
}
