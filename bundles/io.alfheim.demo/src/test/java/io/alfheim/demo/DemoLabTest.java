/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.alf.AlfPath;
import io.alfheim.alf.SessionFolder;
import io.alfheim.data.DatasetWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoLabTest {
  @TempDir
  private static Path shared;

  private static Map<String, ByteBuffer> written = Map.of();

  private final DemoLab lab = new DemoLab(BareWriter.ofAll());

  @TempDir
  private Path temp;

  private Path folder;

  @BeforeAll
  static void writeOnce() throws IOException {
    new DemoLab(BareWriter.ofAll()).write(shared);
    written = contents(shared);
  }

  @BeforeEach
  void nameTheFolder() {
    folder = temp.resolve("some where/demo");
  }

  @Test
  void writesTheSameBytesEachTime() throws IOException {
    lab.write(folder);

    assertThat(contents(folder)).isEqualTo(written).isNotEmpty();
  }

  @Test
  void writesTheSameWherePeopleHaveDigitsOfTheirOwn() throws IOException {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("fa-IR-u-nu-arabext"));
    try {
      lab.write(folder);
    } finally {
      Locale.setDefault(before);
    }

    assertThat(contents(folder)).isEqualTo(written);
  }

  @Test
  void anotherSeedGivesOtherValuesUnderTheSameNames() throws IOException {
    lab.write(folder, 2);

    Map<String, ByteBuffer> other = contents(folder);
    assertThat(other.keySet()).isEqualTo(written.keySet());
    String spikes = "cortexlab/Subjects/SP026/2019-12-10/001/alf/probe00/spikes.times.npy";
    assertThat(other.get(spikes)).isNotEqualTo(written.get(spikes));
  }

  @Test
  void allNamesAreAlfButThoseThatAreMeantNotToBe() {
    assertThat(written.keySet().stream()
            .filter(path -> !AlfPath.of(path).isDataset())
            .map(path -> path.substring(path.lastIndexOf('/') + 1)))
        .containsExactlyInAnyOrder("notes.txt", "a-b.c.d", "cluster_group.tsv");
  }

  @Test
  void holdsTwentySessionsOfThreeLabsAndNone() {
    List<SessionFolder> sessions = written.keySet().stream()
        .flatMap(path -> SessionFolder.find(path).stream())
        .distinct()
        .toList();
    assertThat(sessions).hasSize(20).allMatch(SessionFolder::isPadded);
    assertThat(sessions)
        .extracting(session -> session.key().lab())
        .contains("cortexlab", "mainenlab", "zadorlab", "");
    assertThat(sessions)
        .allSatisfy(session -> assertThat(session.key().date().getYear()).isBetween(2019, 2021));
  }

  @Test
  void isSmall() {
    assertThat(written.values().stream().mapToLong(ByteBuffer::remaining).sum())
        .isBetween(1_000_000L, 5_000_000L);
  }

  @Test
  void tablesAreParquetWhereThatCanBeWrittenAndDelimitedTextElsewhere() throws IOException {
    String table = "pilot-01/2019-03-08/001/alf/_ibl_trials.table.";
    new DemoLab(BareWriter.of("csv", "json", "jsonable", "npy", "tsv")).write(folder);

    assertThat(written).containsKey(table + "pqt").doesNotContainKey(table + "csv");
    assertThat(contents(folder)).containsEntry(table + "csv", written.get(table + "pqt"));
  }

  @Test
  void fillsAnEmptyFolder() throws IOException {
    Files.createDirectories(folder);

    lab.write(folder);

    assertThat(contents(folder)).isNotEmpty();
    assertThat(folder.getParent()).isDirectoryNotContaining("glob:.*");
  }

  @Test
  void leavesAFolderAloneThatIsNotEmpty() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("mine.txt"), "precious");

    assertThatThrownBy(() -> lab.write(folder))
        .isInstanceOf(IOException.class)
        .hasMessage("Cannot write the demo data to '" + folder + "': the folder is not empty. "
            + "Name a folder that is empty or does not exist yet.");
    assertThat(contents(folder)).containsOnlyKeys("mine.txt");
    assertThat(folder.getParent()).isDirectoryNotContaining("glob:.*");
  }

  @Test
  void doesNotTakeTheNameOfAFile() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "precious");

    assertThatThrownBy(() -> lab.write(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("it is a file");
    assertThat(file).hasContent("precious");
  }

  @Test
  void saysWhichWritersAreMissingAndWhichAreThere() {
    DemoLab poor = new DemoLab(BareWriter.of("csv", "json", "tsv"));

    assertThatThrownBy(() -> poor.write(folder))
        .isInstanceOf(IOException.class)
        .hasMessage("Cannot write the demo data: no writer is installed for 'jsonable', 'npy'; "
            + "there are writers for 'csv', 'json', 'tsv'. "
            + "Install a bundle that writes what is missing.");
    assertThat(folder).doesNotExist();
  }

  @Test
  void leavesNothingWhenAWriterFails() {
    Map<String, DatasetWriter> writers = BareWriter.ofAll();
    writers.put("tsv", (data, out) -> {
      throw new IOException("The disk is full.");
    });

    assertThatThrownBy(() -> new DemoLab(writers).write(folder)).hasMessage("The disk is full.");
    assertThat(folder.getParent()).isEmptyDirectory();
  }

  @Test
  void stopsWhenInterruptedAndLeavesNothing() {
    Map<String, DatasetWriter> writers = BareWriter.ofAll();
    writers.put("tsv", (data, out) -> Thread.currentThread().interrupt());

    assertThatThrownBy(() -> new DemoLab(writers).write(folder))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(folder.getParent()).isEmptyDirectory();
  }

  private static Map<String, ByteBuffer> contents(Path folder) throws IOException {
    Map<String, ByteBuffer> contents = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        contents.put(name, ByteBuffer.wrap(Files.readAllBytes(file)));
      }
    }
    return contents;
  }
}
