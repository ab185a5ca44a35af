/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.benchmarks;

import io.alfheim.alf.Qc;
import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.store.Location;
import io.alfheim.store.StorePath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Sessions like those of a large collaboration, the same for the same seed: a dozen labs, paths
 * with collections and revisions, and for each dataset a random size, hash and id.
 *
 * @param seed of everything random
 * @param datasets of each session
 */
record LabOfSessions(long seed, int datasets) {
  private static final String[] COLLECTIONS = {
    "alf/",
    "alf/probe00/pykilosort/",
    "alf/probe01/pykilosort/",
    "raw_ephys_data/probe00/",
    "raw_behavior_data/",
    "raw_video_data/",
    "alf/probe00/pykilosort/#2024-05-06#/",
  };
  private static final String[] OBJECTS = {
    "spikes",
    "clusters",
    "channels",
    "templates",
    "_ibl_trials",
    "_ibl_wheel",
    "_iblqc_ephysTimeRms",
  };
  private static final String[] ATTRIBUTES = {
    "times.npy",
    "amps.npy",
    "depths.npy",
    "mlapdv.npy",
    "uuids.csv",
    "intervals_bpod.npy",
    "metrics.pqt",
    "waveforms.npy",
    "rawInd.npy",
    "feedbackType.npy",
  };

  /** The session of a number from 0, with its content in an edition of it. */
  SessionEntry session(int number, int edition) {
    Random random = new Random(seed + number + 1_000_003L * edition);
    List<DatasetEntry> all = new ArrayList<>(datasets);
    for (int i = 0; i < datasets; i++) {
      all.add(dataset(path(i), random));
    }
    all.sort(Comparator.comparing(DatasetEntry::path));
    SessionKey key = key(number);
    return new SessionEntry(
        key,
        new UUID(seed, number),
        "_iblrig_tasks_ephysChoiceWorld6.4.2",
        List.of("ibl_neuropixel_brainwide_01"),
        List.of(new Location("lab", StorePath.of(key.path()))),
        all);
  }

  /** The key of a number from 0. */
  static SessionKey key(int number) {
    String lab = "lab" + number % 12;
    String subject = "SP%03d".formatted(number / 40);
    LocalDate date = LocalDate.of(2020, 1, 1).plusDays(number % 40);
    return new SessionKey(lab, subject, date, 1);
  }

  private static String path(int i) {
    int object = i / COLLECTIONS.length;
    int attribute = object / OBJECTS.length;
    String suffix = attribute < ATTRIBUTES.length ? "" : "extra" + i + ".";
    return COLLECTIONS[i % COLLECTIONS.length] + OBJECTS[object % OBJECTS.length] + "." + suffix
        + ATTRIBUTES[attribute % ATTRIBUTES.length];
  }

  private static DatasetEntry dataset(String path, Random random) {
    byte[] hash = new byte[16];
    random.nextBytes(hash);
    UUID id = new UUID(random.nextLong(), random.nextLong());
    Qc qc = random.nextInt(10) == 0 ? Qc.WARNING : Qc.NOT_SET;
    long size = 80 + (long) Math.exp(random.nextDouble() * 20);
    String hex = HexFormat.of().formatHex(hash);
    return new DatasetEntry(path, size, hex, qc, true, null, id, List.of());
  }
}
