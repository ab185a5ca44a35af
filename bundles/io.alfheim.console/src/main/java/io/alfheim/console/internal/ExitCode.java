/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal;

/** What the process tells its caller. */
public final class ExitCode {
  /** All went well. */
  public static final int OK = 0;

  /**
   * A snippet did not compile or threw, or its last value is a check that found something wrong or a
   * fetch that was not merged.
   */
  public static final int ERROR = 1;

  /** The command line asks for something that cannot be. */
  public static final int USAGE = 2;

  /** Ctrl-C. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
