/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.blobs.BlobException;
import io.alfheim.blobs.Blobs;
import io.alfheim.blobs.ChecksumLimit;
import io.alfheim.blobs.Kept;
import io.alfheim.blobs.MissingBlobException;
import io.alfheim.blobs.Reference;
import io.alfheim.blobs.Section;
import io.alfheim.blobs.SectionConfig;
import io.alfheim.blobs.Stored;
import io.alfheim.blobs.Target;
import io.alfheim.blobs.mym.Mym;
import io.alfheim.catalog.NoSuchDatasetException;
import io.alfheim.catalog.NoSuchSessionException;
import io.alfheim.catalog.internal.HomeCatalog;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.NotePath;
import io.alfheim.store.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What hangs on sessions, datasets and subjects, in the record. */
class ReferencesTest {
  private static final Target SUBJECT = Target.subject("KS014");

  @TempDir
  private Path folder;

  private HomeWithBlobs home;
  private HomeCatalog catalog;
  private Blobs blobs;
  private Section local;
  private Target session;

  @BeforeEach
  void open() throws IOException {
    home = HomeWithBlobs.in(folder);
    catalog = home.catalog();
    blobs = home.blobs();
    local = blobs.section("local");
    session = Target.of(catalog.session(HomeWithBlobs.SESSION));
  }

  @AfterEach
  void close() throws IOException {
    home.close();
  }

  @Test
  void referencesHangOnSessionsDatasetsAndSubjects() {
    Target dataset = Target.of(catalog.session(HomeWithBlobs.SESSION).dataset("spikes.times"));
    for (Target target : List.of(session, dataset, SUBJECT)) {
      blobs.hang(target, "note", local.put("of " + target));
    }
    for (Target target : List.of(session, dataset, SUBJECT)) {
      assertThat(blobs.get(target, "note")).isEqualTo("of " + target);
      assertThat(blobs.references(target)).hasSize(1);
    }
  }

  @Test
  void otherProgramsAreToldWhereThingsAre() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "Looked at twice.");
    Stored blob = local.put("a value");
    Stored attachment = local.attach(file);
    blobs.hang(session, Map.of("a", blob, "b", attachment));
    local.put("of nobody");

    assertThat(blobs.fetchExternalPaths("local", Kept.NOW_AND_TAGS))
        .containsOnly(
            Map.entry(blob, local.locate(blob)), Map.entry(attachment, local.locate(attachment)));
    blobs.remove(session);
    assertThat(blobs.fetchExternalPaths("local", Kept.NOW_AND_TAGS)).isEmpty();
    assertThat(blobs.fetchExternalPaths("local", Kept.EVERYTHING)).hasSize(2);
  }

  @Test
  void severalComeInOneCommitAndAreReplacedByName() {
    CommitId before = catalog.commit();
    blobs.hang(session, Map.of("a", local.put(1), "b", local.put(2)));
    assertThat(catalog.log().get(1).id()).isEqualTo(before);
    blobs.hang(session, "a", local.put(3));
    assertThat(blobs.references(session)).extracting(Reference::name).containsExactly("a", "b");
    assertThat(blobs.get(session, "a")).isEqualTo(3L);
    assertThat(blobs.get(session, "b")).isEqualTo(2L);
  }

  @Test
  void hangingTheSameAgainCommitsNothing() {
    blobs.hang(session, "a", local.put(1));
    CommitId commit = catalog.commit();
    blobs.hang(session, "a", local.put(1));
    assertThat(catalog.commit()).isEqualTo(commit);
  }

  @Test
  void everyKindComesBackFromTheRecordAsItWas() throws IOException {
    Path file = Files.writeString(folder.resolve("we'ird %\t\"q\".txt"), "x");
    assertThatThrownBy(() -> local.attach(file)).isInstanceOf(BlobException.class);
    Path odd = Files.writeString(folder.resolve("we'ird %20 \"q\".txt"), "x");
    Stored attachment = local.attach(odd);
    Stored migrated =
        Stored.migrated("local", Md5.of("old/path"), 1, "old/path", Md5.of("content"));
    Stored unhashed = Stored.file("local", Md5.of("p"), 1, "a/%b", Optional.empty());
    for (Stored stored : List.of(attachment, migrated, unhashed)) {
      Reference reference = new Reference(session, "tab\there", stored);
      assertThat(ReferenceLine.read(session, ReferenceLine.write(reference))).isEqualTo(reference);
    }
    blobs.hang(session, "file", attachment);
    assertThat(blobs.fetch(session, "file", folder.resolve("out"))).hasContent("x");
    assertThatThrownBy(() -> ReferenceLine.read(session, "-\tname\tlocal\tblob"))
        .isInstanceOf(IOException.class);
  }

  @Test
  void whatIsNotRecordedCanHoldNothing() {
    Stored stored = local.put(1);
    assertThatThrownBy(() -> blobs.hang(session.dataset("alf/absent.npy"), "a", stored))
        .isInstanceOf(NoSuchDatasetException.class);
    Target nobody = Target.of(io.alfheim.alf.SessionKey.parse("KS015/2020-01-01/001"));
    assertThatThrownBy(() -> blobs.hang(nobody, "a", stored))
        .isInstanceOf(NoSuchSessionException.class);
    assertThatThrownBy(() -> blobs.hang(Target.subject("KS015"), "a", stored))
        .isInstanceOf(BlobException.class);
    assertThatThrownBy(() -> blobs.hang(session, " ", stored)).isInstanceOf(BlobException.class);
  }

  @Test
  void whatIsNotStoredCannotBeReferredTo() {
    CommitId before = catalog.commit();
    Stored absent = Stored.blob("local", Md5.of("absent"), 6);
    assertThatThrownBy(() -> blobs.hang(session, "a", absent))
        .isInstanceOf(MissingBlobException.class);
    assertThat(catalog.commit()).isEqualTo(before);
  }

  @Test
  void anUnknownNameIsAnsweredWithTheNearest() {
    blobs.hang(session, "image", local.put(1));
    assertThatThrownBy(() -> blobs.get(session, "imagg"))
        .hasMessage("Nothing hangs on 'KS014/2020-01-01/001' under the name 'imagg';"
            + " nearest is 'image'.");
    assertThatThrownBy(() -> blobs.section("lokal")).hasMessageContaining("nearest is 'local'");
  }

  @Test
  void theCatalogOfThenHasTheReferencesOfThen() {
    blobs.hang(session, "a", local.put("then"));
    catalog.release("v1", "first");
    blobs.hang(session, "a", local.put("now"));
    assertThat(blobs.at(catalog.at("v1")).get(session, "a")).isEqualTo("then");
    assertThat(blobs.get(session, "a")).isEqualTo("now");
    assertThatThrownBy(() -> blobs.at(catalog.at("v1")).remove(session))
        .hasMessageContaining("the past cannot be changed");
  }

  @Test
  void aScanLeavesReferencesAlone() {
    blobs.hang(session, "a", local.put(1));
    catalog.scan(folder.resolve("data"));
    assertThat(blobs.get(session, "a")).isEqualTo(1L);
    assertThat(catalog.check().isClean()).isTrue();
  }

  @Test
  void aReferenceInAnyKeptCommitOrTagIsAUse() {
    Stored stored = local.put("used");
    blobs.hang(session, "a", stored);
    catalog.release("v1", "first");
    blobs.remove(session, "a");
    assertThat(blobs.references(session)).isEmpty();
    assertThat(blobs.used("local", Kept.NOW_AND_TAGS)).containsExactly(stored);
    assertThat(blobs.unused("local", Kept.NOW_AND_TAGS)).isEmpty();
    catalog.tag("v1").delete("v1");
    assertThat(blobs.used("local", Kept.NOW_AND_TAGS)).isEmpty();
    assertThat(blobs.unused("local", Kept.NOW_AND_TAGS)).containsExactly(stored);
    assertThat(blobs.used("local", Kept.EVERYTHING)).containsExactly(stored);
    assertThat(blobs.used("local", Kept.lastDays(1))).containsExactly(stored);
  }

  @Test
  void whatWaitsToBeDeletedIsFoundWhereItWaits() {
    Stored stored = local.put("used");
    blobs.hang(session, "a", stored);
    blobs.remove(session);
    blobs.cleanup("local").keeping(Kept.NOW_AND_TAGS).quarantine();
    assertThat(blobs.used("local", Kept.EVERYTHING)).containsExactly(stored);
    Location at = Objects.requireNonNull(
        blobs.fetchExternalPaths("local", Kept.EVERYTHING).get(stored));
    assertThat(at.path().value()).startsWith("local/.quarantine/");
    assertThat(home.objects().resolve(at.path().value())).exists();
  }

  @Test
  void whatWasUsedThenIsToldByTheBlobsOfThen() {
    Stored then = local.put("then");
    blobs.hang(session, "a", then);
    catalog.release("v1", "first");
    Stored now = local.put("now");
    blobs.hang(session, "a", now);
    Blobs past = blobs.at(catalog.at("v1"));
    for (Kept kept : List.of(Kept.NOW_AND_TAGS, Kept.EVERYTHING)) {
      assertThat(past.used("local", kept)).containsExactly(then);
      assertThat(past.fetchExternalPaths("local", kept)).containsOnlyKeys(then);
    }
    assertThat(blobs.used("local", Kept.NOW_AND_TAGS)).containsExactlyInAnyOrder(then, now);
    assertThatThrownBy(() -> past.unused("local", Kept.NOW_AND_TAGS))
        .isInstanceOf(BlobException.class)
        .hasMessageStartingWith("What is not used is asked of now");
    assertThatThrownBy(() -> past.cleanup("local"))
        .hasMessageStartingWith("What can be deleted is asked of now");
  }

  @Test
  void aFileNamedWithAndWithoutItsHashIsOneFile() throws IOException {
    Path stage = Files.createDirectories(folder.resolve("stage"));
    Section staged =
        blobs.define(SectionConfig.of("staged", home.disk()).staged(stage, ChecksumLimit.ALWAYS));
    Stored known = staged.place(Files.writeString(stage.resolve("a.dat"), "a"));
    Stored unknown = Stored.file("staged", known.hash(), 1, "a.dat", Optional.empty());
    blobs.hang(session, "a", known);
    blobs.hang(session, "a", unknown);
    assertThat(blobs.used("staged", Kept.NOW_AND_TAGS)).containsExactly(unknown);
    assertThat(blobs.unused("staged", Kept.NOW_AND_TAGS)).isEmpty();
    blobs.remove(session);
    assertThat(blobs.unused("staged", Kept.NOW_AND_TAGS)).containsExactlyInAnyOrder(known, unknown);
  }

  private void write(String line) {
    NotePath note = new NotePath("blobs", List.of("-", "KS014", "subject"));
    catalog.record().change("By hand", editor -> editor.note(note, List.of(line)));
  }

  @Test
  void aLineThatIsNoReferenceIsNamedWithItsNote() {
    write("rubbish");
    assertThatThrownBy(() -> blobs.used("local", Kept.NOW_AND_TAGS))
        .isInstanceOf(BlobException.class)
        .hasMessageContaining("'blobs/-/KS014/subject' in the record has a line");
  }

  @Test
  void aNameThatLeadsElsewhereStopsNothing() {
    Stored stored = local.put("used");
    blobs.hang(session, "a", stored);
    Stored hostile = Stored.migrated("local", Md5.of("x"), 1, "../x", Md5.of("x"));
    Stored worse = Stored.attachment("local", Md5.of("x"), 1, "../x");
    for (Stored one : List.of(hostile, worse)) {
      write(ReferenceLine.write(new Reference(SUBJECT, "name", one)));
      assertThat(blobs.used("local", Kept.NOW_AND_TAGS)).containsExactly(stored);
      assertThat(blobs.cleanup("local").preview().used().objects()).isEqualTo(1);
    }
  }

  @Test
  void anOldPlaceIsLookedAtWhereAThingWaitsToo() throws IOException {
    byte[] packed = Mym.pack("old");
    String old = "local/Zm9vYmFyYmF6";
    Files.createDirectories(home.objects().resolve("local"));
    Files.write(home.objects().resolve(old), packed);
    Stored migrated = Stored.migrated("local", Md5.of(old), packed.length, old, Md5.of(packed));
    blobs.hang(session, "a", migrated);
    assertThat(blobs.fetchExternalPaths("local", Kept.NOW_AND_TAGS).values())
        .extracting(at -> at.path().value())
        .containsExactly(old);
    blobs.remove(session);
    blobs.cleanup("local").keeping(Kept.NOW_AND_TAGS).quarantine();
    assertThat(home.objects().resolve(old)).doesNotExist();
    assertThat(local.get(migrated)).isEqualTo("old");
    blobs.hang(session, "a", migrated);
    assertThat(home.objects().resolve(old)).exists();
  }

  @Test
  void twoHomesMergeTheirReferences() throws IOException {
    Path shared = folder.resolve("shared.git");
    catalog.push(shared);
    try (HomeWithBlobs other = new HomeWithBlobs(folder.resolve("other"))) {
      other.catalog().fetch(shared);
      other.define("local");
      other.blobs().hang(session, "theirs", other.blobs().section("local").put(1));
      blobs.hang(session, "ours", local.put(2));
      other.catalog().push(shared.resolveSibling("theirs.git"));
      catalog.fetch(shared.resolveSibling("theirs.git"));
      assertThat(blobs.references(session))
          .extracting(Reference::name)
          .containsExactlyInAnyOrder("ours", "theirs");
      other.blobs().remove(session);
      other.catalog().push(shared.resolveSibling("later.git"));
      catalog.fetch(shared.resolveSibling("later.git"));
      assertThat(blobs.references(session)).extracting(Reference::name).containsExactly("ours");
    }
  }

  @Test
  void sectionsDoNotShareAFolder() throws IOException {
    SectionConfig same = SectionConfig.of("second", home.disk()).at("", "local");
    assertThatThrownBy(() -> blobs.define(same))
        .hasMessageContaining("would share the folder of section 'local'");
    blobs.define(same.at("sub", "local"));
    assertThat(blobs.sections())
        .extracting(section -> section.config().name())
        .containsExactly("local", "second");
    assertThat(blobs.section("second").config()).isEqualTo(same.at("sub", "local"));
    assertThatThrownBy(() -> blobs.define(SectionConfig.of("third", "nowhere")))
        .hasMessageContaining("No store 'nowhere'");
  }

  @Test
  void aSectionThatCommitsReferToStaysWhereItIs() throws IOException {
    SectionConfig config = local.config();
    Path other = Files.createDirectories(folder.resolve("elsewhere"));
    String elsewhere = catalog.record().locate(other).store();
    assertThat(blobs.define(config.folding(3)).config()).isEqualTo(config.folding(3));
    blobs.define(config);
    assertThat(blobs.section("local").config()).isEqualTo(config);
    blobs.hang(session, Map.of("a", local.put(1), "b", local.put(2)));
    blobs.remove(session);
    for (SectionConfig moved : List.of(
        config.folding(3),
        config.at("", "other"),
        config.at("sub", config.folder()),
        SectionConfig.of("local", elsewhere))) {
      assertThatThrownBy(() -> blobs.define(moved))
          .isInstanceOfSatisfying(BlobException.class, e -> {
            assertThat(e)
                .hasMessageContaining("Section 'local' cannot get another place")
                .hasMessageContaining("refer to 2 things in it, in 'local'");
            assertThat(e.hint()).contains("under another name");
          });
    }
    assertThat(blobs.section("local").config()).isEqualTo(config);
    SectionConfig staged =
        config.at("/", "local").staged(other, ChecksumLimit.NEVER).uncompressed();
    assertThat(blobs.define(staged).config()).isEqualTo(staged);
  }

  @Test
  void aWrongFileOfASectionIsNamed() throws IOException {
    Path file = catalog.home().resolve("etc/io.alfheim.blobs-bad.cfg");
    Files.writeString(file, "location = x\n");
    assertThat(local.get(blobs.section("local").put(1))).isEqualTo(1L);
    assertThat(blobs.define(SectionConfig.of("second", home.disk()))).isNotNull();
    assertThat(blobs.sections()).hasSize(2);
    assertThatThrownBy(() -> blobs.cleanup("local"))
        .as("nobody knows what else is in use")
        .hasMessageContaining("'" + file + "'");
    assertThatThrownBy(() -> blobs.section("bad"))
        .hasMessageContaining("Section 'bad' is missing 'store'")
        .hasMessageContaining("'" + file + "'");
    Files.writeString(file, "store = \\u1");
    assertThatThrownBy(() -> blobs.section("bad"))
        .isInstanceOf(BlobException.class)
        .hasMessageContaining("'" + file + "' has a broken '\\u'");
  }

  @Test
  void aSectionThatCannotBeIsNotWrittenDown() throws IOException {
    SectionConfig second = SectionConfig.of("second", home.disk());
    SectionConfig noStage = second.staged(folder.resolve("absent"), ChecksumLimit.ALWAYS);
    assertThatThrownBy(() -> blobs.define(noStage))
        .isInstanceOf(BlobException.class)
        .hasMessageContaining("is not a folder");
    assertThatThrownBy(() -> blobs.define(second.at("../up", "second")))
        .hasMessage("'../up' is no folder of a store.");
    assertThatThrownBy(() -> blobs.define(SectionConfig.of("second", "nowhere")))
        .hasMessageContaining("No store 'nowhere'");
    assertThat(blobs.sections()).hasSize(1);
  }
}
