/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

/**
 * Is told how far a long task has come; a service, if somebody wants to show it. Safe for threads.
 */
@FunctionalInterface
public interface Progress {

  /** Tells nobody. */
  Progress NONE = (what, total) -> steps -> {};

  /**
   * A task begins.
   *
   * @param what in words, for example {@code Reading sessions}
   * @param total the number of steps, or -1 if it is not known
   */
  Task begin(String what, long total);

  /** A task under way. */
  @FunctionalInterface
  interface Task extends AutoCloseable {

    /** Some steps more are done. */
    void advance(long steps);

    /** The task has ended, well or not. */
    @Override
    default void close() {}
  }
}
