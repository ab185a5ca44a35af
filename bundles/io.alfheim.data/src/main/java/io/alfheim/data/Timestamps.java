/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

/** Time stamps kept as a few pairs of sample index and time, to be read between by straight lines. */
final class Timestamps {
  private static final String NAME = "timestamps";

  private Timestamps() {}

  /** Whether an attribute is such a series. */
  static boolean arePairs(String attribute, Data data) {
    return attribute.contains(NAME)
        && data instanceof NDArray a
        && a.rank() == 2
        && a.shape(1) == 2
        && a.shape(0) > 0;
  }

  /** One time for each of {@code samples}; beyond the first and the last pair, the nearest time. */
  static Data expand(String attribute, Data data, long samples) {
    if (!arePairs(attribute, data)) {
      return data;
    }
    double[][] pairs = data.array().toDoubleMatrix();
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
