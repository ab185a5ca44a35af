/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.itest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.catalog.Catalog;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.NoSuchDatasetException;
import io.alfheim.catalog.ScanOptions;
import io.alfheim.catalog.internal.RealParts;
import io.alfheim.data.Column;
import io.alfheim.data.NDArray;
import io.alfheim.data.Table;
import io.alfheim.data.TablePieces;
import io.alfheim.format.parquet.internal.ParquetReader;
import io.alfheim.format.parquet.internal.ParquetWriter;
import io.alfheim.store.Location;
import io.alfheim.store.ProvidesStore;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.WritableStore;
import io.alfheim.store.internal.FileStoreProvider;
import io.alfheim.store.internal.ZipStoreProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Far files where the cache is small, names are others or what is nearer cannot be read. */
class FarFilesTest extends FarSession {
  @Test
  void moreThanTheCacheHoldsIsNotBegun() throws IOException {
    Path settings = temporary.resolve("home/etc/io.alfheim.cache.cfg");
    long size = Files.size(served(TIMES));
    Files.writeString(settings, "limit = " + (size + 1) + "\n");
    assertThatThrownBy(() -> catalog.download(List.of(dataset(TIMES), dataset(AMPS))))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("2 datasets of far stores need " + 2 * size + " bytes")
        .hasMessageContaining("its limit is " + (size + 1) + " bytes; nothing was downloaded")
        .extracting(e -> ((CatalogException) e).hint())
        .asString()
        .contains("'limit'", "etc/io.alfheim.cache.cfg");
    assertThat(server.sent).isEmpty();
    assertThat(catalog.download(List.of(dataset(TIMES), dataset(TIMES)))).hasSize(2);
    assertThat(catalog.download(dataset(AMPS))).exists();
  }

  @Test
  void whatADownloadGivesIsThere() throws IOException {
    long size = Files.size(served(TIMES));
    RealParts.npy(served("alf/spikes.depths.npy"), 7, 8, 9);
    catalog.scanStore("web", ScanOptions.hashed());
    Path settings = temporary.resolve("home/etc/io.alfheim.cache.cfg");
    Files.writeString(settings, "parallel = 1\nlimit = " + (2 * size + 1) + "\n");
    Path other = catalog.download(dataset("alf/spikes.depths.npy"));
    List<Path> both = catalog.download(List.of(dataset(TIMES), dataset(AMPS)));
    assertThat(both).allSatisfy(file -> assertThat(file).exists());
    assertThat(other).doesNotExist();
  }

  @Test
  void aFarFileThatCarriesItsIdIsFetched() throws IOException {
    Dataset times = dataset(TIMES);
    String named = times.path().name().withUuid(times.id()).toString();
    Files.move(served(TIMES), served(TIMES).resolveSibling(named));
    assertThat(catalog.verify(List.of(times)).isClean()).isTrue();
    assertThat(catalog.download(times)).isRegularFile();
    server.close();
    assertThat(times.load()).isEqualTo(VALUES);
  }

  @Test
  void ofThePastAFarFileIsGivenOnlyIfItIsTheOneOfThen() throws IOException {
    Path disk = temporary.resolve("disk");
    Path near = disk.resolve(SESSION).resolve(TIMES);
    RealParts.npy(near, 1, 2, 3);
    catalog.stores().add("disk", disk.toString());
    catalog.scanStore("disk", ScanOptions.hashed());
    Catalog then = catalog.at(catalog.commit().value());
    RealParts.npy(near, 7, 8, 9);
    Files.setLastModifiedTime(near, FileTime.from(Instant.parse("2024-01-01T00:00:00Z")));
    catalog.scanStore("disk", ScanOptions.hashed());
    assertThat(dataset(TIMES).locations()).extracting(Location::store).containsExactly("disk");

    Dataset former = then.session(SESSION).dataset("spikes.times");
    assertThat(former.load()).isEqualTo(VALUES);
    RealParts.npy(served(TIMES), 4, 4, 4);
    assertThatThrownBy(former::load)
        .isInstanceOf(NoSuchDatasetException.class)
        .hasMessageContaining("no store has the former content");
    assertThatThrownBy(() -> former.rows(0, 1)).isInstanceOf(NoSuchDatasetException.class);
  }

  @Test
  void aNearFileThatCannotBeReadIsPassedBy() throws IOException {
    Files.writeString(temporary.resolve("home/etc/io.alfheim.cache.cfg"), "whole = 100\n");
    Path zip = temporary.resolve("damaged.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry(SESSION + "/" + TIMES));
      Files.copy(served(TIMES), out);
    }
    byte[] bytes = Files.readAllBytes(zip);
    bytes[30 + bytes[26] + bytes[28]] = 7; // a kind of block that there is not
    Files.write(zip, bytes);
    catalog.addProvider(new ZipStoreProvider(), Map.of(ProvidesStore.SCHEME, "zip"));
    catalog.stores().add("archive", "zip:" + zip.toUri());
    catalog.scanStore("archive");
    assertThat(dataset(TIMES).locations())
        .extracting(Location::store)
        .containsExactlyInAnyOrder("archive", "web");
    assertThat(dataset(TIMES).source()).hasToString("archive:" + SESSION + "/" + TIMES);
    assertThat(dataset(TIMES).load()).isEqualTo(VALUES);
    assertThat(dataset(TIMES).rows(1, 3)).isEqualTo(NDArray.of(2.0, 3.0));
    Path disk = Files.createDirectory(temporary.resolve("disk"));
    catalog.stores().add("disk", disk.toString());
    catalog.copy(List.of(dataset(TIMES)), "disk");
    assertThat(disk.resolve(SESSION).resolve(TIMES)).hasSameBinaryContentAs(served(TIMES));
  }

  @Test
  void ofALargeFarFileTheHashThatItsStoreRemembersIsCompared() throws IOException {
    Files.writeString(temporary.resolve("home/etc/io.alfheim.cache.cfg"), "whole = 100\n");
    Path tape = temporary.resolve("tape");
    RealParts.npy(tape.resolve(SESSION).resolve(TIMES), 1, 2, 3);
    catalog.addProvider(
        config -> new RememberingStore((WritableStore)
            new FileStoreProvider().open(new StoreConfig(config.name(), tape.toUri(), Map.of()))),
        Map.of(ProvidesStore.SCHEME, "tape"));
    catalog.stores().add("tape", "tape://1/");
    catalog.scanStore("tape");
    Files.delete(served(TIMES));
    assertThat(dataset(TIMES).load()).isEqualTo(VALUES);
    RealParts.npy(tape.resolve(SESSION).resolve(TIMES), 7, 8, 9);
    assertThatThrownBy(() -> dataset(TIMES).load())
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("'tape:" + SESSION + "/" + TIMES + "' has the MD5 ");
    RealParts.npy(served(TIMES), 1, 2, 3);
    assertThat(dataset(TIMES).load()).isEqualTo(VALUES);
  }

  @Test
  void aTableIsReadWhereItIs() throws IOException {
    Files.writeString(temporary.resolve("home/etc/io.alfheim.cache.cfg"), "whole = 100\n");
    String name = "alf/_ibl_trials.table.pqt";
    Table table = Table.of(Column.of("x", new Random(1).doubles(400_000).toArray()));
    try (OutputStream out = Files.newOutputStream(served(name))) {
      new ParquetWriter().write(table, out);
    }
    ParquetReader reader = new ParquetReader();
    catalog.scanStore("web", ScanOptions.hashed());
    server.bytes.set(0);
    try (TablePieces pieces = reader.open(dataset(name).source(), 1000)) {
      assertThat(server.bytes).as("only what tells where the rest is").hasValueLessThan(1 << 18);
      assertThat(pieces.next()).isPresent();
    }
    assertThat(reader.read(dataset(name).source())).isEqualTo(table);
    assertThat(catalog.copies().cache().files()).isZero();
  }

  @Test
  void whatAServerForbidsIsAskedForInItsStore() {
    server.forbidden = true;
    assertThatThrownBy(() -> dataset(TIMES).load())
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("'web:" + SESSION + "/" + TIMES + "': The server '")
        .hasMessageContaining("refuses everybody (status 403)")
        .extracting(e -> ((CatalogException) e).hint())
        .asString()
        .startsWith("Ask for permission in that store");
  }
}
