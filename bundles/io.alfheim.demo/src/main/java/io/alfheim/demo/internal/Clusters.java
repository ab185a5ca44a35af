/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.demo.internal;

import static java.util.stream.Collectors.groupingBy;

import io.alfheim.data.Column;
import io.alfheim.data.NDArray;
import io.alfheim.data.Table;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What sorting the spikes by neuron gave, with what can be measured of each. */
final class Clusters {
  private static final double PRESENCE_BIN = 10;

  private final String origin;
  private final List<Neuron> neurons;
  private final Map<Integer, List<Spike>> spikes;
  private final double seconds;

  Clusters(String origin, List<Neuron> neurons, List<Spike> spikes, double seconds) {
    this.origin = origin;
    this.neurons = neurons;
    this.spikes = spikes.stream().collect(groupingBy(Spike::cluster));
    this.seconds = seconds;
  }

  List<Dataset> datasets(String collection) {
    NDArray channels = NDArray.of(neurons.stream().mapToLong(Neuron::channel).toArray());
    String prefix = collection + "/clusters.";
    return List.of(
        Dataset.of(prefix + "channels.npy", channels),
        Dataset.of(prefix + "depths.npy", each(neuron -> Channels.depth(neuron.channel()))),
        Dataset.of(prefix + "amps.npy", each(Neuron::amplitude)),
        Dataset.of(prefix + "peakToTrough.npy", each(Neuron::peakToTrough)),
        Dataset.of(prefix + "metrics.csv", metrics()),
        Dataset.of(prefix + "labels.tsv", labels()),
        Dataset.of(prefix + "uuids.csv", Table.of(uuids())));
  }

  private NDArray each(ToDoubleFunction<Neuron> value) {
    return NDArray.of(neurons.stream().mapToDouble(value).toArray());
  }

  private Table metrics() {
    return Table.of(
        Column.of("cluster_id", ids()),
        Column.of("amp_median", measured(c -> median(of(c, Spike::amplitude)))),
        Column.of("firing_rate", measured(this::rate)),
        Column.of("presence_ratio", measured(c -> presence(times(c)))),
        Column.of("spike_count", IntStream.of(ids()).map(c -> times(c).length).toArray()));
  }

  private Table labels() {
    String[] groups = IntStream.of(ids()).mapToObj(this::group).toArray(String[]::new);
    return Table.of(Column.of("cluster_id", ids()), Column.of("group", groups));
  }

  private String group(int cluster) {
    String group = neurons.get(cluster).amplitude() < 90e-6 ? "mua" : "good";
    return rate(cluster) < 0.25 ? "noise" : group;
  }

  private Column uuids() {
    String[] names = IntStream.of(ids())
        .mapToObj(c -> (origin + "/" + c).getBytes(StandardCharsets.UTF_8))
        .map(bytes -> UUID.nameUUIDFromBytes(bytes).toString())
        .toArray(String[]::new);
    return Column.of("uuids", names);
  }

  private int[] ids() {
    return IntStream.range(0, neurons.size()).toArray();
  }

  private double[] measured(IntToDoubleFunction measure) {
    return IntStream.of(ids()).mapToDouble(measure).toArray();
  }

  private double[] of(int cluster, ToDoubleFunction<Spike> value) {
    return spikes.getOrDefault(cluster, List.of()).stream().mapToDouble(value).toArray();
  }

  private double[] times(int cluster) {
    return of(cluster, Spike::time);
  }

  private double rate(int cluster) {
    return times(cluster).length / seconds;
  }

  /** The share of stretches of ten seconds with at least one spike. */
  private double presence(double[] times) {
    long present = Arrays.stream(times)
        .mapToLong(t -> (long) (t / PRESENCE_BIN))
        .distinct()
        .count();
    return Math.min(1, present / Math.ceil(seconds / PRESENCE_BIN));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }
}
