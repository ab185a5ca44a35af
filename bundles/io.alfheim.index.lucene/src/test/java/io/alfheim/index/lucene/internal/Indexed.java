/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.index.lucene.internal;

import io.alfheim.catalog.spi.CatalogIndex;
import io.alfheim.catalog.spi.CatalogIndex.FieldValue;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.Field;
import io.alfheim.catalog.spi.SessionQuery;
import io.alfheim.catalog.spi.SessionQuery.HasValue;
import io.alfheim.catalog.spi.TextMatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Opens indexes for tests and writes down what they answer. */
final class Indexed {
  static final CommitId A = new CommitId("aaaa");
  static final CommitId B = new CommitId("bbbb");

  private Indexed() {}

  static CatalogIndex open(Path directory) throws IOException {
    return new LuceneIndexProvider().open(directory);
  }

  /** An index at commit A. */
  static CatalogIndex of(Path directory, ASession... sessions) throws IOException {
    CatalogIndex index = open(directory);
    index.update(CommitId.NONE, A, ASession.putting(sessions));
    return index;
  }

  static List<String> keys(CatalogIndex index, SessionQuery query) throws IOException {
    return index.search(query).stream().map(row -> row.key().toString()).toList();
  }

  static List<String> keys(CatalogIndex index, SessionQuery.Term term) throws IOException {
    return keys(index, SessionQuery.ALL.and(term));
  }

  static List<String> values(CatalogIndex index, Field field, SessionQuery query)
      throws IOException {
    return index.values(field, query).stream().map(Indexed::text).toList();
  }

  static HasValue has(Field field, TextMatch... anyOf) {
    return new HasValue(field, List.of(anyOf));
  }

  private static String text(FieldValue value) {
    return value.value() + "=" + value.sessions();
  }
}
