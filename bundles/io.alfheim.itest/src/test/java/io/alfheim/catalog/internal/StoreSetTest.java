/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.alfheim.catalog.Catalog.StoreInfo;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.ExistsException;
import io.alfheim.catalog.StoreSet;
import io.alfheim.catalog.UnknownStoreException;
import io.alfheim.store.ProvidesStore;
import io.alfheim.store.Store;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores that are made known, in files of the home and by programs. */
class StoreSetTest {
  @TempDir
  Path temporary;

  private Path data;
  private Path etc;
  private HomeCatalog catalog;
  private StoreSet stores;

  @BeforeEach
  void open() throws IOException {
    data = Files.createDirectories(temporary.resolve("my data"));
    etc = Files.createDirectories(temporary.resolve("home/etc"));
    catalog = RealParts.catalog(temporary.resolve("home"));
    stores = catalog.stores();
  }

  @AfterEach
  void close() throws IOException {
    catalog.close();
  }

  private Path file(String store) {
    return etc.resolve("io.alfheim.store-" + store + ".cfg");
  }

  private void write(String store, String... lines) throws IOException {
    Files.writeString(file(store), String.join("\n", lines) + "\n");
  }

  private Throwable wrong(String store) {
    return catchThrowableOfType(CatalogException.class, () -> stores.config(store));
  }

  @Test
  void anAddedStoreIsOpenAndSurvivesTheProgram() throws IOException {
    StoreInfo added = stores.add("lab", data.toString(), Map.of("readOnly", "true"));
    assertThat(added).isEqualTo(new StoreInfo("lab", data.toRealPath().toString()));
    assertThat(stores.list()).containsExactly(added);
    catalog.close();
    catalog = RealParts.catalog(temporary.resolve("home"));
    StoreConfig config = catalog.stores().config("lab");
    assertThat(config.options()).isEqualTo(Map.of("readOnly", "true"));
    assertThat(catalog.stores().get("lab").find(StorePath.ROOT)).isPresent();
  }

  @Test
  void anOptionIsWrittenAsItIs() throws IOException {
    String odd = "C:\\u0041 \\ and # and = and ü\nnext";
    StoreConfig config = new StoreConfig("odd", data.toUri(), Map.of("stage", odd));
    new StoreFile(etc).write(config);
    assertThat(stores.config("odd")).isEqualTo(config);
  }

  @Test
  void aStoreThatDoesNotAnswerIsNotWrittenDown() {
    Path gone = data.resolve("gone");
    assertThatThrownBy(() -> stores.add("lab", gone.toString()))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("Store 'lab' was not added")
        .hasMessageContaining(gone.toString())
        .extracting(e -> ((CatalogException) e).hint())
        .isEqualTo("Correct it and try again; nothing was saved.");
    assertThat(file("lab")).doesNotExist();
    assertThat(stores).isEmpty();
  }

  @Test
  void anUnknownOptionIsNamedWithTheKnownOnes() {
    assertThatThrownBy(() -> stores.add("lab", data.toString(), Map.of("readnoly", "true")))
        .hasMessageContaining(
            "unknown option 'readnoly'; nearest is 'readOnly'. Use one of" + " [readOnly]");
    assertThat(file("lab")).doesNotExist();
  }

  @Test
  void aKindThatNothingOpensIsNamed() {
    assertThatThrownBy(() -> stores.add("far", "gopher://host/x"))
        .isInstanceOf(UnknownStoreException.class)
        .hasMessageContaining("Nothing installed opens 'gopher:'")
        .hasMessageContaining("Installed: file");
  }

  @Test
  void aNameIsTakenOnlyOnce() {
    stores.add("lab", data.toString());
    assertThatThrownBy(() -> stores.add("lab", data.toString()))
        .isInstanceOf(ExistsException.class)
        .hasMessageContaining("There is a store 'lab' already, in the store file");
  }

  @Test
  void aNameThatCannotBeAFileIsRefused() {
    assertThatThrownBy(() -> stores.add("../lab", data.toString()))
        .hasMessageContaining("Not a name for a store: '../lab'");
    assertThat(stores).isEmpty();
  }

  @Test
  void aPasswordInAnAddressIsRefusedAndNotRepeated() {
    assertThatThrownBy(() -> stores.add("far", "sftp://anna:hush@host/x"))
        .hasMessageContaining("has a password in the address")
        .hasMessageNotContaining("hush");
  }

  @Test
  void aPasswordInAnAddressThatIsNoneIsNotRepeated() throws IOException {
    for (String root : List.of(
        "sftp://anna:p^ss word@host/data",
        "sftp://anna:p/ss word@host/data",
        "sftp://anna:p/ss-word@host/data",
        "sftp:/anna:p^ss-word@host/data",
        "sftp:/anna:pass-word@host/data",
        "sftp:anna:pass-word@host/data")) {
      Throwable error = catchThrowable(() -> stores.add("x", root));
      assertThat(error).isInstanceOf(CatalogException.class).hasMessageContaining("address");
      StringWriter trace = new StringWriter();
      error.printStackTrace(new PrintWriter(trace));
      assertThat(trace.toString()).doesNotContain("ss word", "ss-word", "p^");
      write("x", "uri = " + root);
      assertThat(stores.list())
          .singleElement()
          .extracting(StoreInfo::root)
          .asString()
          .startsWith("? The store file")
          .doesNotContain("ss word", "ss-word", "p^");
      Files.delete(file("x"));
    }
    assertThatThrownBy(() -> stores.add("x", "sftp://anna:p^ss word@host/data"))
        .hasMessageContaining("cannot be read: Illegal character in authority at index ");
  }

  @Test
  void aSignOfMailInAPathIsNoPassword() throws IOException {
    Path odd = Files.createDirectories(temporary.resolve("a:b@c"));
    assertThat(stores.add("odd", odd.toString()).root()).isEqualTo(odd.toString());
    write("far", "uri = s3://lab_data/a:b@c");
    write("near", "uri = sftp://anna@host:22/a:b@c");
    write("zip", "uri = zip:" + odd.toUri() + ".zip");
    assertThat(stores.list()).extracting(StoreInfo::root).noneMatch(root -> root.startsWith("?"));
  }

  @Test
  void aRemovedStoreIsClosedAndCanBeAddedAgain() throws IOException {
    stores.add("lab", data.toString());
    Store store = stores.get("lab");
    stores.remove("lab");
    assertThat(file("lab")).doesNotExist();
    assertThatThrownBy(() -> store.find(StorePath.ROOT)).hasMessageContaining("closed");
    assertThatThrownBy(() -> stores.get("lab"))
        .isInstanceOf(UnknownStoreException.class)
        .hasMessageContaining("No store 'lab'");
    assertThatThrownBy(() -> stores.remove("lab")).isInstanceOf(UnknownStoreException.class);
    assertThat(stores.add("lab", data.toString()).name()).isEqualTo("lab");
  }

  @Test
  void aChangedFileIsAnotherStore() throws IOException {
    stores.add("lab", data.toString());
    Store before = stores.get("lab");
    assertThat(stores.get("lab")).isSameAs(before);
    Path other = Files.createDirectory(temporary.resolve("other"));
    write("lab", "uri = " + other.toUri());
    assertThat(stores.get("lab").root()).isEqualTo(other.toString());
  }

  @Test
  void protocolAndLocationAreAnAddress() throws IOException {
    write("a", "protocol = FILE", "location = " + data, "read-only = true", "subfolding = 2, 2");
    assertThat(stores.config("a").uri().getPath()).isEqualTo(data.toString());
    assertThat(stores.config("a").options())
        .isEqualTo(Map.of("readOnly", "true", "subfolding", "2, 2"));
    assertThat(stores.get("a").find(StorePath.ROOT)).isPresent();
    write("b", "protocol = s3", "bucket = lab-data", "location = dj/store", "region = eu-west-1");
    assertThat(stores.config("b").uri()).hasToString("s3://lab-data/dj/store");
    write("c", "protocol = sftp", "host = anna@lab:2222", "location = /data");
    assertThat(stores.config("c").uri()).hasToString("sftp://anna@lab:2222/data");
  }

  @Test
  void whatIsMissingInAFileIsNamedInOrder() throws IOException {
    write("a", "location = /data");
    assertThat(wrong("a"))
        .hasMessageContaining("The store file '" + file("a") + "' has neither 'uri' nor 'protocol'")
        .hasMessageContaining("Write uri = file:///data/lab");
    write("a", "protocol = file");
    assertThat(wrong("a")).hasMessageContaining("has no 'location'");
    write("a", "protocol = s3", "location = x");
    assertThat(wrong("a")).hasMessageContaining("has no 'bucket'");
    write("a", "protocol = file", "location = x");
    assertThat(wrong("a")).hasMessageContaining("has the location 'x'. Write an absolute path");
    write("a", "uri = file:///x", "protocol = file");
    assertThat(wrong("a")).hasMessageContaining("has both 'uri' and 'protocol'");
    write("a", "uri = no scheme");
    assertThat(wrong("a")).hasMessageContaining("The store file");
  }

  @Test
  void whatIsMisspeltIsNamed() throws IOException {
    write("a", "ury = file:///x", "readOnly = true");
    assertThat(wrong("a"))
        .hasMessageContaining("has neither 'uri' nor 'protocol', only [readOnly, ury]");
    write("a", "protocol = flie", "location = /data");
    assertThat(wrong("a")).hasMessageContaining("or protocol = file instead of flie");
    write("a", "protocol = file", "locatoin = /data");
    assertThat(wrong("a")).hasMessageContaining("has no 'location', only [locatoin]");
    write("a", "uri = " + data.toUri(), "keep = yes");
    assertThat(wrong("a")).hasMessageContaining("has keep = 'yes'. Write true or false.");
    write("a", "uri = " + data.toUri(), "name = b");
    assertThat(wrong("a")).hasMessageContaining("is of store 'a' and has the name 'b'");
    write("a", "uri = " + data.toUri(), "read_only = true", "readOnly = false");
    assertThat(wrong("a")).hasMessageContaining("has the option 'readOnly' twice");
    write("a", "uri = " + data.toUri(), "name = a");
    assertThat(stores.get("a").find(StorePath.ROOT)).isPresent();
    assertThatThrownBy(() -> stores.get("aa"))
        .extracting(e -> ((CatalogException) e).hint())
        .asString()
        .startsWith("Nearest is 'a'.");
  }

  @Test
  void optionsMayBeWrittenAsElsewhere() throws IOException {
    write("b", "protocol = S3", "bucket = lab", "access_key = a", "secret-key = $[env:KEY]");
    assertThat(stores.config("b").options())
        .isEqualTo(Map.of("accessKey", "a", "secretKey", "$[env:KEY]"));
  }

  @Test
  void aWrongFileDoesNotHideTheOtherStores() throws IOException {
    stores.add("lab", data.toString());
    write("bad", "location = /data");
    assertThat(stores.get("lab").find(StorePath.ROOT)).isPresent();
    assertThat(stores.list())
        .extracting(StoreInfo::root)
        .satisfiesExactly(
            bad -> assertThat(bad).contains("has neither 'uri' nor 'protocol'"),
            lab -> assertThat(lab).isEqualTo(data.toString()));
  }

  @Test
  void aFileThatCannotBeReadIsTheTroubleOfItsStoreOnly() throws IOException {
    stores.add("lab", data.toString());
    Files.writeString(file("nas"), "# für die NAS\nuri = file:///nas\n", ISO_8859_1);
    write("slip", "uri = file:///x", "stage = C:\\users");
    Files.createDirectory(file("strange"));
    assertThat(stores.get("lab").find(StorePath.ROOT)).isPresent();
    assertThat(stores.list())
        .extracting(StoreInfo::root)
        .satisfiesExactly(
            lab -> assertThat(lab).isEqualTo(data.toString()),
            nas -> assertThat(nas)
                .isEqualTo("? The store file '" + file("nas")
                    + "' is not text in UTF-8. Save it as UTF-8."),
            slip -> assertThat(slip).contains("has a broken '\\u'. Correct it."),
            strange -> assertThat(strange).contains("cannot be read."));
    assertThatThrownBy(() -> stores.get("nas"))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining(file("nas").toString())
        .hasMessageContaining("Save it as UTF-8.");
    assertThat(catalog.scan(data).added()).isZero();
    assertThatThrownBy(() -> catalog.scan(temporary))
        .as("it may be in the store that nobody can read about")
        .hasMessageContaining(file("nas").toString());
    stores.remove("nas");
    assertThat(file("nas")).doesNotExist();
  }

  @Test
  void aStoreOfConfigAdminComesAndGoes() {
    ConfiguredStore configured = new ConfiguredStore(
        Map.of("service.pid", "io.alfheim.store~server", "component.id", 7L, "uri", data.toUri()));
    catalog.addStore(configured);
    assertThat(stores.get("server").root()).isEqualTo(data.toString());
    assertThatThrownBy(() -> stores.remove("server"))
        .hasMessageContaining("It is in the configuration of store 'server', not in a file");
    catalog.removeStore(configured);
    assertThat(stores).isEmpty();
  }

  @Test
  void nobodyWaitsForAStoreHeDidNotAskFor() throws Exception {
    stores.add("lab", data.toString());
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    catalog.addProvider(
        config -> {
          asked.countDown();
          try {
            answer.await(30, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
          throw new IOException("Too late.");
        },
        Map.of(ProvidesStore.SCHEME, "slow"));
    write("far", "uri = slow://server");
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread waiting = new Thread(() -> failure.set(catchThrowable(() -> stores.get("far"))));
    waiting.start();
    assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(stores.get("lab").find(StorePath.ROOT)).isPresent();
    assertThat(waiting.isAlive()).isTrue();
    answer.countDown();
    waiting.join();
    assertThat(failure.get()).hasMessage("Store 'far' cannot be opened: Too late.");
  }
}
