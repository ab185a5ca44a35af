/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.index.lucene.internal;

import io.alfheim.catalog.spi.Field;
import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Walks the distinct terms of a field over all segments, in their order, and tells which sessions have
 * the one it stands at.
 */
final class Dictionary {
  private final TermsEnum terms;
  private final boolean marked;
  private @Nullable PostingsEnum postings;

  private Dictionary(TermsEnum terms, boolean marked) {
    this.terms = terms;
    this.marked = marked;
  }

  /** Before the first term of a field; a field that no session has is without terms. */
  static Dictionary of(IndexReader reader, String field) throws IOException {
    org.apache.lucene.index.Terms all = MultiTerms.getTerms(reader, field);
    TermsEnum terms = all == null ? TermsEnum.EMPTY : all.iterator();
    return new Dictionary(terms, field.equals(Field.FILE.name()));
  }

  /** Goes to the next term; false at the end. */
  boolean next() throws IOException {
    return terms.next() != null;
  }

  /** Goes to a term; false if there is no such term. */
  boolean seek(BytesRef term) throws IOException {
    return terms.seekExact(term);
  }

  /** Goes to a term or else the first after it; false if there is none. */
  boolean seekFrom(BytesRef term) throws IOException {
    return terms.seekCeil(term) != TermsEnum.SeekStatus.END;
  }

  /** The term. */
  BytesRef term() throws IOException {
    return terms.term();
  }

  /** The term as text, without its mark. */
  String text() throws IOException {
    return marked ? Terms.fileName(terms.term()) : terms.term().utf8ToString();
  }

  /** The mark of the term, or 0 in a field without marks. */
  int mark() throws IOException {
    return marked ? Terms.fileMark(terms.term()) : 0;
  }

  /** Adds the sessions that have the term. */
  void addTo(FixedBitSet sessions) throws IOException {
    sessions.or(postings());
  }

  /** Counts all sessions that have the term, among them deleted ones. */
  int count() throws IOException {
    return terms.docFreq();
  }

  /** Counts those of the sessions that have the term; quick if they are few, or if it is rare. */
  int count(FixedBitSet sessions) throws IOException {
    PostingsEnum having = postings();
    BitSetIterator among = new BitSetIterator(sessions, 0);
    int count = 0;
    int session = among.nextDoc();
    while (session != DocIdSetIterator.NO_MORE_DOCS) {
      int next = having.docID() < session ? having.advance(session) : having.docID();
      count += next == session ? 1 : 0;
      session = among.advance(Math.max(next, session + 1));
    }
    return count;
  }

  private PostingsEnum postings() throws IOException {
    PostingsEnum having = terms.postings(postings, PostingsEnum.NONE);
    postings = having;
    return having;
  }
}
