/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Ids of sessions and datasets: UUIDs made from a namespace and a text, so that the same tree gets the same ids
 * wherever and whenever it is scanned with the same namespace.
 */
public final class AlfIds {
  /**
   * Orders ids as their texts order. {@code UUID.compareTo} compares signed halves and disagrees with every other
   * program for ids whose first or seventeenth digit is 8 or more.
   */
  public static final Comparator<UUID> ORDER = (a, b) -> {
    int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
  };

  private static final Pattern PLAIN =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[345][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{32}");
  private static final int[] USUAL_VERSIONS = {3, 4};

  private AlfIds() {}

  /** The name-based UUID (version 3: MD5 over the namespace's sixteen bytes and the UTF-8 text). */
  public static UUID of(UUID namespace, String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    byte[] bytes = ByteBuffer.allocate(16 + utf8.length)
        .putLong(namespace.getMostSignificantBits())
        .putLong(namespace.getLeastSignificantBits())
        .put(utf8)
        .array();
    return UUID.nameUUIDFromBytes(bytes);
  }

  /** The id of a session, from its canonical text. */
  public static UUID sessionId(UUID namespace, SessionKey session) {
    return of(namespace, session.toString());
  }

  /** The id that ONE gives a session folder, from the text as the folder spells it. */
  public static UUID sessionIdAsSpelled(UUID namespace, SessionFolder session) {
    return of(namespace, session.toString());
  }

  /** The id of a dataset, from its session and its path: different in every session. */
  public static UUID datasetId(UUID namespace, UUID session, DatasetPath path) {
    return of(namespace, session + "/" + path);
  }

  /** The id that ONE gives a dataset, from its path alone: the same in every session, so unique only within one. */
  public static UUID datasetIdWithinSession(UUID namespace, DatasetPath path) {
    return of(namespace, path.toString());
  }

  /** Whether {@code text} is a UUID of version 3, 4 or 5 in its plain spelling: lower case, hyphens in place. */
  public static boolean isUuid(String text) {
    return text.length() == 36 && PLAIN.matcher(text).matches();
  }

  /** Whether {@code text} is a UUID of version 3 or 4, however spelled. */
  public static boolean looksLikeUuid(String text) {
    return looksLikeUuid(text, USUAL_VERSIONS);
  }

  /** Whether {@code text} is a UUID of one of these versions, however spelled. */
  public static boolean looksLikeUuid(String text, int... versions) {
    return findUuid(text).filter(uuid -> isOfVersion(uuid, versions)).isPresent();
  }

  /** Whether {@code uuid} is of the standard layout and of one of these versions. */
  public static boolean isOfVersion(UUID uuid, int... versions) {
    if (uuid.variant() == 2) {
      for (int version : versions) {
        if (uuid.version() == version) {
          return true;
        }
      }
    }
    return false;
  }

  /** Reads 32 hexadecimal digits of any case, with hyphens anywhere, in braces or after {@code urn:uuid:}, if wished. */
  public static Optional<UUID> findUuid(String text) {
    String hex = text.replace("urn:", "").replace("uuid:", "").replaceAll("^[{}]+|[{}]+$|-", "");
    return HEX.matcher(hex).matches()
        ? Optional.of(new UUID(
            Long.parseUnsignedLong(hex.substring(0, 16), 16),
            Long.parseUnsignedLong(hex.substring(16), 16)))
        : Optional.empty();
  }
}
