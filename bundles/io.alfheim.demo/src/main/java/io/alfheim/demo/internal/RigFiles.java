/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.demo.internal;

import io.alfheim.alf.SessionKey;
import io.alfheim.data.Document;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the rig itself wrote down: its settings, and one line per trial. */
final class RigFiles {
  private static final String VERSION = "6.4.2";
  private static final List<Double> CONTRASTS = List.of(1.0, 0.25, 0.125, 0.0625, 0.0);

  private final Recording recording;
  private final Trials trials;

  RigFiles(Recording recording, Trials trials) {
    this.recording = recording;
    this.trials = trials;
  }

  List<Dataset> datasets(Dice dice) {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (Trial trial : trials.list()) {
      lines.add(line(lines.size() + 1, trial));
    }
    return List.of(
        file("taskSettings.raw.json", Document.of(settings(dice))),
        file("taskData.raw.jsonable", Document.of(lines)));
  }

  private static Dataset file(String name, Document document) {
    return Dataset.of("raw_behavior_data/_iblrig_" + name, document);
  }

  private Map<String, Object> settings(Dice dice) {
    SessionKey key = recording.key();
    LocalTime start = LocalTime.of(dice.between(9, 17), dice.between(0, 59), dice.between(1, 59));
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("PYBPOD_PROTOCOL", "_iblrig_tasks_" + recording.stage().task + VERSION);
    settings.put("PYBPOD_SUBJECTS", List.of(key.subject()));
    settings.put("RIG_NAME", "_iblrig_" + (key.lab().isEmpty() ? "pilot" : key.lab()) + "_0");
    settings.put("SUBJECT_NAME", key.subject());
    settings.put("SUBJECT_WEIGHT", StrictMath.rint(dice.uniform(190, 270)) / 10);
    settings.put("SESSION_DATE", key.date().toString());
    settings.put("SESSION_DATETIME", key.date().atTime(start).toString());
    settings.put("SESSION_NUMBER", key.number());
    settings.put("IBLRIG_VERSION_TAG", VERSION);
    settings.put("CONTRAST_SET", CONTRASTS);
    settings.put("REWARD_AMOUNT", 1.5);
    settings.put("REWARD_TYPE", "Water 10% Sucrose");
    settings.put("STIM_FREQ", 0.1);
    settings.put("RECORD_SOUND", true);
    settings.put("NTRIALS", trials.list().size());
    return settings;
  }

  private static Map<String, Object> line(int number, Trial trial) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("trial_num", number);
    line.put("position", trial.right() ? 35 : -35);
    line.put("signed_contrast", trial.right() ? trial.contrast() : 0 - trial.contrast());
    line.put("stim_probability_left", trial.probabilityLeft());
    line.put("quiescent_period", clock(trial.quiescence()));
    line.put("response_time", clock(trial.reaction()));
    line.put("trial_correct", trial.isCorrect());
    line.put("reward_amount", trial.reward());
    line.put("behavior_data", states(trial));
    return line;
  }

  private static Map<String, Object> states(Trial trial) {
    Map<String, Object> states = new LinkedHashMap<>();
    states.put("stim_on", List.of(clock(trial.stimOn()), clock(trial.goCue())));
    states.put("closed_loop", List.of(clock(trial.goCue()), clock(trial.response())));
    states.put(
        trial.isCorrect() ? "reward" : "error",
        List.of(clock(trial.feedback()), clock(trial.end())));
    Map<String, Object> behavior = new LinkedHashMap<>();
    behavior.put("Trial start timestamp", clock(trial.start()));
    behavior.put("Trial end timestamp", clock(trial.end()));
    behavior.put("States timestamps", states);
    return behavior;
  }

  /** Seconds as the rig counts them, in tenths of a millisecond. */
  private static double clock(double seconds) {
    return StrictMath.rint(seconds * 1e4) / 1e4;
  }
}
