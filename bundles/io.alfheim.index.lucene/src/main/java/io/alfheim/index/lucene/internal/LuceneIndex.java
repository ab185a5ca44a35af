/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.index.lucene.internal;

import io.alfheim.catalog.spi.CatalogIndex;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.Field;
import io.alfheim.catalog.spi.SessionQuery;
import io.alfheim.catalog.spi.SessionQuery.HasValue;
import io.alfheim.catalog.spi.SessionRow;
import io.alfheim.catalog.spi.TextMatch;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;

/** The index in a directory. Each question is answered from one state of it. */
public final class LuceneIndex implements CatalogIndex {
  private final IndexFolder folder;
  private final Directory directory;
  private final Latest latest;
  private final Update update;

  /**
   * Opens the index of a folder and takes the folder over.
   *
   * @param patience how long an update waits for others
   */
  public LuceneIndex(IndexFolder folder, Duration patience) throws IOException {
    this.folder = folder;
    this.directory = FSDirectory.open(folder.path());
    this.latest = new Latest(folder.path(), directory);
    this.update = new Update(folder.path(), directory, latest, patience);
  }

  /** Opens and verifies what is there, and asks a first question, so that the first real one is fast. */
  void warmUp() throws IOException {
    List<FieldValue> subjects = values(Field.SUBJECT, SessionQuery.ALL);
    if (!subjects.isEmpty()) {
      TextMatch any = TextMatch.exactly(subjects.get(0).value());
      search(SessionQuery.ALL.and(new HasValue(Field.SUBJECT, List.of(any)))).forEach(row -> {});
    }
  }

  @Override
  public CommitId commit() throws IOException {
    return Cancellation.aware(() -> latest.look().commit());
  }

  @Override
  public Totals totals() throws IOException {
    return Cancellation.aware(() -> latest.look().totals());
  }

  @Override
  public boolean update(CommitId from, CommitId to, Changes changes) throws IOException {
    return Cancellation.aware(() -> {
      State before = latest.look();
      try {
        return update.run(from, to, changes);
      } catch (IOException | RuntimeException e) {
        if (!latest.hasLost(before)) {
          throw e;
        }
        return update.run(from, to, changes);
      }
    });
  }

  @Override
  public List<SessionRow> search(SessionQuery query) throws IOException {
    return ask(
        state -> SessionRows.fetch(state.reader(), new Matching(state.reader()).sessions(query)));
  }

  @Override
  public int count(SessionQuery query) throws IOException {
    return ask(state -> new Matching(state.reader()).sessions(query).cardinality());
  }

  @Override
  public List<FieldValue> values(Field field, SessionQuery query) throws IOException {
    return ask(state -> FieldValues.of(state.reader(), field, query));
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(latest, directory, folder);
  }

  private interface Question<T> {
    T answerFrom(State state) throws IOException;
  }

  private <T> T ask(Question<T> question) throws IOException {
    return Cancellation.aware(() -> {
      State state = latest.acquire();
      try {
        return question.answerFrom(state);
      } catch (IOException | RuntimeException e) {
        if (!latest.hasLost(state)) {
          throw e;
        }
        throw new IOException(
            "The index in '" + folder.path() + "' is damaged; ask again to have it made anew.", e);
      } finally {
        state.reader().decRef();
      }
    });
  }
}
