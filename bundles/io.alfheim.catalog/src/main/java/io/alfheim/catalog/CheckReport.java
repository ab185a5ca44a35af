/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

import io.alfheim.catalog.spi.CommitId;
import io.alfheim.data.Column;
import io.alfheim.data.Document;
import io.alfheim.data.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * What a check looked at and what it found.
 *
 * @param level how thorough it was
 * @param commit of the record that was checked
 * @param sessions how many were read
 * @param datasets how many were looked at
 * @param bytes how many were read and hashed
 * @param unhashed how many datasets could not be compared because no hash was recorded; at level
 *     {@link CheckLevel#CONTENT} only
 * @param findings what is wrong, by level and place; empty if nothing is
 * @param duration how long it took
 */
public record CheckReport(
    CheckLevel level,
    CommitId commit,
    long sessions,
    long datasets,
    long bytes,
    long unhashed,
    List<Finding> findings,
    Duration duration) {
  private static final int SHOWN = 20;

  /** Copies the list. */
  public CheckReport {
    findings = List.copyOf(findings);
  }

  /** Whether nothing is wrong. */
  public boolean isClean() {
    return findings.isEmpty();
  }

  /** What a program should exit with: 0 if nothing is wrong, else 1. */
  public int exitCode() {
    return isClean() ? 0 : 1;
  }

  /**
   * All of it for programs: a JSON object with {@code level}, {@code commit}, {@code sessions}, {@code
   * datasets}, {@code bytes}, {@code unhashed}, {@code seconds}, {@code exitCode} and the array {@code
   * findings}, each with {@code level}, {@code problem}, {@code where} and {@code what}.
   */
  public String json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("level", level.name());
    all.put("commit", commit.value());
    all.put("sessions", sessions);
    all.put("datasets", datasets);
    all.put("bytes", bytes);
    all.put("unhashed", unhashed);
    all.put("seconds", duration.toMillis() / 1000.0);
    all.put("exitCode", exitCode());
    all.put("findings", findings.stream().map(CheckReport::fields).toList());
    return Document.of(all).toJson();
  }

  private static Map<String, Object> fields(Finding finding) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("level", finding.level().name());
    fields.put("problem", finding.problem().name());
    fields.put("where", finding.where());
    fields.put("what", finding.what());
    return fields;
  }

  /**
   * Writes {@link #json()} to a file, over one that is there.
   *
   * @throws UnavailableException if it cannot be written
   */
  public Path write(Path file) {
    try {
      return Files.writeString(file, json());
    } catch (IOException e) {
      throw new UnavailableException(
          "The report cannot be written to '" + file + "'.", "Name another file.", e);
    }
  }

  /** The findings as columns: level, problem, where, what. */
  public Table table() {
    return Table.of(
        column("level", finding -> finding.level().name()),
        column("problem", finding -> finding.problem().name()),
        column("where", Finding::where),
        column("what", Finding::what));
  }

  private Column column(String name, Function<Finding, String> value) {
    return Column.of(name, findings.stream().map(value).toArray(String[]::new));
  }

  /** A few lines for people; the findings are cut, {@link #findings()} are not. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(String.format(
        Locale.ROOT,
        "Checked %s to level %s in %.1f s: %s, %s, %s read. ",
        commit,
        level,
        duration.toMillis() / 1000.0,
        Counted.of(sessions, "session"),
        Counted.of(datasets, "dataset"),
        Counted.of(bytes, "byte")));
    text.append(isClean() ? "Nothing is wrong." : Counted.of(findings.size(), "finding") + ".");
    if (unhashed > 0) {
      text.append(" No hash is known of ")
          .append(Counted.of(unhashed, "dataset"))
          .append(".");
    }
    findings.stream().limit(SHOWN).forEach(finding -> text.append("\n  ").append(finding));
    if (findings.size() > SHOWN) {
      text.append("\n  … all of them: .findings(), .table()");
    }
    return text.toString();
  }
}
