/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.demo.internal;

import io.alfheim.alf.SessionKey;
import io.alfheim.data.DType;
import io.alfheim.data.Document;
import io.alfheim.data.NDArray;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** One probe in the brain during one session: channels, clusters and spikes. */
final class Probe {
  private final int number;
  private final Clusters clusters;
  private final List<Spike> spikes;

  private Probe(int number, Clusters clusters, List<Spike> spikes) {
    this.number = number;
    this.clusters = clusters;
    this.spikes = spikes;
  }

  /** Records what the neurons near the probe do during these trials. */
  static Probe insert(SessionKey key, int number, Trials trials, Dice dice) {
    List<Neuron> neurons = new ArrayList<>();
    int count = dice.between(12, 20);
    for (int i = 0; i < count; i++) {
      int channel = (i * Channels.COUNT + dice.between(0, Channels.COUNT - 1)) / count;
      neurons.add(Neuron.at(channel, dice));
    }
    List<Spike> spikes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      neurons.get(i).fire(i, trials, dice, spikes);
    }
    spikes.sort(Comparator.comparingDouble(Spike::time));
    double seconds = trials.end() - trials.start();
    Clusters clusters = new Clusters(key + "/" + label(number), neurons, spikes, seconds);
    return new Probe(number, clusters, spikes);
  }

  private static String label(int number) {
    return String.format(Locale.ROOT, "probe%02d", number);
  }

  List<Dataset> datasets() {
    String collection = "alf/" + label(number);
    List<Dataset> datasets = new ArrayList<>();
    NDArray ids = each(Spike::cluster).astype(DType.UINT32);
    datasets.add(Dataset.of(collection + "/spikes.times.npy", each(Spike::time)));
    datasets.add(Dataset.of(collection + "/spikes.clusters.npy", ids));
    datasets.add(Dataset.of(collection + "/spikes.amps.npy", each(Spike::amplitude)));
    datasets.add(Dataset.of(collection + "/spikes.depths.npy", each(Spike::depth)));
    datasets.addAll(clusters.datasets(collection));
    datasets.addAll(Channels.datasets(collection, number));
    return datasets;
  }

  private NDArray each(ToDoubleFunction<Spike> value) {
    return NDArray.of(spikes.stream().mapToDouble(value).toArray());
  }

  /** Which probes there were. */
  static Dataset description(SessionKey key, int probes) {
    List<Map<String, Object>> described = new ArrayList<>();
    for (int i = 0; i < probes; i++) {
      Map<String, Object> probe = new LinkedHashMap<>();
      probe.put("label", label(i));
      probe.put("model", "3B2");
      probe.put("serial", 19_051_000_000L + Math.floorMod(key.subject().hashCode(), 10_000) + i);
      probe.put("raw_file_name", key.subject() + "_g0_t0.imec" + i + ".ap.bin");
      described.add(probe);
    }
    return Dataset.of("alf/probes.description.json", Document.of(described));
  }
}
