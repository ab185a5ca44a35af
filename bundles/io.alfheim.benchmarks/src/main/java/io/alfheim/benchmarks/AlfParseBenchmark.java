/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.benchmarks;

import io.alfheim.alf.AlfName;
import io.alfheim.alf.AlfPath;
import io.alfheim.alf.AlfPattern;
import io.alfheim.alf.DatasetPath;
import io.alfheim.alf.SessionFolder;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** How many names a second one thread reads: a scan asks about every file and folder of a store. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AlfParseBenchmark {
  private static final int NAMES = 8;

  /** Not final, so that the compiler cannot fold what is measured. */
  private List<String> names = List.of(
      "spikes.times.npy",
      "_ibl_trials.goCue_times_bpod.csv",
      "_spikeglx_ephysData_g0_t0.imec0.lf.bin",
      "_iblrig_taskData.raw.89c861ea-66aa-4729-a808-e79f84d08b81.jsonable",
      "clusters.metrics.pqt",
      "channels._phy_ids.csv",
      "README.md",
      "not-a.legal name.at all");

  private List<String> paths =
      names.stream().map(name -> "alf/probe00/pykilosort/#2024-05-06#/" + name).toList();
  private List<String> fullPaths = paths.stream()
      .map(path -> "/mnt/s0/cortexlab/Subjects/KS023/2019-12-10/001/" + path)
      .toList();
  private List<String> folders =
      List.of("mnt", "s0", "cortexlab", "Subjects", "KS023", "2019-12-10", "001");
  private List<String> otherFolders =
      List.of("mnt", "s0", "cortexlab", "Subjects", "KS023", "2019-12-10", "alf");
  private final Pattern grammar = AlfPattern.fileName().compile();

  /** File names, six legal and two not. */
  @Benchmark
  @OperationsPerInvocation(NAMES)
  public void fileName(Blackhole sink) {
    for (String name : names) {
      sink.consume(AlfName.find(name));
    }
  }

  /** The same names by regular expression, for comparison. */
  @Benchmark
  @OperationsPerInvocation(NAMES)
  public void fileNameByRegex(Blackhole sink) {
    for (String name : names) {
      sink.consume(grammar.matcher(name).matches());
    }
  }

  /** Paths relative to a session. */
  @Benchmark
  @OperationsPerInvocation(NAMES)
  public void datasetPath(Blackhole sink) {
    for (String path : paths) {
      sink.consume(DatasetPath.find(path));
    }
  }

  /** Whole paths, with their twelve parts. */
  @Benchmark
  @OperationsPerInvocation(NAMES)
  public void fullPath(Blackhole sink) {
    for (String path : fullPaths) {
      sink.consume(AlfPath.of(path).parts());
    }
  }

  /** One folder that is a session. */
  @Benchmark
  public Object sessionFolder() {
    return SessionFolder.match(folders);
  }

  /** One folder that is not. */
  @Benchmark
  public Object otherFolder() {
    return SessionFolder.match(otherFolders);
  }
}
