/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.catalog.Catalog;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.Commit;
import io.alfheim.catalog.NoSuchDatasetException;
import io.alfheim.catalog.Registration;
import io.alfheim.catalog.Session;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.data.NDArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalog as of earlier commits. */
class TimeTravelTest {
  @TempDir
  Path temporary;

  private Path data;
  private HomeCatalog catalog;
  private String first;
  private String second;

  @BeforeEach
  void twoCommits() throws IOException {
    data = temporary.resolve("data");
    catalog = RealParts.catalog(temporary.resolve("home"));
    first = addSession(1);
    RealParts.npy(data.resolve("KS014/2020-01-01/001/alf/spikes.amps.npy"), 1);
    second = addSession(2);
  }

  @AfterEach
  void close() throws IOException {
    catalog.close();
  }

  private String addSession(int day) throws IOException {
    LocalDate date = LocalDate.of(2020, 1, 1).plusDays(day - 1L);
    RealParts.npy(data.resolve("KS014/" + date + "/001/alf/spikes.times.npy"), day, day);
    return catalog.scan(data).commit().value();
  }

  @Test
  void aCatalogOfThePastAnswersEveryQuestionAsOfThen() {
    Catalog then = catalog.at(first);
    assertThat(then.search().count()).isEqualTo(1);
    assertThat(then.size()).isEqualTo(new Catalog.Size(1, 1, then.size().bytes()));
    assertThat(then.datasets()).containsExactly("alf/spikes.times.npy");
    assertThat(then.commit()).isEqualTo(new CommitId(first));
    assertThat(then.findSession("KS014/2020-01-02/001")).isEmpty();
    Session session = then.session("KS014/2020-01-01/001");
    assertThat(session.datasets()).hasSize(1);
    assertThat(session.load("spikes.times").array().toDoubleArray()).containsExactly(1, 1);
    assertThat(catalog.search().count()).isEqualTo(2);
    assertThat(catalog.session("KS014/2020-01-01/001").datasets()).hasSize(2);
  }

  @Test
  void whatIsRecordedLaterDoesNotReachThePast() throws IOException {
    Catalog then = catalog.at(first);
    Catalog pinned = catalog.at("now");
    List<Session> listed = then.search().list();
    addSession(3);
    assertThat(then.search().count()).isEqualTo(1);
    assertThat(pinned.search().count()).isEqualTo(2);
    assertThat(listed).hasSize(1);
    assertThat(catalog.search().count()).isEqualTo(3);
  }

  @Test
  void aCommitIsNamedByItsFirstDigitsToo() {
    assertThat(catalog.at(first.substring(0, 10)).commit().value()).isEqualTo(first);
    assertThat(catalog.at(second).search().count()).isEqualTo(2);
  }

  @Test
  void aDayMeansItsEnd() {
    assertThat(catalog.at(today().toString()).commit().value()).isEqualTo(second);
    assertThat(catalog.at(Integer.toString(today().getYear())).commit().value()).isEqualTo(second);
    assertThat(catalog.at("2999-12").commit().value()).isEqualTo(second);
    assertThat(catalog.at("2999-12-31T12:00").commit().value()).isEqualTo(second);
    assertThat(catalog.at("2999-12-31T12:00:00Z").commit().value()).isEqualTo(second);
  }

  @Test
  void aMinuteMeansItsEndAsALogShowsIt() {
    List<Commit> log = catalog.log();
    String shown = log.get(0).toString().split("  ", -1)[1];
    assertThat(shown).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d");
    assertThat(catalog.at(shown).commit().value()).isEqualTo(second);
    assertThat(catalog.at(shown.replace(' ', 'T')).commit().value()).isEqualTo(second);
    Instant minute = log.get(0).time().truncatedTo(ChronoUnit.MINUTES);
    String withOffset = minute.toString().replace(":00Z", "Z");
    assertThat(withOffset).hasSize("2024-03-01T12:00Z".length());
    assertThat(catalog.at(withOffset).commit().value()).isEqualTo(second);
  }

  @Test
  void aSecondBeforeTheFirstCommitIsNotWhatTheRecordBeginsWith() {
    Instant first = catalog.log().get(1).time().truncatedTo(ChronoUnit.SECONDS);
    LocalDateTime before = LocalDateTime.ofInstant(first.minusSeconds(1), ZoneId.systemDefault());
    String asked = DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(before);
    assertThatThrownBy(() -> catalog.at(asked))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("the record begins at " + before.plusSeconds(1));
  }

  @Test
  void aTagThatIsMisspeltIsAnsweredWithTheNearest() {
    catalog.release("release-1", "");
    assertThatThrownBy(() -> catalog.at("relase-1"))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("'relase-1'")
        .hasMessageContaining("the nearest tag is 'release-1'");
  }

  @Test
  void aTimeBeforeTheFirstCommitIsAnsweredWithWhenTheRecordBegins() {
    assertThatThrownBy(() -> catalog.at("2019-06-01"))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("'2019-06-01'")
        .hasMessageContaining("the record begins at " + today());
  }

  @Test
  void whatIsNeitherATagNorATimeNorACommitIsRefused() {
    for (String wrong :
        List.of("release-1", "2020-13-01", "0000000000", "", "../x", "a b^{tree}")) {
      assertThatThrownBy(() -> catalog.at(wrong))
          .as(wrong)
          .isInstanceOfSatisfying(CatalogException.class, e -> {
            assertThat(e).hasMessageContaining("'" + wrong + "'");
            assertThat(e.hint()).contains("catalog.log()");
          });
    }
  }

  @Test
  void whatWasReplacedSinceIsNotTakenForWhatItWas() throws IOException {
    RealParts.npy(data.resolve("KS014/2020-01-01/001/alf/spikes.times.npy"), 1, 2, 3, 4, 5);
    catalog.scan(data);
    Session then = catalog.at(first).session("KS014/2020-01-01/001");
    assertThatThrownBy(() -> then.load("spikes.times"))
        .isInstanceOf(NoSuchDatasetException.class)
        .hasMessageContaining("had 144 bytes, recorded 2")
        .hasMessageContaining("at commit " + first.substring(0, 10))
        .hasMessageContaining("replaced since by 168 bytes");
    assertThat(
            catalog.session(then.key().toString()).load("spikes.times").array().size())
        .isEqualTo(5);
    assertThat(catalog
            .at(second)
            .session(then.key().toString())
            .load("spikes.amps")
            .array()
            .size())
        .isEqualTo(1);
  }

  @Test
  void thePastCannotBeChanged() throws IOException {
    Catalog then = catalog.at(first);
    Path other = Files.createDirectory(temporary.resolve("other"));
    assertThatThrownBy(() -> then.scan(other))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining(first.substring(0, 10));
    assertThat(catalog.stores()).hasSize(1);
    Path loose = data.resolve("KS014/2020-01-01/001/alf/loose.times.npy");
    RealParts.npy(loose, 1);
    assertThatThrownBy(() -> then.register(loose))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("the past cannot be changed");
    Registration late = then.session("KS014/2020-01-01/001").register();
    assertThatThrownBy(() -> late.put("alf/late.times.npy", NDArray.of(1.0)).commit())
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("the past cannot be changed");
    assertThat(loose.resolveSibling("late.times.npy")).doesNotExist();
  }

  @Test
  void fromThePastOneTravelsLikeFromNow() {
    assertThat(catalog.at(first).at(second).search().count()).isEqualTo(2);
    assertThat(catalog.at(first))
        .hasToString("Catalog of " + catalog.home() + " as of " + first.substring(0, 10)
            + ": 1 session, 1 dataset, 144 bytes");
  }

  @Test
  void theIndexesOfThePastAreKeptForOthersButNotAllOfThem() throws IOException {
    for (int day = 3; day < 3 + IndexShelf.KEPT + 2; day++) {
      assertThat(catalog.at(addSession(day)).search().count()).isEqualTo(day);
    }
    assertThat(shelf()).hasSize(IndexShelf.KEPT);
    assertThat(catalog.at(first).search().count()).isEqualTo(1);
    assertThat(shelf()).hasSize(IndexShelf.KEPT).contains(first);
    HomeCatalog other = RealParts.catalog(temporary.resolve("home"));
    assertThat(other.at(first).search().count()).isEqualTo(1);
    assertThat(shelf()).hasSize(IndexShelf.KEPT);
    other.close();
  }

  @Test
  void anIndexOfThePastThatIsDeletedWhileInUseIsMadeAgain() throws IOException {
    Catalog then = catalog.at(first);
    assertThat(then.search().count()).isEqualTo(1);
    Path folder = temporary.resolve("home/index/at").resolve(first);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
    assertThat(then.search().count()).isEqualTo(1);
    assertThat(folder).isDirectory();
  }

  @Test
  void aRecordWithoutCommitsHasNoPast() throws IOException {
    HomeCatalog empty = RealParts.catalog(temporary.resolve("empty"));
    assertThat(empty.at("now").search().count()).isZero();
    assertThatThrownBy(() -> empty.at("2024-03-01"))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("Nothing was recorded yet");
    empty.close();
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.systemDefault());
  }

  private List<String> shelf() throws IOException {
    try (Stream<Path> folders = Files.list(temporary.resolve("home/index/at"))) {
      return folders.map(folder -> folder.getFileName().toString()).toList();
    }
  }
}
