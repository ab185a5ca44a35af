/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.demo.internal;

/**
 * One trial: a grating on one side, to be turned to the middle with the wheel. Times are seconds of
 * the session.
 *
 * @param start when the trial begins
 * @param quiescence how long the wheel has to be still first
 * @param probabilityLeft of the grating being on the left
 * @param contrast of the grating, 0 to 1
 * @param right whether the grating is on the right
 * @param choice 1 for left, -1 for right, 0 for none in time
 * @param reaction seconds from the go cue to the choice
 */
record Trial(
    double start,
    double quiescence,
    double probabilityLeft,
    double contrast,
    boolean right,
    int choice,
    double reaction) {

  double stimOn() {
    return start + quiescence;
  }

  double goCue() {
    return stimOn() + 0.0008;
  }

  /** NaN if the wheel was not moved. */
  double firstMovement() {
    return choice == 0 ? Double.NaN : goCue() + 0.6 * reaction;
  }

  double response() {
    return goCue() + reaction;
  }

  double feedback() {
    return response() + (isCorrect() ? 0.0001 : 0.0094);
  }

  double end() {
    return feedback() + (isCorrect() ? 1.0 : 2.0) + 0.5;
  }

  boolean isCorrect() {
    return choice == (right ? -1 : 1);
  }

  int feedbackType() {
    return isCorrect() ? 1 : -1;
  }

  /** Microlitres of sugar water. */
  double reward() {
    return isCorrect() ? 1.5 : 0;
  }

  /** NaN if the grating was on the other side. */
  double contrastLeft() {
    return right ? Double.NaN : contrast;
  }

  /** NaN if the grating was on the other side. */
  double contrastRight() {
    return right ? contrast : Double.NaN;
  }
}
