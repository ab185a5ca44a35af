/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf;

import io.alfheim.alf.internal.Quoted;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The parts of a full ALF path, from left to right. */
public enum AlfPart {
  LAB(
      "lab",
      "The lab that owns the data. Known only where the literal folder 'Subjects' follows it."),
  SUBJECTS(
      "Subjects",
      "The literal folder between a lab and its subjects, spelled with a capital letter."),
  SUBJECT(
      "subject",
      "The name of the animal or person: letters, digits, underscores, dots and dashes."),
  DATE("date", "The day of the session as year-month-day, for example 2020-01-31."),
  NUMBER(
      "number",
      "Which session of that day, 0 to 999. Written with three digits, read with one to three."),
  COLLECTION(
      "collection",
      "Folders below the session that group datasets, for example one per probe or per processing step:"
          + " alf/probe00. Any depth."),
  REVISION(
      "revision",
      "A label between pound signs that tells versions of a dataset apart, often a date. Labels order as text,"
          + " and the revision is always the last folder before the file."),
  NAMESPACE(
      "namespace",
      "Who defined this kind of dataset, between two underscores: ASCII letters and digits. Left out for the"
          + " names all share."),
  OBJECT(
      "object",
      "What is described: spikes, trials, wheel. All files of one object in one folder are columns of one table"
          + " and agree in their number of rows. By convention plural and lower camel case."),
  ATTRIBUTE(
      "attribute",
      "Which column of the object this is: times, clusters, intervals. 'times' holds seconds on the shared clock,"
          + " 'intervals' start and stop, 'timestamps' a continuous series. An attribute named like another object"
          + " holds zero-based rows of it."),
  TIMESCALE(
      "timescale",
      "The clock of the times inside, where it is not the shared one: bpod, ephysClock."),
  EXTRA(
      "extra",
      "Any number of further pieces between dots. Pieces order as text: part1 before part2. An id or a hash is"
          + " an extra too."),
  EXTENSION("extension", "What follows the last dot; tells the format: npy, tsv, json.");

  private final String label;
  private final String description;

  AlfPart(String label, String description) {
    this.label = label;
    this.description = description;
  }

  /** The name people use: {@code lab}, {@code Subjects}, {@code subject}, … */
  public String label() {
    return label;
  }

  /** What this part means, in plain words on one line. */
  public String description() {
    return description;
  }

  /** The part with this {@link #label}; the error lists all labels. */
  public static AlfPart parse(String label) {
    return Stream.of(values())
        .filter(part -> part.label.equals(label))
        .findFirst()
        .orElseThrow(() -> unknown(label));
  }

  private static AlfException unknown(String asked) {
    List<String> labels = Arrays.stream(values()).map(AlfPart::label).toList();
    return new AlfException(
        "No part " + Quoted.text(asked) + " in an ALF path; nearest is '"
            + Nearest.to(asked, labels) + "'.",
        "The parts are " + String.join(", ", labels) + ".");
  }
}
