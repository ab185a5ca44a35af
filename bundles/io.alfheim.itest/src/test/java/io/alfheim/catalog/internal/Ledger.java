/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.alfheim.alf.Qc;
import io.alfheim.catalog.Catalog;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.Session;
import io.alfheim.catalog.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * What a program was about to write into the record and what it was told is written: a line of facts,
 * then a line that says done. Each line is one write, and outlives the program.
 */
record Ledger(Path file) {
  static final String READY = "ready";
  static final String DONE = "done";
  private static final String TRY = "try\t";

  void write(String line) throws IOException {
    Files.write(
        file, (line + "\n").getBytes(UTF_8), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  void attempt(String... facts) throws IOException {
    write(TRY + String.join("\t", facts));
  }

  static String session(String key) {
    return "session " + key;
  }

  static String dataset(String session, String path) {
    return "dataset " + session + "/" + path;
  }

  static String verdict(String session, String path) {
    return "verdict on " + session + "/" + path;
  }

  static String tag(String name) {
    return "tag " + name;
  }

  boolean says(String line) throws IOException {
    return Files.exists(file) && Files.readString(file).lines().anyMatch(line::equals);
  }

  /** How many steps are acknowledged. */
  long steps() throws IOException {
    return Files.exists(file)
        ? Files.readString(file).lines().filter(DONE::equals).count()
        : 0;
  }

  /** All facts that are acknowledged. */
  NavigableSet<String> acknowledged() throws IOException {
    NavigableSet<String> facts = new TreeSet<>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).equals(DONE)) {
        facts.addAll(facts(lines.get(i - 1)));
      }
    }
    return facts;
  }

  /** The facts that were under way when the program ended, if any were. */
  List<String> underWay() throws IOException {
    List<String> lines = Files.readAllLines(file);
    String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    return last.startsWith(TRY) ? facts(last) : List.of();
  }

  private static List<String> facts(String line) {
    return List.of(line.substring(TRY.length()).split("\t", -1));
  }

  /** What a catalog says, in the same words. */
  static NavigableSet<String> of(Catalog catalog) {
    NavigableSet<String> facts = new TreeSet<>();
    for (Session session : catalog.search()) {
      String key = session.key().toString();
      facts.add(session(key));
      for (Dataset dataset : session.datasets()) {
        facts.add(dataset(key, dataset.toString()));
        if (dataset.qc() == Qc.PASS) {
          facts.add(verdict(key, dataset.toString()));
        }
      }
    }
    catalog.tags().stream().map(Tag::name).map(Ledger::tag).forEach(facts::add);
    return facts;
  }
}
