/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.index.lucene.internal;

import io.alfheim.alf.Qc;
import io.alfheim.store.Location;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;
import org.apache.lucene.util.UnicodeUtil;

/**
 * How values are written as terms, so that the order of the bytes is the order of the values. Texts
 * are UTF-8; their fields are named as in {@link io.alfheim.catalog.spi.Field}.
 *
 * <p>A file name ends in NUL and a mark: the QC of the best present dataset of that name in the
 * session, or {@link #ABSENT}. So a session has one term per file name, and "this name, not worse than
 * that" is decided in the dictionary.
 */
final class Terms {
  static final String KEY = "key";
  static final String ID = "id";
  static final String DATE = "date";
  static final String NUMBER = "number";
  static final String DATASET = "dataset";
  static final String FOLDER = "folder";

  /** The mark of the best present dataset of the session. */
  static final String BEST = "best";

  /** The mark of a file name of which no dataset is present: after every QC. */
  static final int ABSENT = Byte.MAX_VALUE;

  private static final int MARK_LENGTH = 2;

  /** In characters, of which each takes three bytes at most. */
  private static final int LONGEST_TEXT = (IndexWriter.MAX_TERM_LENGTH - MARK_LENGTH) / 3;

  private Terms() {}

  /** A text; one that is longer than Lucene can hold is found by its beginning. */
  static BytesRef text(String text) {
    return text(text, 0);
  }

  /** A file name with its mark. */
  static BytesRef file(String name, int mark) {
    BytesRef term = text(name, MARK_LENGTH);
    term.bytes[term.length++] = 0;
    term.bytes[term.length++] = (byte) mark;
    return term;
  }

  /** The name in a file term. */
  static String fileName(BytesRef term) {
    return new BytesRef(term.bytes, term.offset, term.length - MARK_LENGTH).utf8ToString();
  }

  /** The mark in a file term. */
  static int fileMark(BytesRef term) {
    return term.bytes[term.offset + term.length - 1];
  }

  /** The marks there are, those not worse than one given. */
  static IntStream marksTo(int worst) {
    IntStream present = Stream.of(Qc.values()).mapToInt(Qc::value);
    return IntStream.concat(present, IntStream.of(ABSENT)).filter(mark -> mark <= worst);
  }

  /** A mark by itself. */
  static BytesRef mark(int mark) {
    return new BytesRef(new byte[] {(byte) mark});
  }

  /** A day; one too far away for four bytes is the farthest they hold. */
  static BytesRef date(LocalDate date) {
    long day = date.toEpochDay();
    return number((int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, day)));
  }

  /** A whole number. */
  static BytesRef number(int number) {
    byte[] bytes = new byte[Integer.BYTES];
    NumericUtils.intToSortableBytes(number, bytes, 0);
    return new BytesRef(bytes);
  }

  /** An id, in sixteen bytes. */
  static BytesRef id(UUID id) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES);
    bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    return new BytesRef(bytes.array());
  }

  /** A folder in a store; the names of stores hold no NUL. */
  static BytesRef folder(Location folder) {
    return text(folder.store() + '\0' + folder.path());
  }

  /** What the terms of all folders below another begin with. */
  static BytesRef below(Location folder) {
    String slash = folder.path().isRoot() ? "" : "/";
    return text(folder.store() + '\0' + folder.path() + slash);
  }

  private static BytesRef text(String text, int room) {
    int length = Math.min(text.length(), LONGEST_TEXT);
    byte[] bytes = new byte[UnicodeUtil.maxUTF8Length(length) + room];
    return new BytesRef(bytes, 0, UnicodeUtil.UTF16toUTF8(text, 0, length, bytes));
  }
}
