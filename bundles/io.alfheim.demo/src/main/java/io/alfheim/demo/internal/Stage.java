/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.demo.internal;

/** How far the training of a mouse has come. */
enum Stage {
  TRAINING("trainingChoiceWorld", 3),
  BIASED("biasedChoiceWorld", 9),
  EPHYS("ephysChoiceWorld", 12);

  /** The name of the task. */
  final String task;

  /** How steeply the choice follows the contrast. */
  final double skill;

  Stage(String task, double skill) {
    this.task = task;
    this.skill = skill;
  }
}
