/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.alf.AlfException;
import io.alfheim.alf.AlfIds;
import io.alfheim.catalog.AmbiguousException;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.NewSession;
import io.alfheim.catalog.ScanOptions;
import io.alfheim.catalog.Session;
import io.alfheim.data.NDArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions that are made here. */
class NewSessionTest {
  private static final LocalDate DAY = LocalDate.of(2020, 1, 2);

  @TempDir
  Path temporary;

  private Path data;
  private HomeCatalog catalog;

  @BeforeEach
  void aLabWithOneSession() throws IOException {
    data = temporary.resolve("data");
    RealParts.npy(
        data.resolve("cortexlab/Subjects/KS014/2020-01-02/001/alf/wheel.position.npy"), 1, 2);
    catalog = RealParts.catalog(temporary.resolve("home"));
    catalog.scan(data);
  }

  @AfterEach
  void close() throws IOException {
    catalog.close();
  }

  @Test
  void aNewSessionHasTheNextNumberInTheLabOfItsSubject() {
    Session session = catalog.newSession("KS014", DAY);
    assertThat(session.key()).hasToString("cortexlab/KS014/2020-01-02/002");
    assertThat(session.id())
        .isEqualTo(AlfIds.of(catalog.namespace(), "cortexlab/KS014/2020-01-02/002"));
    session.put("alf/spikes.times.npy", NDArray.of(1.0));
    assertThat(data.resolve("cortexlab/Subjects/KS014/2020-01-02/002/alf/spikes.times.npy"))
        .exists();
    assertThat(catalog.newSession("KS014", DAY).number()).isEqualTo(3);
    assertThat(catalog.newSession("KS014", DAY.plusDays(1)).number()).isEqualTo(1);
  }

  @Test
  void foldersThatTheCatalogDoesNotKnowAreCountedToo() throws IOException {
    Path day = data.resolve("cortexlab/Subjects/KS014/2020-01-02");
    for (String name : List.of("002", "054", "100", "abc", "2000")) {
      Files.createDirectories(day.resolve(name));
    }
    assertThat(catalog.newSession("KS014", DAY).number()).isEqualTo(101);
    Files.createDirectories(day.resolve("999"));
    assertThatThrownBy(() -> catalog.newSession("KS014", DAY))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("999");
  }

  @Test
  void whatIsKnownOfItIsRecorded() {
    catalog.newSession(
        NewSession.of("KS015", DAY).lab("zadorlab").protocol("choice").projects("a", "b"));
    Session session = catalog.session("zadorlab/KS015/2020-01-02/001");
    assertThat(session.protocol()).isEqualTo("choice");
    assertThat(session.projects()).containsExactly("a", "b");
    session.put("alf/wheel.position.npy", NDArray.of(1.0));
    assertThat(data.resolve("zadorlab/Subjects/KS015/2020-01-02/001/alf")).exists();
    assertThat(catalog.scan(data).sessions()).isEqualTo(2);
    assertThat(catalog.session("KS015/2020-01-02/001").protocol()).isEqualTo("choice");
  }

  @Test
  void aSessionThatAScanForgotBeforeItsFirstDatasetIsRecordedAgainByIt() {
    Session session = catalog.newSession("KS014", DAY);
    catalog.scan(data, ScanOptions.DEFAULT.withForgetting(true));
    assertThat(catalog.findSession(session.key().toString())).isEmpty();
    session.put("alf/spikes.times.npy", NDArray.of(1.0));
    assertThat(catalog.session(session.id().toString()).key()).isEqualTo(session.key());
  }

  @Test
  void aSubjectOfSeveralLabsOrWithSeveralStoresIsNotGuessed() throws IOException {
    RealParts.npy(data.resolve("zadorlab/Subjects/KS014/2020-01-02/001/wheel.position.npy"), 1);
    catalog.scan(data);
    assertThatThrownBy(() -> catalog.newSession("KS014", DAY))
        .isInstanceOf(AmbiguousException.class)
        .hasMessageContaining("cortexlab, zadorlab");
    assertThat(catalog.newSession(NewSession.of("KS014", DAY).lab("zadorlab")).key())
        .hasToString("zadorlab/KS014/2020-01-02/002");
    Path other = Files.createDirectories(temporary.resolve("other"));
    catalog.scan(other);
    assertThatThrownBy(() -> catalog.newSession("KS099", DAY))
        .isInstanceOf(AmbiguousException.class)
        .hasMessageContaining("data, other");
    Session session = catalog.newSession(NewSession.of("KS099", DAY).store("other"));
    session.put("wheel.position.npy", NDArray.of(1.0));
    assertThat(other.resolve("KS099/2020-01-02/001/wheel.position.npy")).exists();
  }

  @Test
  void namesThatNoFolderCanHaveAndUnknownStoresAreRefused() {
    assertThatThrownBy(() -> catalog.newSession("KS 014", DAY)).isInstanceOf(AlfException.class);
    assertThatThrownBy(() -> catalog.newSession(NewSession.of("KS014", DAY).lab("a-b")))
        .isInstanceOf(AlfException.class);
    assertThatThrownBy(() -> catalog.newSession(NewSession.of("KS01", DAY).store("nowhere")))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("nowhere");
    HomeCatalog empty = RealParts.catalog(temporary.resolve("empty"));
    assertThatThrownBy(() -> empty.newSession("KS014", DAY))
        .isInstanceOf(AmbiguousException.class)
        .hasMessageContaining("no store");
  }

  @Test
  void aStoreMayBeginInsideASubjectButNotInsideADay() throws IOException {
    HomeCatalog subject = RealParts.catalog(temporary.resolve("home2"));
    subject.scan(data.resolve("cortexlab/Subjects/KS014"));
    assertThat(subject.newSession("KS014", DAY).key())
        .hasToString("cortexlab/KS014/2020-01-02/002");
    subject.close();
    HomeCatalog day = RealParts.catalog(temporary.resolve("home3"));
    day.scan(data.resolve("cortexlab/Subjects/KS014/2020-01-02"));
    assertThatThrownBy(() -> day.newSession("KS014", DAY))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("cannot hold");
    day.close();
  }

  @Test
  void programsThatSaveAtOnceGetNumbersOfTheirOwnAndLoseNothing() throws Exception {
    List<Process> programs = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      programs.add(OtherProgram.start(
          Saver.class,
          temporary.resolve("output" + i),
          temporary.resolve("home").toString()));
    }
    Saver.save(catalog);
    for (int i = 0; i < 2; i++) {
      OtherProgram.finish(programs.get(i), temporary.resolve("output" + i));
    }
    List<Session> sessions = catalog.search().date(DAY, DAY).list();
    assertThat(sessions).hasSize(1 + 3 * Saver.SESSIONS).allSatisfy(session -> {
      assertThat(session.datasets()).isNotEmpty();
      session
          .datasets()
          .forEach(dataset -> assertThat(dataset.load().array().size()).isPositive());
    });
    Session shared = catalog.session("cortexlab/KS014/2020-01-02/001");
    assertThat(shared.datasets()).hasSize(1 + 3 * Saver.SESSIONS);
    assertThat(catalog.scan(data).added()).isZero();
  }

  /** Makes sessions with a dataset each, and adds as many to a session that all share. */
  static final class Saver {
    static final int SESSIONS = 4;

    private Saver() {}

    public static void main(String[] args) throws IOException {
      HomeCatalog catalog = RealParts.catalog(Path.of(args[0]));
      save(catalog);
      catalog.close();
    }

    static void save(HomeCatalog catalog) {
      for (int i = 0; i < SESSIONS; i++) {
        Session session = catalog.newSession("KS014", DAY);
        session.put("alf/spikes.times.npy", NDArray.of(1.0, 2.0));
        catalog
            .session("cortexlab/KS014/2020-01-02/001")
            .put("alf/spikes.times.from" + session.number() + ".npy", NDArray.of(1.0));
      }
    }
  }
}
