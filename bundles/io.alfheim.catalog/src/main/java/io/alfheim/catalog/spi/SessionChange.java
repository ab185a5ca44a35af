/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.spi;

import io.alfheim.alf.SessionKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one session between two commits.
 *
 * @param key the session
 * @param before as it was, or null if it is new
 * @param after as it is, or null if it is gone
 */
public record SessionChange(
    SessionKey key, @Nullable SessionEntry before, @Nullable SessionEntry after) {

  /** The session as it is now; empty if it is gone. */
  public Optional<SessionEntry> current() {
    return Optional.ofNullable(after);
  }
}
