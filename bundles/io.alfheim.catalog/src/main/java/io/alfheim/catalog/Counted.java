/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

import java.util.Locale;

/** Things with their number, as people say it: {@code 1 session}, {@code 1,204 datasets}. */
public final class Counted {
  private Counted() {}

  /**
   * So many things.
   *
   * @param thing the name of one, which takes an s for several
   */
  public static String of(long number, String thing) {
    return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
  }
}
