/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.demo.internal;

import io.alfheim.data.NDArray;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** What was found out later: revisions of datasets that had been recorded before. */
final class Corrections {
  /** The sound card was found to be late. */
  private static final Correction SOUND =
      new Correction("2020-01-08", "_ibl_trials.goCue_times.npy", t -> t + 0.0045);

  /** The clock of the probes was found to run slow, and twice as slow when looked at again. */
  private static final Correction CLOCK =
      new Correction("2020-01-08", "spikes.times.npy", t -> t * (1 + 1e-5));

  private static final Correction CLOCK_AGAIN =
      new Correction("2021-07-06", "spikes.times.npy", t -> t * (1 + 2e-5));

  /** The gain of the amplifiers had been taken for another. */
  private static final Correction GAIN =
      new Correction("2021-07-06", "spikes.amps.npy", volts -> volts * 1.17);

  private record Correction(String revision, String name, DoubleUnaryOperator change) {
    boolean concerns(LocalDate recorded, Dataset dataset) {
      return recorded.isBefore(LocalDate.parse(revision))
          && dataset.path().name().toString().equals(name);
    }

    Dataset apply(Dataset dataset) {
      NDArray old = dataset.data().array();
      double[] values = Arrays.stream(old.toDoubleArray()).map(change).toArray();
      return dataset.revised(revision, NDArray.wrap(values, old.shape()));
    }
  }

  private Corrections() {}

  /** The revisions of what was recorded on a day; nobody went back to the later half of 2020. */
  static List<Dataset> of(LocalDate recorded, List<Dataset> datasets) {
    List<Dataset> revisions = new ArrayList<>();
    if (recorded.isBefore(LocalDate.of(2020, 7, 1))) {
      for (Correction correction : List.of(SOUND, CLOCK, CLOCK_AGAIN, GAIN)) {
        datasets.stream()
            .filter(dataset -> correction.concerns(recorded, dataset))
            .map(correction::apply)
            .forEach(revisions::add);
      }
    }
    return revisions;
  }
}
