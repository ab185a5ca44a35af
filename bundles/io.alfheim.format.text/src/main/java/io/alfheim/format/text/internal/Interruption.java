/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.text.internal;

import java.util.concurrent.CancellationException;

/** Gives up where the thread was interrupted. */
final class Interruption {
  private static final int SELDOM = 0xfff;

  private Interruption() {}

  /** Looks every few thousand steps. */
  static void check(int step) {
    if ((step & SELDOM) == 0) {
      check();
    }
  }

  /** Looks now; a channel that was closed by an interruption fails before anybody else notices. */
  static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("Interrupted.");
    }
  }
}
