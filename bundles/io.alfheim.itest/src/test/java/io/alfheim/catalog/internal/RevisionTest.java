/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.alf.AlfException;
import io.alfheim.catalog.AmbiguousException;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.Change;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.ExistsException;
import io.alfheim.catalog.NoSuchDatasetException;
import io.alfheim.catalog.Registration;
import io.alfheim.catalog.Revision;
import io.alfheim.catalog.Session;
import io.alfheim.data.NDArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New revisions of datasets. */
class RevisionTest {
  private static final String A = "KS014/2020-01-01/001";
  private static final String LABEL = "2024-05-01";
  private static final NDArray NEW = NDArray.of(9.0, 8.0);

  @TempDir
  Path temporary;

  private Path data;
  private HomeCatalog catalog;

  @BeforeEach
  void scan() throws IOException {
    data = temporary.resolve("data");
    RealParts.npy(data.resolve(A).resolve("alf/spikes.times.npy"), 1, 2, 3);
    RealParts.npy(data.resolve(A).resolve("alf/spikes.amps.npy"), 4, 5, 6);
    catalog = RealParts.catalog(temporary.resolve("home"));
    catalog.scan(data);
  }

  @AfterEach
  void close() throws IOException {
    catalog.close();
  }

  private Session session() {
    return catalog.session(A);
  }

  private double[] times() {
    return session().load("spikes.times").array().toDoubleArray();
  }

  @Test
  void aRevisionIsWrittenBesideAndIsTheDefaultFromThenOn() {
    String before = catalog.commit().value();
    List<Dataset> made = session()
        .revise(LABEL, "Sorted anew")
        .put("spikes.times", NEW)
        .put("alf/spikes.depths.npy", NEW)
        .commit();

    assertThat(made)
        .extracting(Dataset::toString)
        .containsExactly("alf/#2024-05-01#/spikes.times.npy", "alf/#2024-05-01#/spikes.depths.npy");
    assertThat(times()).containsExactly(9, 8);
    assertThat(catalog.at(before).session(A).load("spikes.times").array().size())
        .isEqualTo(3);
    assertThat(data.resolve(A).resolve("alf/#2024-05-01#/spikes.times.npy")).isRegularFile();
    assertThat(catalog.log(A).get(0).title()).isEqualTo("Sorted anew");
    assertThat(catalog.log()).hasSize(2);
    assertThat(catalog.check().findings()).isEmpty();
  }

  @Test
  void nothingIsVisibleBeforeTheCommit() throws IOException {
    Registration draft = session().revise(LABEL, "Sorted anew").put("spikes.times", NEW);

    assertThat(catalog.log()).hasSize(1);
    assertThat(session().revisions()).containsExactly("");
    assertThat(data.resolve(A).resolve("alf/#2024-05-01#")).doesNotExist();

    draft.commit();
    assertThat(session().revisions()).containsExactly("", LABEL);
  }

  @Test
  void aProtectedRevisionIsNotOverwrittenAndTheNextLabelIsOffered() {
    session().revise(LABEL, "First").put("spikes.times", NEW).commit();

    assertThatThrownBy(() -> session().revise(LABEL, "Again").put("spikes.times", NDArray.of(0.0)))
        .isInstanceOfSatisfying(ExistsException.class, e -> {
          assertThat(e).hasMessageContaining("'alf/#2024-05-01#/spikes.times.npy'");
          assertThat(e.hint()).contains("revise(\"2024-05-01a\"");
        });

    session()
        .revise("2024-05-01a", "Again")
        .put("spikes.times", NDArray.of(0.0))
        .commit();
    assertThat(times()).containsExactly(0);
    assertThatThrownBy(() -> session().revise(LABEL, "Again").put("spikes.times", NDArray.of(0.0)))
        .isInstanceOfSatisfying(
            ExistsException.class, e -> assertThat(e.hint()).contains("2024-05-01b"));
    assertThat(session()
            .load("spikes.times", io.alfheim.catalog.Scope.ANYWHERE.revision(LABEL))
            .array()
            .toDoubleArray())
        .containsExactly(9, 8);
  }

  @Test
  void whoWasSlowerThanAnotherProgramReplacesNothing() {
    Registration slow = session().revise(LABEL, "Slow").put("spikes.times", NDArray.of(0.0));
    session().revise(LABEL, "Quick").put("spikes.times", NEW).commit();

    assertThatThrownBy(slow::commit)
        .isInstanceOfSatisfying(
            ExistsException.class, e -> assertThat(e.hint()).contains("2024-05-01a"));
    assertThat(times()).containsExactly(9, 8);
  }

  @Test
  void aRevisionBeforeALaterOneIsTheDefaultAllTheSame() {
    session()
        .revise("2025-01-01", "Later label")
        .put("spikes.times", NDArray.of(5.0))
        .commit();
    session().revise(LABEL, "Earlier label").put("spikes.times", NEW).commit();

    assertThat(times()).containsExactly(9, 8);
    assertThat(catalog.log().get(0).changes().list())
        .extracting(Change::kind)
        .contains(Change.Kind.ADDED, Change.Kind.DEFAULT_REVISION);

    session().datasets("alf/#2025-01-01#/spikes.times.npy").get(0).makeDefault("it was better");
    assertThat(times()).containsExactly(5);
    assertThat(catalog.log().get(0).changes().list())
        .extracting(Change::kind)
        .containsOnly(Change.Kind.DEFAULT_REVISION);
    assertThat(catalog.log().get(0).message()).contains("it was better");
  }

  @Test
  void aRevisionIsDescribed() {
    session()
        .revise(LABEL, "Sorted anew\n\nwith version 3")
        .put("spikes.times", NEW)
        .commit();
    session().revise(LABEL, "More of it").put("spikes.amps", NEW).commit();

    Revision revision = session().describeRevision(LABEL);
    assertThat(revision.note()).isEqualTo("Sorted anew\n\nwith version 3");
    assertThat(revision.begun().orElseThrow().author()).isEqualTo(System.getProperty("user.name"));
    assertThat(revision.datasets()).hasSize(2);
    assertThat(revision.commits()).hasSize(2);
    assertThat(revision).asString().contains("#2024-05-01#").contains("Sorted anew");
    assertThatThrownBy(() -> session().describeRevision("2024-05-02"))
        .isInstanceOf(NoSuchDatasetException.class)
        .hasMessageContaining("nearest is '2024-05-01'");
  }

  @Test
  void aSessionOfAnEarlierCommitSaysThatThereMayBeMoreByNow() {
    Session earlier = session();
    earlier.revise(LABEL, "Sorted anew").put("spikes.times", NEW).commit();

    assertThatThrownBy(() -> earlier.describeRevision(LABEL))
        .isInstanceOfSatisfying(
            NoSuchDatasetException.class,
            e -> assertThat(e.hint())
                .startsWith("This is the session as of ")
                .endsWith("list what it has now: revisions(\"" + A + "\")."));
    assertThatThrownBy(() -> session().describeRevision("none"))
        .isInstanceOfSatisfying(
            NoSuchDatasetException.class, e -> assertThat(e.hint()).startsWith("List them: "));
  }

  @Test
  void aRevisionThatAScanFoundIsDescribedByTheScan() throws IOException {
    RealParts.npy(data.resolve(A).resolve("alf/#v2#/spikes.times.npy"), 1);
    catalog.scan(data);

    assertThat(session().describeRevision("v2").note()).isEqualTo("Scan store 'data'");
  }

  @Test
  void aNameThatMayBeSeveralOrNoneIsRefused() throws IOException {
    RealParts.npy(data.resolve(A).resolve("alf/probe00/spikes.times.npy"), 1);
    catalog.scan(data);
    Registration draft = session().revise(LABEL, "why");

    assertThatThrownBy(() -> draft.put("spikes.times", NEW))
        .isInstanceOf(AmbiguousException.class)
        .hasMessageContaining("alf/probe00/spikes.times.npy");
    assertThatThrownBy(() -> draft.put("spikes.time", NEW))
        .isInstanceOf(NoSuchDatasetException.class)
        .hasMessageContaining("nearest is");
    assertThatThrownBy(() -> session().revise("", "why")).isInstanceOf(CatalogException.class);
    assertThatThrownBy(() -> session().revise("a/b", "why")).isInstanceOf(AlfException.class);
    assertThat(catalog.log()).hasSize(2);
  }

  @Test
  void aSessionThatWasLookedUpBeforeRevisesWhatWasRegisteredSince() {
    Session early = session();
    early.put("alf/licks.times.npy", NEW);

    early.revise(LABEL, "better").put("licks.times", NDArray.of(1.0)).commit();

    assertThat(session().load("licks.times").array().size()).isEqualTo(1);
  }

  @Test
  void objectsAndFilesAreRevisedToo() throws IOException {
    Path file = temporary.resolve("times.npy");
    RealParts.npy(file, 7);
    session()
        .revise(LABEL, "All of it")
        .save("spikes", "alf", Map.of("amps", NEW))
        .copy("spikes.times", file)
        .commit();

    assertThat(session().loadObject("spikes").get("amps").array().size()).isEqualTo(2);
    assertThat(times()).containsExactly(7);
    assertThat(data.resolve(A).resolve("alf/#2024-05-01#").toFile().list()).hasSize(2);
  }
}
