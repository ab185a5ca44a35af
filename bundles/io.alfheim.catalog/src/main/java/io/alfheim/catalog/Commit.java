/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

import io.alfheim.catalog.spi.CommitId;
import java.time.Instant;

/**
 * One commit of the record: who changed it, when, why, and what. Immutable; what changed is read when
 * it is asked for.
 *
 * <pre>{@code
 * for (Commit commit : session.log()) {
 *   commit.changes().forEach(change -> …);
 * }
 * }</pre>
 */
public interface Commit {

  /** Its name, which {@link Catalog#at} understands. */
  CommitId id();

  /** When it was made. */
  Instant time();

  /** Who made it. */
  String author();

  /** Why, all of it. */
  String message();

  /** Why, the first line. */
  default String title() {
    return message().lines().findFirst().orElse("");
  }

  /**
   * What differs from the commit before; in the log of a session, a dataset or a subject, of that
   * only.
   */
  Diff changes();
}
