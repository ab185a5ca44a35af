/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.index.lucene.internal;

import io.alfheim.catalog.spi.CatalogIndex.FieldValue;
import io.alfheim.catalog.spi.Field;
import io.alfheim.catalog.spi.SessionQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.util.FixedBitSet;

/** Lists the values of a field, straight from its dictionary. */
final class FieldValues {
  private final List<FieldValue> values = new ArrayList<>();
  private String value = "";
  private int sessions;

  private FieldValues() {}

  /** The values that the matching sessions have, in order. */
  static List<FieldValue> of(IndexReader reader, Field field, SessionQuery query)
      throws IOException {
    boolean every = query.terms().isEmpty();
    Matching matching = new Matching(reader);
    FixedBitSet sessions = every ? matching.deleted() : matching.sessions(query);
    boolean none = sessions.cardinality() == 0;
    Dictionary dictionary = Dictionary.of(reader, field.name());
    FieldValues list = new FieldValues();
    for (int i = 0; dictionary.next(); i++) {
      Cancellation.check(i);
      int counted = none ? 0 : dictionary.count(sessions);
      list.add(dictionary.text(), every ? dictionary.count() - counted : counted);
    }
    list.close();
    return List.copyOf(list.values);
  }

  /** A file name comes once for each mark; no session has two of them. */
  private void add(String next, int more) {
    if (!next.equals(value)) {
      close();
      value = next;
    }
    sessions += more;
  }

  private void close() {
    if (sessions > 0) {
      values.add(new FieldValue(value, sessions));
      sessions = 0;
    }
  }
}
