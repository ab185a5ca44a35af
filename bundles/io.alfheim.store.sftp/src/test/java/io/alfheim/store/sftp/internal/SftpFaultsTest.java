/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.sftp.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.store.Listing;
import io.alfheim.store.Store;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.StorePath;
import io.alfheim.store.WritableStore;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Servers that die or freeze, and too many files at a time. */
@Timeout(30)
class SftpFaultsTest {
  private static final StorePath LARGE = new StorePath("sub/large.npy");

  @TempDir
  private Path folder;

  private SshLab lab;
  private Wire wire;
  private String password;

  @BeforeEach
  void startTheServer() throws Exception {
    lab = new SshLab(folder);
    wire = new Wire(lab.port());
    lab.knownHosts(wire.port());
    Path file = Files.writeString(folder.resolve("password"), SshLab.PASSWORD);
    password = "$[file:" + file + "]";
    Files.write(
        Files.createDirectory(lab.served.resolve("sub")).resolve("large.npy"), new byte[4 << 20]);
  }

  @AfterEach
  void stopTheServer() throws IOException {
    wire.close();
    lab.close();
  }

  private Store open(int timeout, int connections) throws IOException {
    return open(timeout, connections, 2);
  }

  private Store open(int timeout, int connections, int retries) throws IOException {
    URI uri = URI.create("sftp://anna@127.0.0.1:" + wire.port() + "/");
    return new SftpStoreProvider()
        .open(new StoreConfig(
            "lab",
            uri,
            Map.of(
                "password", password,
                "knownHosts", lab.knownHostsFile().toString(),
                "timeout", String.valueOf(timeout),
                "connections", String.valueOf(connections),
                "retries", String.valueOf(retries))));
  }

  @Test
  void aServerThatDiesInTheMiddleIsAnErrorThatNamesTheFile() throws IOException {
    try (Store store = open(5, 1);
        InputStream in = store.read(LARGE).openStream()) {
      in.readNBytes(1000);
      wire.cut();
      assertThatThrownBy(in::readAllBytes)
          .isInstanceOf(IOException.class)
          .hasMessage("lab:sub/large.npy: The connection to the server '127.0.0.1:" + wire.port()
              + "' was lost. Try again.");
    }
  }

  @Test
  void afterACutTheNextQuestionIsAnswered() throws IOException {
    try (Store store = open(5, 1)) {
      assertThat(store.find(LARGE)).isPresent();
      wire.cut();
      assertThat(store.find(LARGE)).isPresent();
      assertThat(store.read(LARGE).openStream().readAllBytes()).hasSize(4 << 20);
    }
  }

  @Test
  void aServerThatHasTooManyIsAskedAgainAsOftenAsOneLikes() throws IOException {
    wire.closeNext(2);
    try (Store store = open(5, 1, 2)) {
      assertThat(wire.connections()).isEqualTo(3);
      wire.cut();
      wire.closeNext(2);
      assertThat(store.find(LARGE)).isPresent();
      wire.cut();
      wire.closeNext(3);
      assertThatThrownBy(() -> store.find(LARGE))
          .hasMessage("lab:sub/large.npy: The server '127.0.0.1:" + wire.port() + "' closed the"
              + " connection before anybody could log in. Try again later, or raise the option"
              + " retries.");
    }
    wire.closeNext(1);
    assertThatThrownBy(() -> open(5, 1, 0))
        .hasMessageContaining("closed the connection before anybody could log in");
  }

  @Test
  void aServerThatDiesWhileAFileIsWrittenLeavesNoneOfThatName() throws IOException {
    StorePath file = new StorePath("new/a.npy");
    try (WritableStore store = (WritableStore) open(5, 1)) {
      assertThatThrownBy(() -> store.create(file, out -> {
            out.write(new byte[100_000]);
            wire.cut();
            out.write(new byte[4 << 20]);
          }))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("lab:new/a.npy: ");
      assertThat(store.find(file)).isEmpty();
      assertThat(lab.served.resolve("new")).doesNotExist();
    }
  }

  @Test
  void whatIsForbiddenIsDeniedAndLeavesNothing() throws IOException {
    Files.createDirectory(lab.served.resolve("forbidden"));
    Files.writeString(lab.served.resolve("forbidden/a.npy"), "hush");
    try (WritableStore store = (WritableStore) open(5, 1)) {
      for (ThrowingCallable call : List.<ThrowingCallable>of(
          () -> store.read(new StorePath("forbidden/a.npy")).openStream(),
          () -> store.create(new StorePath("forbidden/b.npy"), out -> out.write(1)),
          () -> store.replace(new StorePath("forbidden/a.npy"), out -> out.write(1)))) {
        assertThatThrownBy(call)
            .isInstanceOf(AccessDeniedException.class)
            .hasMessageContaining("lab:forbidden/")
            .hasMessageContaining("does not allow that to user 'anna'.");
      }
      assertThat(store.list(StorePath.ROOT).entries()).hasSize(2);
      assertThat(store.list(new StorePath("forbidden")).entries()).hasSize(1);
    }
    assertThat(lab.served.resolve("forbidden/a.npy")).hasContent("hush");
  }

  @Test
  void aFrozenServerIsNotWaitedForForEver() throws IOException {
    try (Store store = open(1, 1);
        InputStream in = store.read(LARGE).openStream()) {
      wire.freeze();
      assertThatThrownBy(in::readAllBytes)
          .hasMessageContaining("lab:sub/large.npy")
          .hasMessageContaining("was lost");
    }
  }

  @Test
  void whoWaitsCanBeInterrupted() throws IOException {
    Thread reader = Thread.currentThread();
    try (Store store = open(20, 1);
        InputStream in = store.read(LARGE).openStream()) {
      wire.freeze();
      new Thread(reader::interrupt).start();
      assertThatThrownBy(in::readAllBytes).isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void channelsAreSharedAndBounded() throws IOException {
    try (Store store = open(1, 2)) {
      List<InputStream> streams = new ArrayList<>();
      for (int i = 0; i < 2 * ChannelPool.CHANNELS; i++) {
        streams.add(store.read(LARGE).openStream());
      }
      assertThat(wire.connections()).isEqualTo(2);
      assertThatThrownBy(() -> store.find(LARGE))
          .hasMessageContaining("All 16 channels to the server")
          .hasMessageContaining("Close streams, or raise the option connections.");
      for (InputStream in : streams) {
        in.close();
      }
      assertThat(store.find(LARGE)).isPresent();
      assertThat(wire.connections()).isEqualTo(2);
    }
  }

  @Test
  void theFilesThatAreWrittenAtATimeFitOnOneConnection() throws IOException {
    try (WritableStore store = (WritableStore) open(1, 1)) {
      begin(store, store.filesAtATime());
      assertThat(store.list(new StorePath("new")).entries()).hasSize(store.filesAtATime());
    }
  }

  /** Begins each inside the one before, and reads while all of them are open. */
  private static void begin(WritableStore store, int count) throws IOException {
    if (count == 0) {
      try (InputStream in = store.read(LARGE).openStream()) {
        assertThat(in.readNBytes(1000)).hasSize(1000);
        assertThat(store.find(LARGE)).isPresent();
      }
      return;
    }
    store.create(new StorePath("new/" + count + ".npy"), out -> begin(store, count - 1));
  }

  @Test
  void aSliceFetchesLittleMoreThanTheSlice() throws IOException {
    try (Store store = open(5, 1);
        SeekableByteChannel channel = store.read(LARGE).openChannel()) {
      long before = wire.received();
      channel.position(1 << 20).read(ByteBuffer.allocate(1000));
      assertThat(wire.received() - before).isLessThan(1 << 18);
    }
  }

  @Test
  void aLinkIsFollowedAndABrokenOneIsAProblem() throws IOException {
    Files.createSymbolicLink(lab.served.resolve("good.npy"), Path.of("sub/large.npy"));
    Files.createSymbolicLink(lab.served.resolve("bad.npy"), Path.of("nowhere"));
    try (Store store = open(5, 1)) {
      Listing listing = store.walk(StorePath.ROOT);
      assertThat(listing.entries())
          .extracting(entry -> entry.path().value())
          .containsExactly("good.npy", "sub/large.npy");
      assertThat(listing.problems()).extracting(Listing.Problem::path).containsExactly("bad.npy");
    }
  }
}
