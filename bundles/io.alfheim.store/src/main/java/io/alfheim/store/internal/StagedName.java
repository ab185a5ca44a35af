/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.internal;

import io.alfheim.store.StorePath;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** The names of files that are still being written, which no listing shows. */
public final class StagedName {
  private static final String PREFIX = ".alfheim-";
  private static final Pattern RANDOM = Pattern.compile("[0-9a-f]{16}");

  private StagedName() {}

  /** A new name. */
  public static String fresh() {
    return PREFIX + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }

  /** Whether this is such a name. */
  public static boolean is(String name) {
    return name.startsWith(PREFIX)
        && RANDOM.matcher(name.substring(PREFIX.length())).matches();
  }

  /** Whether any name in a path is one. */
  public static boolean isIn(StorePath path) {
    return path.value().contains(PREFIX) && isInParents(path);
  }

  private static boolean isInParents(StorePath path) {
    return !path.isRoot() && (is(path.name()) || isInParents(path.parent()));
  }
}
