/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.demo.internal;

import io.alfheim.data.Column;
import io.alfheim.data.DType;
import io.alfheim.data.Data;
import io.alfheim.data.NDArray;
import io.alfheim.data.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The trials of a session, in the order they were played. */
record Trials(List<Trial> list) {
  /** The columns of numbers, as they are named everywhere. */
  private static final Map<String, ToDoubleFunction<Trial>> COLUMNS = columns();

  private static Map<String, ToDoubleFunction<Trial>> columns() {
    Map<String, ToDoubleFunction<Trial>> columns = new LinkedHashMap<>();
    columns.put("goCue_times", Trial::goCue);
    columns.put("response_times", Trial::response);
    columns.put("stimOn_times", Trial::stimOn);
    columns.put("feedback_times", Trial::feedback);
    columns.put("firstMovement_times", Trial::firstMovement);
    columns.put("contrastLeft", Trial::contrastLeft);
    columns.put("contrastRight", Trial::contrastRight);
    columns.put("probabilityLeft", Trial::probabilityLeft);
    columns.put("rewardVolume", Trial::reward);
    return columns;
  }

  /** Plays a session; from the second stage on one side is more frequent for a while, by turns. */
  static Trials play(Stage stage, Dice dice) {
    Mouse mouse = new Mouse(stage.skill, dice);
    List<Trial> played = new ArrayList<>();
    int count = stage == Stage.TRAINING ? dice.between(40, 70) : dice.between(80, 110);
    int blockEnd = stage == Stage.TRAINING ? count : 30;
    double probabilityLeft = 0.5;
    double time = dice.uniform(1, 6);
    for (int i = 0; i < count; i++) {
      if (i == blockEnd) {
        blockEnd += dice.between(15, 35);
        probabilityLeft = probabilityLeft == 0.5 ? dice.oneOf(0.2, 0.8) : 1 - probabilityLeft;
      }
      Trial trial = mouse.play(time, probabilityLeft);
      played.add(trial);
      time = trial.end() + dice.uniform(0.02, 0.1);
    }
    return new Trials(List.copyOf(played));
  }

  double start() {
    return list.get(0).start();
  }

  double end() {
    return list.get(list.size() - 1).end();
  }

  double[] each(ToDoubleFunction<Trial> value) {
    return list.stream().mapToDouble(value).toArray();
  }

  List<Dataset> datasets(String tables) {
    List<Dataset> datasets = new ArrayList<>();
    COLUMNS.forEach((name, value) -> datasets.add(dataset(name + ".npy", NDArray.of(each(value)))));
    datasets.add(dataset("choice.npy", int8(Trial::choice)));
    datasets.add(dataset("feedbackType.npy", int8(Trial::feedbackType)));
    datasets.add(dataset("intervals.npy", intervals()));
    datasets.add(dataset("table." + tables, table()));
    return datasets;
  }

  private static Dataset dataset(String attribute, Data data) {
    return Dataset.of("alf/_ibl_trials." + attribute, data);
  }

  private NDArray int8(ToDoubleFunction<Trial> value) {
    return NDArray.of(each(value)).astype(DType.INT8);
  }

  private NDArray intervals() {
    double[] ends = list.stream()
        .flatMap(t -> Stream.of(t.start(), t.end()))
        .mapToDouble(d -> d)
        .toArray();
    return NDArray.wrap(ends, list.size(), 2);
  }

  private Table table() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.of("intervals_0", each(Trial::start)));
    columns.add(Column.of("intervals_1", each(Trial::end)));
    columns.add(Column.of("choice", each(Trial::choice)));
    columns.add(Column.of("feedbackType", each(Trial::feedbackType)));
    COLUMNS.forEach((name, value) -> columns.add(Column.of(name, each(value))));
    return Table.of(columns);
  }
}
