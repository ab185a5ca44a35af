/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.demo.internal;

import io.alfheim.data.NDArray;
import java.util.List;
import java.util.stream.IntStream;

/** The 384 sites of a probe, from the tip up, and what they ended up in. */
final class Channels {
  static final int COUNT = 384;

  /** Micrometres across the shank, repeating every four sites. */
  private static final int[] COLUMNS = {43, 11, 59, 27};

  /** Region ids of the mouse brain atlas, from the tip up, for either probe. */
  private static final int[][] REGIONS = {{1020, 218, 726, 382, 312782546}, {672, 44, 972, 39, 993}
  };

  private Channels() {}

  /** Micrometres from the tip. */
  static int depth(int channel) {
    return 20 + 20 * (channel / 2);
  }

  private static int region(int probe, int channel) {
    int[] upwards = REGIONS[probe % REGIONS.length];
    return upwards[channel * upwards.length / COUNT];
  }

  static List<Dataset> datasets(String collection, int probe) {
    double[] across = IntStream.range(0, COUNT)
        .flatMap(i -> IntStream.of(COLUMNS[i % 4], depth(i)))
        .asDoubleStream()
        .toArray();
    int[] place = IntStream.range(0, COUNT)
        .flatMap(i -> IntStream.of(-2243 + 900 * probe, -2000 + i / 8, -4200 + depth(i)))
        .toArray();
    int[] regions = IntStream.range(0, COUNT).map(i -> region(probe, i)).toArray();
    return List.of(
        Dataset.of(collection + "/channels.rawInd.npy", NDArray.arange(COUNT)),
        Dataset.of(collection + "/channels.localCoordinates.npy", NDArray.wrap(across, COUNT, 2)),
        Dataset.of(collection + "/channels.mlapdv.npy", NDArray.wrap(place, COUNT, 3)),
        Dataset.of(collection + "/channels.brainLocationIds_ccf_2017.npy", NDArray.of(regions)));
  }
}
