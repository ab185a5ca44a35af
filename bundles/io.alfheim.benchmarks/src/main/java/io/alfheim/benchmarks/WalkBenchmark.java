/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.benchmarks;

import io.alfheim.store.Store;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.StorePath;
import io.alfheim.store.internal.FileStoreProvider;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
public class WalkBenchmark {
  private static final int SESSIONS = 2_000;
  private static final List<String> COLLECTIONS = List.of(
      "alf",
      "alf/probe00/pykilosort",
      "alf/probe01/pykilosort",
      "raw_ephys_data/probe00",
      "raw_video_data");
  private static final int FILES_IN_EACH = 10;

  private Path root = Path.of("");

  /** Makes the files. */
  @Setup
  public void makeTree() throws IOException {
    root = Files.createTempDirectory("alfheim-walk-");
    for (int session = 0; session < SESSIONS; session++) {
      Path folder = root.resolve(
          "lab/Subjects/KS%03d/2020-01-%02d/001".formatted(session / 20, 1 + session % 20));
      for (String collection : COLLECTIONS) {
        Path files = Files.createDirectories(folder.resolve(collection));
        for (int i = 0; i < FILES_IN_EACH; i++) {
          Files.createFile(files.resolve("spikes.attribute" + i + ".npy"));
        }
      }
    }
  }

  /** Removes them. */
  @TearDown(Level.Trial)
  public void removeTree() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** The walk of the store: an entry for each file, sorted. */
  @Benchmark
  public int walk() throws IOException {
    StoreConfig config = new StoreConfig("lab", root.toUri(), Map.of());
    try (Store store = new FileStoreProvider().open(config)) {
      return store.walk(StorePath.ROOT).entries().size();
    }
  }

  /** The bare walk: names, sizes and times of all files, and nothing kept. */
  @Benchmark
  public long bareWalk() throws IOException {
    Sum sum = new Sum();
    Files.walkFileTree(root, sum);
    return sum.total;
  }

  private static final class Sum extends SimpleFileVisitor<Path> {
    private long total;

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      total += attributes.size() + attributes.lastModifiedTime().toMillis();
      return FileVisitResult.CONTINUE;
    }
  }
}
