/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.alf.SessionKey;
import io.alfheim.blobs.ChecksumLimit;
import io.alfheim.blobs.Cleanup;
import io.alfheim.blobs.CleanupReport;
import io.alfheim.blobs.Kept;
import io.alfheim.blobs.Section;
import io.alfheim.blobs.SectionConfig;
import io.alfheim.blobs.Stored;
import io.alfheim.blobs.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that two stores hold, so that a reference to the one is to the other. */
class TwoNamesTest {
  private static final Target SESSION = Target.of(SessionKey.parse(HomeWithBlobs.SESSION));

  @TempDir
  private Path folder;

  private HomeWithBlobs home;
  private Path stage;
  private Section near;

  @BeforeEach
  void aSectionBelowAFolder() throws IOException {
    home = HomeWithBlobs.in(folder);
    stage = Files.createDirectories(folder.resolve("stage"));
    near = home.blobs().define(staged(SectionConfig.of("near", home.disk()).at("deep", "lab")));
    near.put("so that its folder is there");
  }

  @AfterEach
  void close() throws IOException {
    home.close();
  }

  private SectionConfig staged(SectionConfig config) {
    return config.staged(stage, ChecksumLimit.ALWAYS);
  }

  /** A section in a store that can only be read. */
  private Section far(Path root) {
    home.catalog().stores().add("web", root.toUri().toString(), Map.of("readOnly", "true"));
    return home.blobs().define(staged(SectionConfig.of("far", "web").at("", "lab")));
  }

  private Stored placed() throws IOException {
    return near.place(Files.writeString(stage.resolve("a.dat"), "a"));
  }

  private static Stored in(String section, Stored stored) {
    return new Stored(
        section, stored.kind(), stored.hash(), stored.size(), stored.name(), stored.contents());
  }

  private Cleanup cleanup() {
    return home.blobs().cleanup("near").keeping(Kept.NOW_AND_TAGS).sparing(Duration.ZERO);
  }

  @Test
  void whatIsReferredToByTheOtherNameIsUsed() throws IOException {
    Section far = far(home.objects().resolve("deep"));
    Stored value = near.put("a value");
    Stored file = placed();
    home.blobs().hang(SESSION, "was", file);
    home.blobs().hang(SESSION, Map.of("was", in("far", file), "x", in("far", value)));
    CleanupReport report = cleanup().withFiles().quarantine();
    assertThat(report.used().objects()).isEqualTo(2);
    assertThat(report.moved().objects()).isEqualTo(1);
    assertThat(cleanup().grace(Duration.ZERO).purge().deleted().objects()).isEqualTo(1);
    assertThat(far.get(in("far", value))).isEqualTo("a value");
    assertThat(home.objects().resolve("deep/a.dat")).exists();
    home.blobs().remove(SESSION);
    assertThat(cleanup().withFiles().quarantine().moved().objects()).isEqualTo(2);
  }

  @Test
  void aStoreThatDoesNotAnswerMayBeTheSame() {
    far(home.objects().resolve("deep"));
    Stored value = near.put("a value");
    home.blobs().hang(SESSION, "x", in("far", value));
    home.catalog().stores().remove("web");
    assertThat(cleanup().quarantine().used().objects()).isEqualTo(1);
    assertThat(near.get(value)).isEqualTo("a value");
  }

  @Test
  void theSameThingInAnotherPlaceIsAnother() throws IOException {
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    String store = home.catalog().record().locate(elsewhere).store();
    Section other = home.blobs().define(staged(SectionConfig.of("other", store).at("", "lab")));
    Stored file = placed();
    near.put("a value");
    home.blobs().hang(SESSION, "file", file);
    other.place(stage.resolve("a.dat"));
    home.blobs().hang(SESSION, Map.of("file", in("other", file), "value", other.put("a value")));
    CleanupReport report = cleanup().withFiles().quarantine();
    assertThat(report.used()).isEqualTo(Cleanup.Tally.NONE);
    assertThat(report.moved().objects()).isEqualTo(3);
    assertThat(home.blobs().get(SESSION, "value")).isEqualTo("a value");
  }

  @Test
  void aFileOfAnotherSectionInTheSameLocationIsUsed() throws IOException {
    SectionConfig config = SectionConfig.of("beside", home.disk()).at("deep", "beside");
    home.blobs().define(staged(config));
    Stored file = placed();
    home.blobs().hang(SESSION, "file", file);
    home.blobs().hang(SESSION, "file", in("beside", file));
    CleanupReport report = cleanup().withFiles().quarantine();
    assertThat(report.used().objects()).isEqualTo(1);
    assertThat(home.objects().resolve("deep/a.dat")).exists();
  }

  @Test
  void aFileOfASectionBesideItByTheOtherNameIsUsed() throws IOException {
    SectionConfig config = SectionConfig.of("beside", home.disk()).at("deep", "beside");
    home.blobs().define(staged(config));
    Path root = home.objects().resolve("deep");
    home.catalog().stores().add("web", root.toUri().toString(), Map.of("readOnly", "true"));
    home.blobs().define(staged(SectionConfig.of("far", "web").at("", "beside")));
    Stored file = placed();
    home.blobs().hang(SESSION, "file", file);
    home.blobs().hang(SESSION, "file", in("far", file));
    assertThat(cleanup().withFiles().quarantine().used().objects()).isEqualTo(1);
    assertThat(root.resolve("a.dat")).exists();
  }
}
