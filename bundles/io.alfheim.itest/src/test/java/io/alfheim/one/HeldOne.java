/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one;

import org.jspecify.annotations.Nullable;

/** Hands the verbs of a test to snippets, which see public classes only. */
public final class HeldOne {
  /** The verbs. */
  public static volatile @Nullable One one;

  private HeldOne() {}
}
