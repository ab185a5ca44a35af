/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.Session;
import io.alfheim.catalog.Unmet;
import io.alfheim.catalog.spi.SessionRow;
import io.alfheim.catalog.spi.Snapshot;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** Sessions that the index found, made when they are looked at. */
final class RecordedSessions extends AbstractList<Session> implements RandomAccess, Unmet {
  private final Unmet search;
  private final HomeCatalog catalog;
  private final List<SessionRow> rows;
  private final Snapshot snapshot;

  RecordedSessions(Unmet search, HomeCatalog catalog, List<SessionRow> rows, Snapshot snapshot) {
    this.search = search;
    this.catalog = catalog;
    this.rows = rows;
    this.snapshot = snapshot;
  }

  @Override
  public Session get(int i) {
    return new RecordedSession(catalog, rows.get(i), snapshot);
  }

  @Override
  public int size() {
    return rows.size();
  }

  @Override
  public List<String> unmet() {
    return isEmpty() ? search.unmet() : List.of();
  }
}
