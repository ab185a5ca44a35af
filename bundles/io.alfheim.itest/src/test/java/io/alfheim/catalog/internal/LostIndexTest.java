/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.catalog.Catalog;
import io.alfheim.catalog.Progress;
import io.alfheim.catalog.spi.CatalogIndex;
import io.alfheim.catalog.spi.CatalogIndexProvider;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.SessionQuery;
import io.alfheim.catalog.spi.SessionRow;
import io.alfheim.index.lucene.internal.LuceneIndexProvider;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index is made anew by whoever asks, and of other commits no more than differs. */
class LostIndexTest {
  private static final int SESSIONS = 30;

  @TempDir
  Path temporary;

  private Path home;
  private Path data;
  private HomeCatalog catalog;
  private final List<String> shown = new ArrayList<>();
  private final CountedChanges counted = new CountedChanges();

  @BeforeEach
  void scan() throws IOException {
    home = temporary.resolve("home");
    data = temporary.resolve("data");
    for (int i = 1; i <= SESSIONS; i++) {
      addSession(i);
    }
    catalog = open();
    catalog.scan(data);
    assertThat(catalog.search().count()).isEqualTo(SESSIONS);
  }

  private HomeCatalog open() {
    HomeCatalog opened = RealParts.catalog(home, counted);
    opened.setProgress((what, total) -> {
      int[] steps = {0};
      return new Progress.Task() {
        @Override
        public void advance(long n) {
          steps[0] += (int) n;
        }

        @Override
        public void close() {
          shown.add(what + " " + steps[0]);
        }
      };
    });
    return opened;
  }

  private void addSession(int i) throws IOException {
    RealParts.npy(data.resolve("S%03d/2020-01-01/001/alf/a.b.npy".formatted(i)), i);
  }

  @AfterEach
  void close() throws IOException {
    catalog.close();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("index"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private void assertMadeAnewOnce() throws IOException {
    shown.clear();
    catalog = open();
    assertThat(catalog.search().count()).isEqualTo(SESSIONS);
    assertThat(catalog.search("subject:S007").count()).isEqualTo(1);
    assertThat(shown).containsExactly("Making the index " + SESSIONS);
    assertThat(catalog.check().findings()).isEmpty();
  }

  @Test
  void deletedItIsMadeAnewWithProgressAndWithoutBeingAskedTwice() throws IOException {
    catalog.close();
    for (Path file : files()) {
      Files.delete(file);
    }
    assertMadeAnewOnce();
  }

  @Test
  void truncatedItIsMadeAnew() throws IOException {
    catalog.close();
    for (Path file : files()) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(channel.size() / 2);
      }
    }
    assertMadeAnewOnce();
  }

  @Test
  void ofAnotherVersionItIsMadeAnew() throws IOException {
    catalog.close();
    for (Path file : files()) {
      Files.delete(file);
    }
    Files.writeString(home.resolve("index/segments_1"), "of some other program");
    assertMadeAnewOnce();
  }

  @Test
  void theIndexOfThePastBeginsWithTheNearestOneKept() throws IOException {
    String first = catalog.commit().value();
    addSession(SESSIONS + 1);
    String second = catalog.scan(data).commit().value();
    addSession(SESSIONS + 2);
    catalog.scan(data);
    assertThat(catalog.search().count()).isEqualTo(SESSIONS + 2);

    counted.changes = 0;
    Catalog then = catalog.at(first);
    assertThat(then.search().count()).isEqualTo(SESSIONS);
    assertThat(counted.changes).as("two sessions less than now").isEqualTo(2);
    assertThat(catalog.at(second).search().count()).isEqualTo(SESSIONS + 1);
    assertThat(counted.changes).isEqualTo(3);

    assertThat(catalog.at(first).search().count()).isEqualTo(SESSIONS);
    HomeCatalog other = open();
    assertThat(other.at(first).search().count()).isEqualTo(SESSIONS);
    other.close();
    assertThat(counted.changes).as("shared, and by other programs too").isEqualTo(3);
  }

  /** Indexes that count what they are told. */
  private static final class CountedChanges implements CatalogIndexProvider {
    private final CatalogIndexProvider lucene = new LuceneIndexProvider();
    private int changes;

    @Override
    public CatalogIndex open(Path directory) throws IOException {
      return new Counted(this, lucene.open(directory));
    }

    @Override
    public void copy(Path from, Path to) throws IOException {
      lucene.copy(from, to);
    }
  }

  private record Counted(CountedChanges counter, CatalogIndex index) implements CatalogIndex {
    @Override
    public CommitId commit() throws IOException {
      return index.commit();
    }

    @Override
    public boolean update(CommitId from, CommitId to, Changes changes) throws IOException {
      return index.update(
          from,
          to,
          visitor -> changes.visit(change -> {
            counter.changes++;
            visitor.changed(change);
          }));
    }

    @Override
    public List<SessionRow> search(SessionQuery query) throws IOException {
      return index.search(query);
    }

    @Override
    public int count(SessionQuery query) throws IOException {
      return index.count(query);
    }

    @Override
    public List<FieldValue> values(io.alfheim.catalog.spi.Field field, SessionQuery query)
        throws IOException {
      return index.values(field, query);
    }

    @Override
    public Totals totals() throws IOException {
      return index.totals();
    }

    @Override
    public void close() throws IOException {
      index.close();
    }
  }
}
