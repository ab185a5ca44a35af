/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

import io.alfheim.alf.SessionKey;

/**
 * What became of one dataset, or of a session as a whole, between two commits.
 *
 * @param session the session
 * @param dataset the path below the session, after the change if it is there then; empty where the
 *     session as a whole changed
 * @param kind what happened
 * @param before how it was, in words; empty if it was not there
 * @param after how it is; empty if it is not there any more
 */
public record Change(SessionKey session, String dataset, Kind kind, String before, String after) {

  /** What can happen. */
  public enum Kind {
    /** The record did not know it. */
    ADDED,
    /** The record does not know it any more. */
    REMOVED,
    /** Other size or other hash. */
    CONTENT,
    /** Another verdict of quality control. */
    QC,
    /** Another name for the same content, or other stores that have it. */
    MOVED,
    /** Another default among its revisions. */
    DEFAULT_REVISION,
    /** Anything else: a hash that was not known, an id, a protocol, projects. */
    DETAILS
  }

  @Override
  public String toString() {
    String what = kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    String where = dataset.isEmpty() ? session.toString() : session + "/" + dataset;
    String how = before.isEmpty() || after.isEmpty() ? before + after : before + " → " + after;
    return what + "  " + where + (how.isEmpty() ? "" : "  " + how);
  }
}
