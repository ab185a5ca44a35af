/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.index.lucene.internal;

import static io.alfheim.index.lucene.internal.Indexed.A;
import static io.alfheim.index.lucene.internal.Indexed.B;
import static io.alfheim.index.lucene.internal.Indexed.keys;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.catalog.spi.CatalogIndex;
import io.alfheim.catalog.spi.CatalogIndex.Changes;
import io.alfheim.catalog.spi.CatalogIndex.Totals;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.SessionQuery;
import io.alfheim.catalog.spi.SessionRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpdateTest {
  private static final ASession ONE = ASession.of("one", "2020-01-01", 1).has("a.b.npy", "a.c.npy");
  private static final ASession TWO =
      ASession.of("two", "2020-01-01", 1).hasOfUnknownSize("a.b.npy");
  private static final ASession THREE = ASession.of("three", "2020-01-01", 1);

  @TempDir
  Path directory;

  private CatalogIndex index;

  @BeforeEach
  void index() throws IOException {
    index = Indexed.of(directory, ONE, TWO);
  }

  @AfterEach
  void close() throws IOException {
    index.close();
  }

  @Test
  void anUpdateReachesItsCommit() throws IOException {
    assertThat(index.update(A, B, ASession.putting(THREE))).isTrue();
    assertThat(index.commit()).isEqualTo(B);
    assertThat(subjects()).containsExactly("two", "three", "one");
  }

  @Test
  void totalsFollowWhatIsReplacedAndRemoved() throws IOException {
    assertThat(index.totals()).isEqualTo(new Totals(2, 3, 20));
    index.update(A, B, ASession.putting(ASession.of("one", "2020-01-01", 1).has("x.y.npy")));
    assertThat(index.totals()).isEqualTo(new Totals(2, 2, 10));
    index.update(B, A, ASession.removing(TWO));
    assertThat(index.totals()).isEqualTo(new Totals(1, 1, 10));
    assertThat(subjects()).containsExactly("one");
  }

  @Test
  void anUpdateWithoutChangesStillMovesTheCommit() throws IOException {
    assertThat(index.update(A, B, ASession.putting())).isTrue();
    assertThat(index.commit()).isEqualTo(B);
    assertThat(index.totals()).isEqualTo(new Totals(2, 3, 20));
  }

  @Test
  void anUpdateFromElsewhereDoesNothing() throws IOException {
    CommitId elsewhere = new CommitId("cccc");
    assertThat(index.update(elsewhere, B, unvisited())).isFalse();
    assertThat(index.update(elsewhere, A, unvisited())).isTrue();
    assertThat(index.commit()).isEqualTo(A);
  }

  @Test
  void anUpdateFromNothingForgetsWhatWasThere() throws IOException {
    assertThat(index.update(CommitId.NONE, A, ASession.putting(THREE))).isTrue();
    assertThat(subjects()).containsExactly("three");
    assertThat(index.totals()).isEqualTo(new Totals(1, 0, 0));
  }

  @Test
  void aListKeepsItsStateWhateverComesLater() throws IOException {
    List<SessionRow> before = index.search(SessionQuery.ALL);
    index.update(CommitId.NONE, B, ASession.putting());
    index.close();
    assertThat(before).extracting(row -> row.key().subject()).containsExactly("two", "one");
  }

  @Test
  void whatThrowsLeavesTheIndexWhereItWas() throws IOException {
    for (CommitId from : List.of(A, CommitId.NONE)) {
      assertThatThrownBy(() -> index.update(from, B, failing(new IOException("broken"))))
          .hasMessage("broken");
      assertThatThrownBy(() -> index.update(from, B, failing(new AssertionError("bug"))))
          .hasMessage("bug");
      assertUntouched();
    }
  }

  @Test
  void aProcessThatDiesLeavesTheIndexWhereItWas() throws IOException {
    Path copy = Files.createDirectory(directory.resolve("copy"));
    assertThatThrownBy(() -> index.update(A, B, visitor -> {
          ASession.putting(THREE).visit(visitor);
          copyFiles(copy);
          throw new IOException("power failure");
        }))
        .hasMessage("power failure");
    Files.writeString(copy.resolve("pending_segments_9"), "half a commit");
    Files.writeString(copy.resolve("_7.fdt"), "half a segment");
    try (CatalogIndex survivor = Indexed.open(copy)) {
      assertThat(survivor.commit()).isEqualTo(A);
      assertThat(survivor.update(A, B, ASession.putting(THREE))).isTrue();
      assertThat(survivor.totals().sessions()).isEqualTo(3);
    }
  }

  @Test
  void interruptionBeforeOrBetweenChangesCancels() throws IOException {
    Changes interrupting = visitor -> {
      ASession.putting(THREE).visit(visitor);
      Thread.currentThread().interrupt();
      ASession.putting(THREE).visit(visitor);
    };
    assertCancelled(interrupting);
    Thread.currentThread().interrupt();
    assertCancelled(ASession.putting(THREE));
  }

  @Test
  void interruptionWhileWritingCancels() throws IOException {
    assertCancelled(visitor -> {
      ASession.putting(THREE).visit(visitor);
      Thread.currentThread().interrupt();
    });
  }

  @Test
  void aSearchInAnInterruptedThreadIsCancelledOrRight() throws IOException {
    try (CatalogIndex other = Indexed.open(directory)) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> keys(other, SessionQuery.ALL))
          .isInstanceOf(CancellationException.class);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(keys(other, SessionQuery.ALL)).hasSize(2);
    }
  }

  @Test
  void manySmallUpdatesAddUp() throws IOException {
    CommitId at = A;
    for (int i = 0; i < 25; i++) {
      CommitId next = new CommitId(Integer.toHexString(0x1000 + i));
      ASession session = ASession.of("many", "2021-01-01", i % 20).has("a.b.npy");
      assertThat(index.update(at, next, ASession.putting(session))).isTrue();
      at = next;
    }
    assertThat(index.totals()).isEqualTo(new Totals(22, 23, 220));
    assertThat(index.count(SessionQuery.ALL)).isEqualTo(22);
  }

  @Test
  void aClosedIndexSaysSo() throws IOException {
    index.close();
    index.close();
    assertThatThrownBy(() -> index.commit()).hasMessageEndingWith("is closed.");
    assertThatThrownBy(() -> index.update(A, B, unvisited())).hasMessageEndingWith("is closed.");
  }

  private void assertCancelled(Changes changes) throws IOException {
    assertThatThrownBy(() -> index.update(A, B, changes)).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).as("the thread stays interrupted").isTrue();
    assertUntouched();
  }

  private void assertUntouched() throws IOException {
    assertThat(index.commit()).isEqualTo(A);
    assertThat(index.totals()).isEqualTo(new Totals(2, 3, 20));
    assertThat(subjects()).containsExactly("two", "one");
    try (CatalogIndex again = Indexed.open(directory)) {
      assertThat(again.commit()).isEqualTo(A);
      assertThat(keys(again, SessionQuery.ALL)).hasSize(2);
    }
  }

  private List<String> subjects() throws IOException {
    return index.search(SessionQuery.ALL).stream()
        .map(row -> row.key().subject())
        .toList();
  }

  private void copyFiles(Path to) throws IOException {
    try (var files = Files.list(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private static Changes failing(Throwable failure) {
    return visitor -> {
      ASession.putting(THREE).visit(visitor);
      if (failure instanceof IOException e) {
        throw e;
      }
      throw (Error) failure;
    };
  }

  private static Changes unvisited() {
    return visitor -> {
      throw new AssertionError("must not be asked for changes");
    };
  }
}
