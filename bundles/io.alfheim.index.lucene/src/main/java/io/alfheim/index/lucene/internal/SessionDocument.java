/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.index.lucene.internal;

import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.Field;
import io.alfheim.catalog.spi.SessionEntry;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/** Writes a session as a document: a term for each thing it can be found by, and its row. */
final class SessionDocument {
  private final Document document = new Document();
  private final Set<String> collections = new HashSet<>();
  private final Set<String> revisions = new HashSet<>();
  private final Map<String, Integer> files = new HashMap<>();
  private int best = Terms.ABSENT;

  private SessionDocument() {}

  /** The document of a session. */
  static Document of(SessionEntry session) throws IOException {
    SessionDocument writer = new SessionDocument();
    writer.addSession(session);
    session.datasets().forEach(writer::addDataset);
    writer.addDatasetNames();
    return writer.document;
  }

  /** The term by which a session's document is replaced or deleted. */
  static Term term(SessionKey key) throws IOException {
    return new Term(Terms.KEY, RowBytes.of(key));
  }

  private void addSession(SessionEntry session) throws IOException {
    SessionKey key = session.key();
    add(Terms.KEY, RowBytes.of(key));
    add(Terms.ID, Terms.id(session.id()));
    add(Terms.DATE, Terms.date(key.date()));
    add(Terms.NUMBER, Terms.number(key.number()));
    add(Field.LAB, key.lab());
    add(Field.SUBJECT, key.subject());
    add(Field.PROTOCOL, session.protocol());
    addAll(Field.PROJECT, new HashSet<>(session.projects()));
    session.locations().forEach(folder -> add(Terms.FOLDER, Terms.folder(folder)));
    document.add(new BinaryDocValuesField(RowBytes.FIELD, RowBytes.of(session)));
  }

  /** Takes a path apart without judging it: what the record holds shall be found. */
  private void addDataset(DatasetEntry dataset) {
    String path = dataset.path();
    add(Field.PATH, path);
    dataset.id().ifPresent(id -> add(Terms.DATASET, Terms.id(id)));
    int mark = dataset.present() ? dataset.qc().value() : Terms.ABSENT;
    best = Math.min(best, mark);
    int slash = path.lastIndexOf('/');
    files.merge(path.substring(slash + 1), mark, Math::min);
    addFolder(path.substring(0, Math.max(slash, 0)));
  }

  private void addFolder(String folder) {
    int slash = folder.lastIndexOf('/');
    String last = folder.substring(slash + 1);
    boolean revised = last.length() > 2 && last.startsWith("#") && last.endsWith("#");
    revisions.add(revised ? last.substring(1, last.length() - 1) : "");
    collections.add(revised ? folder.substring(0, Math.max(slash, 0)) : folder);
  }

  private void addDatasetNames() {
    addAll(Field.COLLECTION, collections);
    addAll(Field.REVISION, revisions);
    files.forEach((name, mark) -> add(Field.FILE.name(), Terms.file(name, mark)));
    if (best != Terms.ABSENT) {
      add(Terms.BEST, Terms.mark(best));
    }
  }

  private void addAll(Field field, Collection<String> values) {
    values.forEach(value -> add(field, value));
  }

  private void add(Field field, String value) {
    add(field.name(), Terms.text(value));
  }

  private void add(String field, BytesRef term) {
    document.add(new StringField(field, term, Store.NO));
  }
}
