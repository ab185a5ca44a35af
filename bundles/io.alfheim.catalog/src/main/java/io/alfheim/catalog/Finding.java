/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

/**
 * Something that a check found wrong.
 *
 * @param level the level that found it
 * @param problem what kind of thing
 * @param where an object of the record, a session, a dataset or a file
 * @param what in plain words, with what can be done
 */
public record Finding(CheckLevel level, Problem problem, String where, String what) {

  /** What can be wrong. */
  public enum Problem {
    /** Cannot be read. */
    UNREADABLE,
    /** The index says something else than the record. */
    INDEX_DIFFERS,
    /** Recorded, but not there. */
    MISSING,
    /** Of another size than recorded. */
    SIZE_DIFFERS,
    /** Of another content than recorded. */
    CONTENT_DIFFERS,
    /** There, but not recorded. */
    UNKNOWN
  }

  @Override
  public String toString() {
    return where + ": " + what;
  }
}
