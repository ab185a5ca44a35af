/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.engine;

import java.util.List;
import jdk.jshell.Diag;
import org.jspecify.annotations.Nullable;

/** What became of one snippet. */
public sealed interface Outcome {

  /** Whether the snippet did what it says. */
  default boolean good() {
    return true;
  }

  /**
   * The value of an expression.
   *
   * @param name the variable that holds it
   */
  record Value(@Nullable String name, @Nullable Object value) implements Outcome {}

  /** A new variable with a first value. */
  record Variable(String name, String type, @Nullable Object value) implements Outcome {}

  /** A declaration of a method or a type, or anything else without a value. */
  record Declared(String what) implements Outcome {}

  /** A declaration that waits for others. */
  record Waiting(Piece piece, String what, List<String> missing, boolean usable)
      implements Outcome {
    @Override
    public boolean good() {
      return usable;
    }
  }

  /** It does not compile. */
  record Rejected(Piece piece, List<Diag> diagnostics) implements Outcome {
    @Override
    public boolean good() {
      return false;
    }
  }

  /**
   * It threw.
   *
   * @param exception as JShell tells it, if it does: with the places in snippets
   * @param thrown the real one
   */
  record Thrown(Throwable exception, Throwable thrown) implements Outcome {
    /** What was thrown while no snippet ran, as by a value that could not say what it is. */
    Thrown(Throwable thrown) {
      this(thrown, thrown);
    }

    @Override
    public boolean good() {
      return false;
    }
  }

  /**
   * It was stopped.
   *
   * @param abandoned whether its thread runs on
   */
  record Interrupted(boolean abandoned) implements Outcome {
    @Override
    public boolean good() {
      return false;
    }
  }
}
