/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.ScanOptions;
import io.alfheim.catalog.ScanReport;
import io.alfheim.catalog.ScanReport.LeftOut;
import io.alfheim.catalog.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every character in every place of a name. */
class BadNamesTest {
  private static final String ASCII = IntStream.range(1, 128)
      .filter(c -> c != '/')
      .mapToObj(Character::toString)
      .collect(Collectors.joining());
  /** Letters of two, three and four bytes, a combining accent, a line separator, a private character. */
  private static final String BEYOND = "éß名\uD801\uDC00\u0301\u2028\uE000\u00A0";

  @TempDir
  Path temporary;

  private Path data;
  private HomeCatalog catalog;

  @BeforeEach
  void anEmptyHome() {
    data = temporary.resolve("data");
    catalog = RealParts.catalog(temporary.resolve("home"));
  }

  @AfterEach
  void close() throws IOException {
    catalog.close();
  }

  private static List<String> characters() {
    return (ASCII + BEYOND).codePoints().mapToObj(Character::toString).toList();
  }

  /** Makes a file where the disk can hold its name. */
  private void file(String path, Set<String> made) throws IOException {
    try {
      Path file = data.resolve(path);
      RealParts.npy(file, made.size());
      made.add(path);
    } catch (InvalidPathException | FileSystemException cannotBeWritten) {
      assertThat(path).as("plain letters can be written").matches("(?s).*[^\\w./#-].*");
    }
  }

  @Test
  void everyFileIsADatasetThatLoadsOrIsLeftOutWithAReason() throws IOException {
    Set<String> made = new TreeSet<>();
    String session = "KS014/2020-01-02/001/";
    for (String c : characters()) {
      file(session + "alf/a" + c + "a.times.npy", made);
      file(session + "alf/spikes.t" + c + "t.npy", made);
      file(session + "alf/spikes.times.x" + c + "x.npy", made);
      file(session + "alf/spikes.times.n" + c + "y", made);
      file(session + "c" + c + "c/spikes.times.npy", made);
      file(session + "alf/#r" + c + "r#/spikes.times.npy", made);
    }
    ScanReport report = catalog.scan(data, ScanOptions.hashed());
    List<Dataset> datasets = catalog.session("KS014/2020-01-02/001").datasets();

    List<String> seen = new ArrayList<>();
    datasets.forEach(dataset -> seen.add(session + dataset));
    report.leftOut().forEach(left -> {
      assertThat(left.reason()).isNotBlank();
      seen.add(left.path());
    });
    assertThat(report.problems()).isEmpty();
    assertThat(seen).containsExactlyInAnyOrderElementsOf(made);
    assertThat(datasets).hasSizeGreaterThan(300).allSatisfy(dataset -> {
      assertThat(dataset.file()).hasValueSatisfying(file -> assertThat(file).exists());
      assertThat(dataset.hash()).isPresent();
    });
    assertThat(datasets)
        .filteredOn(dataset -> dataset.path().name().extension().equals("npy"))
        .allSatisfy(dataset -> assertThat(dataset.load().array().size()).isEqualTo(1));
  }

  @Test
  void everySubjectAndLabIsASessionThatIsFoundAgainOrLeftOut() throws IOException {
    Set<String> made = new TreeSet<>();
    for (String c : characters()) {
      file("s" + c + "s/2020-01-02/001/spikes.times.npy", made);
      file("l" + c + "l/Subjects/KS014/2020-01-02/001/spikes.times.npy", made);
    }
    ScanReport report = catalog.scan(data);
    List<Session> sessions = catalog.search().list();
    // A lab that cannot be one leaves a session of no lab: all these are the same one.
    long oneAndTheSame = report.problems().stream()
        .filter(problem -> problem.reason().contains("same session"))
        .count();
    assertThat(sessions.size() + oneAndTheSame + report.leftOut().size()).isEqualTo(made.size());
    assertThat(sessions).hasSizeGreaterThan(120).allSatisfy(session -> {
      boolean alone = !session.lab().isEmpty() || !session.subject().equals("KS014");
      String name = alone ? session.key().toString() : session.id().toString();
      assertThat(catalog.session(name)).isEqualTo(session);
      assertThat(session.load("spikes.times").array().size()).isEqualTo(1);
    });
    assertThat(catalog.scan(data).added()).isZero();
  }

  @Test
  void theLongestNameOfTheDiskIsRecordedAndLoaded() throws IOException {
    String name = "s".repeat(255 - ".times.npy".length()) + ".times.npy";
    RealParts.npy(data.resolve("KS014/2020-01-02/001/alf").resolve(name), 1, 2);
    catalog.scan(data, ScanOptions.hashed());
    assertThat(catalog.session("KS014/2020-01-02/001").load(name).array().size())
        .isEqualTo(2);
  }

  @Test
  void aNameThatIsNotTextIsReportedAndTheRestIsFound() throws Exception {
    Path session = data.resolve("KS014/2020-01-02/001/alf");
    RealParts.npy(session.resolve("spikes.times.npy"), 1);
    byte[] script = ("cd '" + session + "' && touch \"$(printf 'spikes.\\377.npy')\"")
        .getBytes(StandardCharsets.UTF_8);
    Process shell = new ProcessBuilder("sh").start();
    try (var in = shell.getOutputStream()) {
      in.write(script);
    }
    assertThat(shell.waitFor()).isZero();
    ScanReport report = catalog.scan(data);
    assertThat(report.datasets()).isEqualTo(1);
    assertThat(report.problems())
        .singleElement()
        .extracting(LeftOut::reason)
        .asString()
        .contains("not valid text");
    assertThat(session.toFile().list()).as("both files are there").hasSize(2);
  }
}
