/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf;

import java.util.UUID;

/**
 * An id as very old tables hold it: the sixteen bytes of a UUID read as two little-endian signed integers.
 *
 * @param first the first eight bytes
 * @param second the last eight bytes
 */
public record LegacyId(long first, long second) {

  /** The pair that stands for {@code uuid}. */
  public static LegacyId of(UUID uuid) {
    return new LegacyId(
        Long.reverseBytes(uuid.getMostSignificantBits()),
        Long.reverseBytes(uuid.getLeastSignificantBits()));
  }

  /** The id this pair stands for. */
  public UUID toUuid() {
    return new UUID(Long.reverseBytes(first), Long.reverseBytes(second));
  }
}
