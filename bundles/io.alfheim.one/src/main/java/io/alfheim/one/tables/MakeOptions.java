/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.tables;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How to make tables from files. The same files and options give the same tables.
 *
 * @param namespace the ids are derived from it; null for that of the catalog
 * @param idsWithinSession whether datasets get the ids that ONE gives them, which are the same for the
 *     same path in all sessions; otherwise every dataset has an id of its own
 * @param hashing whether to read every file for the MD5 of its content
 * @param lab of all sessions, or empty for what their paths say
 */
public record MakeOptions(
    @Nullable UUID namespace, boolean idsWithinSession, boolean hashing, String lab) {

  /** Ids of the catalog, no hashes, labs as the paths say. */
  public static final MakeOptions DEFAULT = new MakeOptions(null, false, false, "");

  /** With ids from another namespace. */
  public MakeOptions withNamespace(UUID other) {
    return new MakeOptions(other, idsWithinSession, hashing, lab);
  }

  /** With the ids of datasets that ONE gives, or not. */
  public MakeOptions withIdsWithinSession(boolean now) {
    return new MakeOptions(namespace, now, hashing, lab);
  }

  /** With hashes, or not. */
  public MakeOptions withHashing(boolean now) {
    return new MakeOptions(namespace, idsWithinSession, now, lab);
  }

  /** With a lab for all sessions. */
  public MakeOptions withLab(String all) {
    return new MakeOptions(namespace, idsWithinSession, hashing, all);
  }
}
