/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.itest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.alf.SessionKey;
import io.alfheim.blobs.Cleanup;
import io.alfheim.blobs.DamagedBlobException;
import io.alfheim.blobs.MissingBlobException;
import io.alfheim.blobs.Section;
import io.alfheim.blobs.SectionConfig;
import io.alfheim.blobs.Stored;
import io.alfheim.blobs.Target;
import io.alfheim.blobs.internal.RecordedBlobs;
import io.alfheim.catalog.internal.HomeCatalog;
import io.alfheim.catalog.internal.RealParts;
import io.alfheim.store.ProvidesStore;
import io.alfheim.store.cache.ContentKey;
import io.alfheim.store.http.internal.HttpStoreProvider;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Blobs of a section that is on a web server, and on a disk for those who write it. */
class FarBlobsTest {
  @TempDir
  Path temporary;

  private ServedFolder server;
  private HomeCatalog catalog;
  private RecordedBlobs blobs;
  private Section near;
  private Section far;
  private Stored stored;

  @BeforeEach
  void aBlobOnAServer() throws IOException {
    server = new ServedFolder(temporary.resolve("objects"));
    openHome();
    catalog.stores().add("web", server.address() + "/", Map.of("retries", "0"));
    String disk = catalog.record().locate(server.folder).store();
    near = blobs.define(SectionConfig.of("near", disk).at("", "lab"));
    far = blobs.define(SectionConfig.of("far", "web").at("", "lab"));
    Stored blob = near.put("a value");
    stored = Stored.blob("far", blob.hash(), blob.size());
  }

  private void openHome() {
    catalog = RealParts.catalog(temporary.resolve("home"));
    catalog.addProvider(new HttpStoreProvider(), Map.of(ProvidesStore.SCHEME, "http"));
    blobs = new RecordedBlobs(catalog);
  }

  @AfterEach
  void close() throws IOException {
    catalog.close();
    server.close();
  }

  private Path object() {
    return server.folder.resolve(far.locate(stored).path().value());
  }

  private Path cached() {
    String hash = object().getFileName().toString();
    return catalog
        .copies()
        .cache()
        .folder()
        .resolve("content")
        .resolve(hash.substring(0, 2))
        .resolve(hash + "-" + stored.size());
  }

  @Test
  void whatIsFarIsFetchedOnceAndIsThereWithoutTheServer() {
    assertThat(far.get(stored)).isEqualTo("a value");
    assertThat(far.getAll(List.of(stored, stored))).containsExactly("a value", "a value");
    assertThat(server.sent).hasSize(1);
    server.close();
    assertThat(far.get(stored)).isEqualTo("a value");
    assertThat(catalog.copies().cache().files()).isEqualTo(1);
  }

  @Test
  void whatWasFetchedIsThereWithoutTheServerAfterAStartToo() throws IOException {
    far.get(stored);
    server.close();
    catalog.close();
    openHome();
    far = blobs.section("far");
    assertThat(far.get(stored)).isEqualTo("a value");
    assertThat(far.getAll(List.of(stored, stored))).containsExactly("a value", "a value");
    Stored other = Stored.blob("far", UUID.randomUUID(), 7);
    assertThatThrownBy(() -> far.getAll(List.of(stored, other, other)))
        .hasMessageContaining("Store 'web' cannot be opened");
  }

  @Test
  void whatIsHeldInTheCacheOfTheHomeMakesNoRoomForBlobs() throws IOException {
    Stored second = near.put("another value");
    Stored other = Stored.blob("far", second.hash(), second.size());
    long limit = stored.size() + other.size() - 1;
    catalog.close();
    Files.writeString(
        temporary.resolve("home/etc/io.alfheim.cache.cfg"), "limit = " + limit + "\n");
    openHome();
    far = blobs.section("far");
    far.get(stored);
    Path first = cached();
    String md5 = first.toFile().getName().substring(0, 32);
    Closeable held = catalog.copies().downloads().hold(List.of(new ContentKey(md5, stored.size())));
    far.get(other);
    assertThat(first).exists();
    held.close();
  }

  @Test
  void aBlobOfAnOldLayoutIsFetchedOnceToo() throws IOException {
    Path old = server.folder.resolve("lab/Zm9vYmFyYmF6");
    Files.move(object(), old);
    Stored migrated =
        Stored.migrated("far", UUID.randomUUID(), stored.size(), "lab/Zm9vYmFyYmF6", stored.hash());
    assertThat(far.locate(migrated)).hasToString("web:lab/Zm9vYmFyYmF6");
    assertThat(far.get(migrated)).isEqualTo("a value");
    assertThat(catalog.copies().cache().files()).isEqualTo(1);
    int sent = server.sent.size();
    assertThat(far.get(migrated)).isEqualTo("a value");
    assertThat(server.sent).hasSize(sent);
  }

  @Test
  void whatIsReferredToFromAfarIsNotCleanedUpNear() throws IOException {
    String session = "KS014/2020-01-01/001";
    RealParts.npy(temporary.resolve("data").resolve(session).resolve("alf/spikes.times.npy"), 1);
    catalog.scan(temporary.resolve("data"));
    blobs.hang(Target.of(SessionKey.parse(session)), "x", stored);
    Cleanup cleanup = blobs.cleanup("near").sparing(Duration.ZERO);
    assertThat(cleanup.quarantine().used().objects()).isEqualTo(1);
    server.close();
    assertThat(cleanup.quarantine().moved()).isEqualTo(Cleanup.Tally.NONE);
    assertThat(object()).exists();
    near.put("of nobody");
    assertThat(cleanup.quarantine().moved().objects()).isEqualTo(1);
  }

  @Test
  void whatIsNearIsNotKeptTwice() {
    near.get(Stored.blob("near", stored.hash(), stored.size()));
    assertThat(catalog.copies().cache().files()).isZero();
  }

  @Test
  void whatWasDamagedInTheCacheIsFetchedAnew() throws IOException {
    far.get(stored);
    byte[] other = Files.readAllBytes(cached());
    other[0]++;
    FileTime time = Files.getLastModifiedTime(cached());
    Files.write(cached(), other);
    Files.setLastModifiedTime(cached(), time);
    assertThat(far.get(stored)).as("nobody can tell but by its bytes").isEqualTo("a value");
    Files.setLastModifiedTime(cached(), FileTime.fromMillis(0));
    assertThat(far.get(stored)).isEqualTo("a value");
    assertThat(server.sent).hasSize(3);
  }

  @Test
  void whatIsDamagedOrMissingOnTheServerIsSaidSo() throws IOException {
    Files.writeString(object(), "x".repeat((int) stored.size()));
    assertThatThrownBy(() -> far.get(stored)).isInstanceOf(DamagedBlobException.class);
    Files.delete(object());
    assertThatThrownBy(() -> far.get(stored)).isInstanceOf(MissingBlobException.class);
  }
}
