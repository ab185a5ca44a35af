/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.index.lucene.internal;

import io.alfheim.catalog.spi.CatalogIndex.Totals;
import io.alfheim.catalog.spi.CommitId;
import java.io.IOException;
import java.util.Map;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;

/**
 * One state of the index. What it says about itself is written with Lucene's commit, so both are
 * there or neither.
 *
 * @param reader reads it; whoever uses it takes a reference and gives it back
 * @param commit where the index stands
 * @param totals over all sessions
 */
record State(IndexReader reader, CommitId commit, Totals totals) {
  /** Raise it when documents or terms change: an index of another format counts as empty. */
  private static final String FORMAT = "2";

  /** An index without sessions. */
  static State empty() throws IOException {
    return new State(new MultiReader(), CommitId.NONE, new Totals(0, 0, 0));
  }

  /** What the commit that a reader has open says. */
  static State of(DirectoryReader reader) throws IOException {
    Map<String, String> says = reader.getIndexCommit().getUserData();
    if (!read(says, "format").equals(FORMAT)) {
      throw new CorruptIndexException("of format " + says.get("format"), "index");
    }
    Totals totals = new Totals(
        Long.parseLong(read(says, "sessions")),
        Long.parseLong(read(says, "datasets")),
        Long.parseLong(read(says, "bytes")));
    return new State(reader, new CommitId(read(says, "commit")), totals);
  }

  private static String read(Map<String, String> says, String key) throws IOException {
    String value = says.get(key);
    if (value == null) {
      throw new CorruptIndexException("without " + key, "index");
    }
    return value;
  }

  /** What a Lucene commit must say to be read by {@link #of}. */
  static Map<String, String> describe(CommitId commit, Totals totals) {
    return Map.of(
        "format", FORMAT,
        "commit", commit.value(),
        "sessions", Long.toString(totals.sessions()),
        "datasets", Long.toString(totals.datasets()),
        "bytes", Long.toString(totals.bytes()));
  }

  /** Whether there is no index in the directory, or none that can be read. */
  boolean isNothing() {
    return !(reader instanceof DirectoryReader);
  }
}
