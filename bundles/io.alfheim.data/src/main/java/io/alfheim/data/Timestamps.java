/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

/** Time stamps kept as a few pairs of sample index and time, to be read between by straight lines. */
public final class Timestamps {
  private static final String NAME = "timestamps";

  private Timestamps() {}

  /**
   * One time for each sample. Stamps with one axis, or with one column, are that already; rows of two
   * columns are pairs of sample index and time, between which times follow a straight line. Beyond
   * the first and the last pair, the nearest time.
   *
   * @throws DataException for an array of any other shape
   */
  public static NDArray perSample(NDArray stamps, long samples) {
    if (stamps.rank() == 1) {
      return stamps;
    } else if (stamps.rank() == 2 && stamps.shape(1) == 1) {
      return stamps.column(0);
    } else if (stamps.rank() == 2 && stamps.shape(1) == 2 && stamps.shape(0) > 0) {
      return between(stamps.toDoubleMatrix(), samples);
    }
    throw new DataException(
        "These are no time stamps: " + stamps.describe() + ".",
        "Time stamps are one time per sample, or rows of sample index and time.");
  }

  /** Whether an attribute is such a series. */
  static boolean arePairs(String attribute, Data data) {
    return attribute.contains(NAME)
        && data instanceof NDArray a
        && a.rank() == 2
        && a.shape(1) == 2
        && a.shape(0) > 0;
  }

  static Data expand(String attribute, Data data, long samples) {
    return arePairs(attribute, data) ? perSample(data.array(), samples) : data;
  }

  private static NDArray between(double[][] pairs, long samples) {
    double[] times = new double[Math.toIntExact(samples)];
    int next = 0;
    for (int i = 0; i < times.length; i++) {
      while (next < pairs.length && pairs[next][0] < i) {
        next++;
      }
      times[i] = at(pairs, next, i);
    }
    return NDArray.of(times);
  }

  private static double at(double[][] pairs, int next, int sample) {
    if (next == pairs.length) {
      return pairs[pairs.length - 1][1];
    }
    if (next == 0 || pairs[next][0] == sample) {
      return pairs[next][1];
    }
    double[] a = pairs[next - 1];
    double[] b = pairs[next];
    return a[1] + (b[1] - a[1]) * (sample - a[0]) / (b[0] - a[0]);
  }
}
