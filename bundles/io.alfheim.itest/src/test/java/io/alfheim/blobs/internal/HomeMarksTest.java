/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.alf.SessionKey;
import io.alfheim.blobs.ChecksumLimit;
import io.alfheim.blobs.Cleanup;
import io.alfheim.blobs.MissingBlobException;
import io.alfheim.blobs.Section;
import io.alfheim.blobs.SectionConfig;
import io.alfheim.blobs.Stored;
import io.alfheim.blobs.Target;
import io.alfheim.catalog.internal.SmallDisk;
import io.alfheim.store.ProvidesStore;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.StoreProvider;
import io.alfheim.store.WritableStore;
import io.alfheim.store.internal.FileStoreProvider;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a home leaves its mark, and where it need not. */
class HomeMarksTest {
  private static final Target SESSION = Target.of(SessionKey.parse(HomeWithBlobs.SESSION));

  @TempDir
  private Path folder;

  private HomeWithBlobs home;

  @BeforeEach
  void open() throws IOException {
    home = HomeWithBlobs.in(folder);
  }

  @AfterEach
  void close() throws IOException {
    home.close();
  }

  private void write(String section, String lines) throws IOException {
    Path etc = home.catalog().home().resolve("etc");
    Files.writeString(etc.resolve("io.alfheim.blobs-" + section + ".cfg"), lines);
  }

  private Path marks(String section) {
    return home.objects().resolve(section).resolve(".homes");
  }

  private static void delete(Path tree) throws IOException {
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void itComesBeforeWhatIsPutFirstThoughTheFolderIsNotThere() throws IOException {
    write("hand", "store = " + home.disk() + "\n");
    Section hand = home.blobs().section("hand");
    List<Stored> stored = hand.putAll(List.of("one", "two", "three"));
    assertThat(marks("hand")).isNotEmptyDirectory();
    assertThat(home.blobs().cleanup("hand").preview().foreign()).isEqualTo(Cleanup.Tally.NONE);
    assertThat(home.blobs().cleanup("hand").preview().young().objects()).isEqualTo(stored.size());
  }

  @Test
  void itComesAgainBeforeWhatIsPutWhereAllWasDeleted() throws IOException {
    Section local = home.blobs().section("local");
    local.put("before");
    Path notes = Files.writeString(folder.resolve("notes.txt"), "Looked at twice.");
    delete(home.objects().resolve("local"));
    local.put("after");
    assertThat(marks("local")).isNotEmptyDirectory();
    delete(home.objects().resolve("local"));
    local.attach(notes);
    assertThat(marks("local")).isNotEmptyDirectory();
    assertThat(home.blobs().cleanup("local").preview().foreign()).isEqualTo(Cleanup.Tally.NONE);
  }

  @Test
  void itComesAgainBeforeAFileOfTheStage() throws IOException {
    Path stage = Files.createDirectories(folder.resolve("stage"));
    Section local = home.blobs()
        .define(home.blobs().section("local").config().staged(stage, ChecksumLimit.ALWAYS));
    delete(home.objects().resolve("local"));
    local.place(Files.writeString(stage.resolve("a.dat"), "a"));
    assertThat(marks("local")).isNotEmptyDirectory();
  }

  @Test
  void whoOnlyReadsMakesNoFolder() throws IOException {
    write("hand", "store = " + home.disk() + "\n");
    Section hand = home.blobs().section("hand");
    assertThatThrownBy(() -> hand.get(Stored.blob("hand", Md5.of("absent"), 6)))
        .isInstanceOf(MissingBlobException.class);
    assertThat(home.objects().resolve("hand")).doesNotExist();
  }

  @Test
  void othersSeeItBeforeWhatIsToHangIsLookedFor() throws IOException {
    Stored absent = Stored.blob("local", Md5.of("absent"), 6);
    Section local = home.blobs().section("local");
    assertThat(local.get(local.put("value"))).isEqualTo("value");
    delete(marks("local"));
    assertThatThrownBy(() -> home.blobs().hang(SESSION, "absent", absent))
        .isInstanceOf(MissingBlobException.class);
    assertThat(marks("local")).isNotEmptyDirectory();
  }

  @Test
  void aDiskThatCanOnlyBeReadIsKnownWhateverTheSystemSays() throws IOException {
    Path mount = folder.resolve("disk");
    ObjectLayout layout = new ObjectLayout(SectionConfig.of("local", "disk"));
    HomeMarks marks = new HomeMarks(home.catalog().home());
    try (SmallDisk disk = SmallDisk.mount(mount, "100k")) {
      MeddledStore store = new MeddledStore((WritableStore) open("disk", mount));
      store.beforeCreate(path -> {
        throw new FileSystemException(path.value(), null, "Das Dateisystem ist nur lesbar.");
      });
      fill(mount.resolve("filler"));
      assertThatThrownBy(() -> marks.require(store, layout))
          .as("of a full disk nobody knows what it holds tomorrow")
          .hasMessageContaining("nur lesbar");
      Files.delete(mount.resolve("filler"));
      disk.forbidWriting();
      assertThatCode(() -> marks.require(store, layout)).doesNotThrowAnyException();
    }
  }

  private static void fill(Path filler) {
    assertThatThrownBy(() -> Files.write(filler, new byte[1 << 20]))
        .isInstanceOf(IOException.class);
  }

  private static io.alfheim.store.Store open(String name, Path root) throws IOException {
    return new FileStoreProvider().open(new StoreConfig(name, root.toUri(), Map.of()));
  }

  /** Stores of a scheme that is not of this machine, though their files are. */
  private StoreProvider far(List<String> opened) {
    return config -> {
      opened.add(config.name());
      return open(config.name(), home.objects());
    };
  }

  @Test
  void whoListsReferencesOpensNoStoreThatIsFar() throws IOException {
    List<String> opened = new ArrayList<>();
    home.catalog().addProvider(far(opened), Map.of(ProvidesStore.SCHEME, "far"));
    home.catalog().stores().add("server", "far://lab/objects", Map.of());
    Section remote = home.blobs().define(SectionConfig.of("remote", "server"));
    home.blobs().hang(SESSION, "value", remote.put("value"));
    home.close();
    home = new HomeWithBlobs(folder);
    home.catalog().addProvider(far(opened), Map.of(ProvidesStore.SCHEME, "far"));
    delete(marks("remote"));
    opened.clear();
    assertThat(home.blobs().references(SESSION)).hasSize(1);
    assertThat(opened).isEmpty();
    assertThat(marks("remote")).doesNotExist();
    assertThat(home.blobs().get(SESSION, "value")).isEqualTo("value");
    assertThat(marks("remote")).isNotEmptyDirectory();
  }
}
