/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.snippet;

import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/**
 * The check woven into snippets. Since Java 20 a thread cannot be stopped from outside, and a loop
 * written at the prompt asks nobody whether it may go on; so the console asks on its behalf.
 */
public final class Interruption {
  private static final Set<Thread> STOPPING = new CopyOnWriteArraySet<>();

  private Interruption() {}

  /** Called at the start of each method of a snippet and before each jump back. */
  public static void check() {
    if (!STOPPING.isEmpty() && STOPPING.contains(Thread.currentThread())) {
      throw new Stopped();
    }
  }

  /** From now on every check on this thread throws. */
  public static void request(Thread thread) {
    STOPPING.add(thread);
  }

  /** The thread has ended. */
  public static void forget(Thread thread) {
    STOPPING.remove(thread);
  }

  /** Ends a snippet. An error, so that a snippet's {@code catch (Exception e)} lets it pass. */
  public static final class Stopped extends Error {
    private static final long serialVersionUID = 1;

    Stopped() {
      super("stopped", null, false, false);
    }
  }
}
