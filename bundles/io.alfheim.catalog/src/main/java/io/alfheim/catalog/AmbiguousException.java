/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

import java.util.List;

/** Several sessions, datasets or other things fit where one was asked for. */
public final class AmbiguousException extends CatalogException {
  private static final long serialVersionUID = 1;

  private final Kind kind;
  private final List<String> candidates;

  /** With all that fit. */
  public AmbiguousException(String message, String hint, List<String> candidates) {
    this(Kind.OTHER, message, hint, candidates);
  }

  /** With what there are several of, and all that fit. */
  public AmbiguousException(Kind kind, String message, String hint, List<String> candidates) {
    super(message, hint);
    this.kind = kind;
    this.candidates = List.copyOf(candidates);
  }

  /** What there are several of. */
  public enum Kind {
    /** Sessions of one name. */
    SESSION,
    /** Collections with the dataset or the object. */
    COLLECTION,
    /** Objects that fit. */
    OBJECT,
    /** Datasets of one collection, or of one attribute. */
    DATASET,
    /** Default revisions of one file. */
    REVISION,
    /** Search terms that begin alike. */
    TERM,
    /** Something else, as the message says. */
    OTHER
  }

  /** What there are several of. */
  public Kind kind() {
    return kind;
  }

  /** All that fit what was asked. */
  public List<String> candidates() {
    return candidates;
  }
}
