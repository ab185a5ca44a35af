/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.alf.SessionKey;
import io.alfheim.blobs.ChecksumLimit;
import io.alfheim.blobs.Cleanup;
import io.alfheim.blobs.Cleanup.Tally;
import io.alfheim.blobs.Kept;
import io.alfheim.blobs.PurgeReport;
import io.alfheim.blobs.Section;
import io.alfheim.blobs.SectionConfig;
import io.alfheim.blobs.Stored;
import io.alfheim.blobs.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file waits to be deleted, and a new version took its place. */
class ConflictsTest {
  private static final Target SESSION = Target.of(SessionKey.parse(HomeWithBlobs.SESSION));

  @TempDir
  private Path folder;

  private HomeWithBlobs home;
  private Section staged;
  private Path file;
  private Stored first;

  @BeforeEach
  void putTheFirstVersionAside() throws IOException {
    home = HomeWithBlobs.in(folder);
    file = Files.createDirectories(folder.resolve("stage")).resolve("a.dat");
    define(ChecksumLimit.ALWAYS);
    first = place("first");
    home.blobs().hang(SESSION, "file", first);
    home.blobs().remove(SESSION, "file");
    assertThat(cleanup().quarantine().moved().objects()).isEqualTo(1);
  }

  private void define(ChecksumLimit limit) throws IOException {
    SectionConfig config = SectionConfig.of("staged", home.disk());
    staged = home.blobs().define(config.staged(folder.resolve("stage"), limit));
  }

  @AfterEach
  void close() throws IOException {
    home.close();
  }

  private Stored place(String text) throws IOException {
    Files.writeString(file, text);
    return staged.place(file);
  }

  private Cleanup cleanup() {
    return home.blobs()
        .cleanup("staged")
        .keeping(Kept.NOW_AND_TAGS)
        .grace(Duration.ZERO)
        .withFiles();
  }

  private Path inPlace() {
    return home.objects().resolve("a.dat");
  }

  @Test
  void theNewVersionThatIsReferredToIsKeptAndTheOldOneGoes() throws IOException {
    home.blobs().hang(SESSION, "file", place("second"));
    PurgeReport report = cleanup().purge();
    assertThat(report.errors()).isEmpty();
    assertThat(report.deleted().objects()).isEqualTo(1);
    assertThat(inPlace()).hasContent("second");
    assertThat(home.files()).containsExactly("a.dat");
    assertThat(cleanup().purge().deleted()).isEqualTo(Tally.NONE);
  }

  @Test
  void takingBackDeletesNoneOfThem() throws IOException {
    home.blobs().hang(SESSION, "file", place("second"));
    PurgeReport report = cleanup().undo();
    assertThat(report.restored()).isEqualTo(Tally.NONE);
    assertThat(report.errors())
        .singleElement()
        .satisfies(error -> assertThat(error.message())
            .startsWith("'a.dat' has other bytes by now")
            .contains("The next purge deletes it"));
    assertThat(home.files()).hasSize(2);
  }

  @Test
  void anOldVersionThatIsReferredToAgainIsNamed() throws IOException {
    place("second");
    home.blobs().hang(SESSION, "file", first);
    assertThat(cleanup().purge().errors()).singleElement().satisfies(error -> {
      assertThat(error.path()).startsWith("staged/.quarantine/");
      assertThat(error.message()).contains("what was put aside is the one that is referred to");
    });
    assertThat(home.files()).hasSize(2);
    Files.delete(inPlace());
    assertThat(cleanup().purge().errors()).isEmpty();
    assertThat(inPlace()).hasContent("first");
  }

  @Test
  void bothStayWhereBothAreReferredToOrNobodyKnows() throws IOException {
    Stored second = place("second");
    home.blobs().hang(SESSION, "second", second);
    home.blobs().hang(SESSION, "first", first);
    assertThat(messages()).singleElement().asString().contains("both are referred to");
    home.blobs().remove(SESSION);
    Stored unknown =
        Stored.file("staged", first.hash(), first.size(), first.name(), Optional.empty());
    home.blobs().hang(SESSION, "second", second);
    home.blobs().hang(SESSION, "first", unknown);
    assertThat(messages())
        .as("without a hash the size says that it may be meant")
        .singleElement()
        .asString()
        .contains("both are referred to");
    home.blobs().remove(SESSION);
    assertThat(cleanup().undo().errors())
        .singleElement()
        .satisfies(error -> assertThat(error.message()).contains("neither is known"));
    assertThat(home.files()).hasSize(2);
  }

  private List<String> messages() {
    return cleanup().purge().errors().stream().map(Cleanup.Trouble::message).toList();
  }

  @Test
  void whatIsDamagedWhileItWaitsIsNotTakenForWholeAgain() throws IOException {
    Stored value = staged.put("a value");
    home.blobs().hang(SESSION, "value", value);
    home.blobs().remove(SESSION);
    cleanup().quarantine();
    Path place = home.objects().resolve(staged.locate(value).path().value());
    assertThat(place).doesNotExist();
    damageWhatWaits(String.valueOf(place.getFileName()));
    PurgeReport report = cleanup().undo();
    assertThat(report.restored().objects()).as("the file").isEqualTo(1);
    assertThat(report.errors()).singleElement().satisfies(error -> {
      assertThat(error.path()).startsWith("staged/.quarantine/");
      assertThat(error.message()).contains("is damaged").contains("Put the same again");
    });
    assertThat(place).doesNotExist();
    home.blobs().hang(SESSION, "value", staged.put("a value"));
    assertThat(cleanup().purge().errors()).isEmpty();
    assertThat(cleanup().errors()).isEmpty();
    assertThat(home.files()).containsExactlyInAnyOrder("a.dat", "staged/" + below(place));
  }

  private String below(Path place) {
    return home.objects().resolve("staged").relativize(place).toString();
  }

  private void damageWhatWaits(String name) throws IOException {
    try (Stream<Path> all = Files.walk(home.objects().resolve("staged/.quarantine"))) {
      for (Path waiting : all.filter(one -> one.endsWith(name)).toList()) {
        Files.write(waiting, new byte[1]);
      }
    }
  }
}
