/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.sftp.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.store.StoreConfig;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many who want a connection to a server that gives none. */
@Timeout(60)
class ConnectingTest {
  @TempDir
  private Path folder;

  private final List<Thread> threads = new ArrayList<>();
  private SshLab lab;
  private Wire wire;
  private ChannelPool pool;

  @BeforeEach
  void startTheServer() throws Exception {
    lab = new SshLab(folder);
    wire = new Wire(lab.port());
    lab.knownHosts(wire.port());
    Path password = Files.writeString(folder.resolve("password"), SshLab.PASSWORD);
    Map<String, String> options = Map.of(
        "password",
        "$[file:" + password + "]",
        "knownHosts",
        lab.knownHostsFile().toString(),
        "retries",
        "0");
    URI uri = URI.create("sftp://anna@127.0.0.1:" + wire.port() + "/");
    pool =
        new ChannelPool(Login.of(new StoreConfig("lab", uri, options)), Duration.ofSeconds(40), 1);
  }

  @AfterEach
  void stopTheServer() throws IOException {
    pool.close();
    wire.close();
    lab.close();
  }

  private FutureTask<Lease> asking() {
    FutureTask<Lease> task = new FutureTask<>(pool::lend);
    Thread thread = new Thread(task, "asking");
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
    return task;
  }

  private FutureTask<Lease> connecting() throws InterruptedException {
    FutureTask<Lease> first = asking();
    while (wire.connections() == 0) {
      Thread.sleep(5);
    }
    return first;
  }

  private static void awaitIn(String method, Thread thread) throws InterruptedException {
    while (Arrays.stream(thread.getStackTrace())
        .noneMatch(step -> step.getMethodName().equals(method))) {
      Thread.sleep(5);
    }
  }

  @Test
  void whoWaitsWhileAnotherConnectsCanBeInterrupted() throws Exception {
    wire.freeze();
    FutureTask<Lease> first = connecting();
    FutureTask<Lease> second = asking();
    awaitIn("session", threads.get(1));
    threads.get(1).interrupt();
    assertThatThrownBy(second::get).hasCauseInstanceOf(InterruptedIOException.class);
    assertThat(first).isNotDone();
  }

  @Test
  void whoWaitedForAConnectionThatWasNotMadeAsksForNoneHimself() throws Exception {
    wire.freeze();
    FutureTask<Lease> first = connecting();
    List<FutureTask<Lease>> others = List.of(asking(), asking(), asking());
    for (Thread waiting : threads.subList(1, 4)) {
      awaitIn("awaitTurn", waiting);
    }
    wire.cut();
    for (FutureTask<Lease> each : List.of(first, others.get(0), others.get(1), others.get(2))) {
      assertThatThrownBy(each::get).hasMessageContaining("closed the connection");
    }
    assertThat(wire.connections()).isEqualTo(1);
    FutureTask<Lease> later = asking();
    while (wire.connections() == 1) {
      Thread.sleep(5);
    }
    assertThat(later).isNotDone();
  }
}
