/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.index.lucene.internal;

import io.alfheim.catalog.spi.Field;
import io.alfheim.catalog.spi.SessionQuery;
import io.alfheim.catalog.spi.SessionQuery.AnyOf;
import io.alfheim.catalog.spi.SessionQuery.HasDataset;
import io.alfheim.catalog.spi.SessionQuery.HasDatasetId;
import io.alfheim.catalog.spi.SessionQuery.HasId;
import io.alfheim.catalog.spi.SessionQuery.HasNumber;
import io.alfheim.catalog.spi.SessionQuery.HasValue;
import io.alfheim.catalog.spi.SessionQuery.InFolder;
import io.alfheim.catalog.spi.SessionQuery.OnDate;
import io.alfheim.catalog.spi.SessionQuery.Term;
import io.alfheim.catalog.spi.TextMatch;
import io.alfheim.store.Location;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/**
 * Decides from the dictionaries which sessions meet a question. Conditions are tested on distinct
 * values, so their cost does not grow with the number of sessions.
 */
final class Matching {
  private final IndexReader reader;

  Matching(IndexReader reader) {
    this.reader = reader;
  }

  /** The sessions that meet every term: one bit per document. */
  FixedBitSet sessions(SessionQuery query) throws IOException {
    FixedBitSet found = deleted();
    if (found.length() > 0) {
      found.flip(0, found.length());
    }
    for (Term term : query.terms()) {
      Cancellation.check();
      found.and(having(term));
    }
    return found;
  }

  /** The sessions that were deleted or replaced, which the dictionaries still count. */
  FixedBitSet deleted() {
    FixedBitSet deleted = new FixedBitSet(reader.maxDoc());
    Bits live = MultiBits.getLiveDocs(reader);
    for (int i = 0; live != null && i < live.length(); i++) {
      if (!live.get(i)) {
        deleted.set(i);
      }
    }
    return deleted;
  }

  private FixedBitSet having(Term term) throws IOException {
    if (term instanceof HasValue value) {
      return having(value.field(), value.anyOf(), Terms.ABSENT);
    } else if (term instanceof HasDataset dataset) {
      int worst = dataset.worst().value();
      return dataset.anyOf().isEmpty()
          ? having(Terms.BEST, Terms.marksTo(worst).mapToObj(Terms::mark))
          : having(Field.FILE, dataset.anyOf(), worst);
    } else if (term instanceof OnDate date) {
      return between(Terms.date(date.from()), Terms.date(date.to()));
    } else if (term instanceof HasNumber number) {
      return having(Terms.NUMBER, number.numbers().stream().map(Terms::number));
    } else if (term instanceof HasId id) {
      return having(Terms.ID, id.ids().stream().map(Terms::id));
    } else if (term instanceof HasDatasetId id) {
      return having(Terms.DATASET, id.ids().stream().map(Terms::id));
    } else if (term instanceof InFolder in) {
      return in(in.folder());
    } else if (term instanceof AnyOf any) {
      FixedBitSet sessions = new FixedBitSet(reader.maxDoc());
      for (Term alternative : any.terms()) {
        sessions.or(having(alternative));
      }
      return sessions;
    }
    throw new IllegalArgumentException("This index knows no term like '" + term + "'.");
  }

  private FixedBitSet having(String field, Stream<BytesRef> anyOf) throws IOException {
    Dictionary dictionary = Dictionary.of(reader, field);
    FixedBitSet sessions = new FixedBitSet(reader.maxDoc());
    for (BytesRef term : anyOf.toList()) {
      if (dictionary.seek(term)) {
        dictionary.addTo(sessions);
      }
    }
    return sessions;
  }

  private FixedBitSet between(BytesRef first, BytesRef last) throws IOException {
    Dictionary days = Dictionary.of(reader, Terms.DATE);
    FixedBitSet sessions = new FixedBitSet(reader.maxDoc());
    boolean more = days.seekFrom(first);
    while (more && days.term().compareTo(last) <= 0) {
      days.addTo(sessions);
      more = days.next();
    }
    return sessions;
  }

  private FixedBitSet in(Location folder) throws IOException {
    FixedBitSet sessions = having(Terms.FOLDER, Stream.of(Terms.folder(folder)));
    Dictionary folders = Dictionary.of(reader, Terms.FOLDER);
    BytesRef prefix = Terms.below(folder);
    boolean more = folders.seekFrom(prefix);
    while (more && StringHelper.startsWith(folders.term(), prefix)) {
      folders.addTo(sessions);
      more = folders.next();
    }
    return sessions;
  }

  private FixedBitSet having(Field field, List<TextMatch> anyOf, int worst) throws IOException {
    FixedBitSet sessions = having(
        field.name(),
        anyOf.stream()
            .flatMap(match -> match.exact().stream())
            .flatMap(text -> terms(field, text, worst)));
    List<TextMatch> conditions =
        anyOf.stream().filter(match -> match.exact().isEmpty()).toList();
    if (!conditions.isEmpty()) {
      addMeeting(field, conditions, worst, sessions);
    }
    return sessions;
  }

  /** The terms in which an exact text may stand. */
  private static Stream<BytesRef> terms(Field field, String text, int worst) {
    return field == Field.FILE
        ? Terms.marksTo(worst).mapToObj(mark -> Terms.file(text, mark))
        : Stream.of(Terms.text(text));
  }

  private void addMeeting(Field field, List<TextMatch> conditions, int worst, FixedBitSet sessions)
      throws IOException {
    Dictionary values = Dictionary.of(reader, field.name());
    @Nullable String last = null;
    boolean meets = false;
    for (int i = 0; values.next(); i++) {
      Cancellation.check(i);
      String value = values.text();
      if (!value.equals(last)) {
        meets = meets(value, conditions);
        last = value;
      }
      if (meets && values.mark() <= worst) {
        values.addTo(sessions);
      }
    }
  }

  private static boolean meets(String value, List<TextMatch> conditions) {
    return conditions.stream().anyMatch(condition -> condition.test(value));
  }
}
