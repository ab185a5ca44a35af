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
    Dictionary dictionary = Dictionary.of(reader, field.name());
    boolean everything = query.terms().isEmpty() && !reader.hasDeletions();
    FixedBitSet among = new Matching(reader).sessions(query);
    FieldValues list = new FieldValues();
    for (int i = 0; dictionary.next(); i++) {
      Cancellation.check(i);
      // The dictionary's own count still has deleted sessions in it.
      list.add(dictionary.text(), everything ? dictionary.count() : dictionary.count(among));
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
