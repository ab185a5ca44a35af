/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.index.lucene.internal;

import io.alfheim.catalog.spi.SessionRow;
import java.io.IOException;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.RandomAccess;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * The rows of the sessions found, newest first. Holds the bytes of each row, some hundred, instead of
 * the reader, which would keep files open for as long as somebody keeps the list.
 */
final class SessionRows extends AbstractList<SessionRow> implements RandomAccess {
  private static final Comparator<byte[]> NEWEST_FIRST = (a, b) -> Arrays.compareUnsigned(b, a);

  private final byte[][] rows;

  private SessionRows(byte[][] rows) {
    this.rows = rows;
  }

  /** Fetches and orders the rows of these sessions. */
  static SessionRows fetch(IndexReader reader, FixedBitSet sessions) throws IOException {
    byte[][] rows = new byte[sessions.cardinality()][];
    BinaryDocValues values = MultiDocValues.getBinaryValues(reader, RowBytes.FIELD);
    BitSetIterator hits = new BitSetIterator(sessions, rows.length);
    for (int i = 0; hits.nextDoc() != DocIdSetIterator.NO_MORE_DOCS; i++) {
      Cancellation.check(i);
      values.advanceExact(hits.docID());
      BytesRef row = values.binaryValue();
      rows[i] = ArrayUtil.copyOfSubArray(row.bytes, row.offset, row.offset + row.length);
    }
    Arrays.sort(rows, NEWEST_FIRST);
    return new SessionRows(rows);
  }

  @Override
  public SessionRow get(int index) {
    return RowBytes.read(rows[index]);
  }

  @Override
  public int size() {
    return rows.length;
  }
}
