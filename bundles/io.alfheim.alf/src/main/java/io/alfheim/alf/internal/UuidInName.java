/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf.internal;

import io.alfheim.alf.AlfException;
import io.alfheim.alf.AlfIds;
import java.util.Optional;
import java.util.UUID;

/** An id before the extension of a file name, {@code obj.attr.<uuid>.npy}; the name need not be a legal ALF name. */
public final class UuidInName {
  private static final int LENGTH = 36;

  private UuidInName() {}

  /** The id, if the last piece before the extension is one in its plain spelling. */
  public static Optional<UUID> find(String name) {
    int end = name.lastIndexOf('.');
    int start = end - LENGTH;
    if (start < 1 || name.charAt(start - 1) != '.') {
      return Optional.empty();
    }
    String piece = name.substring(start, end);
    return AlfIds.isUuid(piece) ? Optional.of(UUID.fromString(piece)) : Optional.empty();
  }

  /**
   * The name with this id, instead of any other. A name without a dot has no extension: the id comes last. An id that
   * {@link #find} would not see is refused, for it could never be replaced or removed.
   */
  public static String put(String name, String uuid) {
    if (!AlfIds.isUuid(uuid)) {
      throw new AlfException(
          Quoted.text(uuid) + " is no id for a file name.",
          "Write a UUID of version 3, 4 or 5 in lower case with its four hyphens.");
    }
    String bare = remove(name);
    int dot = bare.lastIndexOf('.');
    int at = dot <= 0 ? bare.length() : dot;
    return bare.substring(0, at) + "." + uuid + bare.substring(at);
  }

  /** The name without its id. */
  public static String remove(String name) {
    int end = name.lastIndexOf('.');
    return find(name).isEmpty() ? name : name.substring(0, end - LENGTH - 1) + name.substring(end);
  }
}
