/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.demo.internal;

/** Chooses as trained mice do: by contrast, by what was frequent lately, and sometimes by whim. */
final class Mouse {
  private static final double LAPSE = 0.06;
  private static final double PATIENCE = 60;

  private final double skill;
  private final double bias;
  private final Dice dice;

  Mouse(double skill, Dice dice) {
    this.skill = skill;
    this.bias = dice.normal(0, 0.05);
    this.dice = dice;
  }

  /** Plays one trial. */
  Trial play(double start, double probabilityLeft) {
    double quiescence = 0.4 + Math.min(dice.exponential(0.1), 0.3);
    boolean right = !dice.chance(probabilityLeft);
    double contrast = dice.oneOf(0, 0.0625, 0.125, 0.25, 1);
    if (dice.chance(0.005)) {
      return new Trial(start, quiescence, probabilityLeft, contrast, right, 0, PATIENCE);
    }
    double evidence = (right ? contrast : -contrast) + bias + 0.2 * (0.5 - probabilityLeft);
    int choice = dice.chance(probabilityRight(evidence)) ? -1 : 1;
    double reaction = 0.12 + dice.exponential(0.25 + 0.4 * (1 - contrast));
    return new Trial(start, quiescence, probabilityLeft, contrast, right, choice, reaction);
  }

  /** The psychometric curve. */
  private double probabilityRight(double evidence) {
    return LAPSE + (1 - 2 * LAPSE) / (1 + StrictMath.exp(-skill * evidence));
  }
}
