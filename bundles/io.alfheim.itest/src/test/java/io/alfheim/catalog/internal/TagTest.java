/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.CheckReport;
import io.alfheim.catalog.Finding;
import io.alfheim.catalog.Finding.Problem;
import io.alfheim.catalog.ScanOptions;
import io.alfheim.catalog.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tags as releases. */
class TagTest {
  private static final String A = "lab/Subjects/KS014/2020-01-01/001";

  @TempDir
  Path temporary;

  private Path data;
  private HomeCatalog catalog;
  private Tag paper;

  @BeforeEach
  void release() throws IOException {
    data = temporary.resolve("data");
    RealParts.npy(data.resolve(A).resolve("alf/spikes.times.npy"), 1, 2, 3);
    RealParts.npy(data.resolve(A).resolve("alf/spikes.amps.npy"), 7);
    catalog = RealParts.catalog(temporary.resolve("home"));
    catalog.scan(data, ScanOptions.hashed());
    paper = catalog.release("paper/2024", "Everything in figure 1\n\nSee there.");
  }

  @AfterEach
  void close() throws IOException {
    catalog.close();
  }

  private void changeLater() throws IOException {
    RealParts.npy(data.resolve(A).resolve("alf/wheel.position.npy"), 1);
    catalog.scan(data, ScanOptions.hashed());
  }

  @Test
  void aReleaseIsListedAndDescribed() {
    assertThat(catalog.tags()).extracting(Tag::name).containsExactly("paper/2024");
    Tag again = catalog.tag("paper/2024");
    assertThat(again.description()).isEqualTo("Everything in figure 1\n\nSee there.");
    assertThat(again.author()).isEqualTo(System.getProperty("user.name"));
    assertThat(again.commit()).isEqualTo(catalog.commit());
    assertThat(again).asString().contains("paper/2024").contains("figure 1");
  }

  @Test
  void aReleaseStaysWhatItIs() throws IOException {
    String identifier = paper.identifier();
    changeLater();
    assertThat(catalog.tag("paper/2024").identifier()).isEqualTo(identifier);
    assertThat(paper.catalog().datasets()).hasSize(2);
    assertThat(catalog.at("paper/2024").datasets()).hasSize(2);
    assertThat(catalog.diff("paper/2024", "now").list()).hasSize(1);
    assertThat(catalog.release("later", "").identifier()).isNotEqualTo(identifier);
    assertThat(paper.cite()).contains("paper/2024").contains(identifier);
  }

  @Test
  void aNameIsGivenOnceAndIsNoTimeOrCommit() {
    assertThatThrownBy(() -> catalog.release("paper/2024", ""))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("'paper/2024' already");
    for (String wrong : List.of("2024-03-01", "2024", "deadbeef", "now", "a b", "a..b", "", "x/")) {
      assertThatThrownBy(() -> catalog.release(wrong, ""))
          .as(wrong)
          .isInstanceOf(CatalogException.class)
          .hasMessageContaining("'" + wrong + "'");
    }
    assertThat(catalog.tags()).hasSize(1);
  }

  @Test
  void aMissingTagIsAnsweredWithTheNearest() {
    assertThatThrownBy(() -> catalog.tag("paper/2025"))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("nearest is 'paper/2024'");
  }

  @Test
  void aTagIsDeletedOnlyByWhoSaysItsNameTwice() {
    assertThatThrownBy(() -> paper.delete("yes"))
        .isInstanceOfSatisfying(
            CatalogException.class, e -> assertThat(e.hint()).contains(".delete(\"paper/2024\")"));
    assertThat(catalog.tags()).hasSize(1);
    paper.delete("paper/2024");
    assertThat(catalog.tags()).isEmpty();
    assertThat(catalog.at(paper.commit().value()).datasets()).hasSize(2);
    assertThatThrownBy(() -> paper.delete("paper/2024")).isInstanceOf(CatalogException.class);
  }

  @Test
  void aManifestHasALineForEachDataset() throws IOException {
    changeLater();
    Path file = paper.export(temporary.resolve("paper.tsv"));
    List<String> lines = Files.readAllLines(file);
    String hash = paper
        .catalog()
        .session("KS014/2020-01-01/001")
        .dataset("spikes.amps")
        .hash()
        .orElseThrow();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).isEqualTo("session\tid\tdataset\tsize\tmd5\tqc");
    assertThat(lines.get(1))
        .startsWith("lab/KS014/2020-01-01/001\t")
        .endsWith("\talf/spikes.amps.npy\t136\t" + hash + "\tNOT_SET");
    assertThatThrownBy(() -> paper.export(file))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("already");
  }

  @Test
  void aCopyIsVerifiedByItsContent() throws IOException {
    Path copy = temporary.resolve("copy");
    for (String name : List.of("spikes.times.npy", "spikes.amps.npy")) {
      Path to = copy.resolve(A).resolve("alf").resolve(name);
      Files.createDirectories(to.getParent());
      Files.copy(data.resolve(A).resolve("alf").resolve(name), to);
    }
    changeLater();
    CheckReport good = paper.verify(copy);
    assertThat(good.findings()).isEmpty();
    assertThat(good.datasets()).isEqualTo(2);
    RealParts.npy(copy.resolve(A).resolve("alf/spikes.times.npy"), 3, 2, 1);
    Files.delete(copy.resolve(A).resolve("alf/spikes.amps.npy"));
    RealParts.npy(copy.resolve(A).resolve("alf/extra.data.npy"), 1);
    CheckReport bad = paper.verify(copy);
    assertThat(bad.findings())
        .extracting(Finding::problem)
        .containsExactlyInAnyOrder(Problem.CONTENT_DIFFERS, Problem.MISSING, Problem.UNKNOWN);
    assertThat(catalog.stores()).hasSize(1);
    assertThatThrownBy(() -> paper.verify(temporary.resolve("nowhere")))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("nowhere");
  }

  @Test
  void aStoreIsVerifiedToo() throws IOException {
    assertThat(paper.verify("data").isClean()).isTrue();
    changeLater();
    assertThat(paper.verify("data").findings())
        .extracting(Finding::problem)
        .containsExactly(Problem.UNKNOWN);
  }

  @Test
  void anEmptyRecordCannotBeReleased() throws IOException {
    HomeCatalog empty = RealParts.catalog(temporary.resolve("empty"));
    assertThatThrownBy(() -> empty.release("v1", ""))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("Nothing is recorded");
    empty.close();
  }
}
