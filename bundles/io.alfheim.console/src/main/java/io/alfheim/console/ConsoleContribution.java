/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a bundle adds to every console; a service. */
public interface ConsoleContribution {

  /** Imports, each as written after the word import: {@code org.lab.*}, {@code static org.lab.Spectra.*}. */
  default List<String> imports() {
    return List.of();
  }

  /** Variables that are there from the start. */
  default List<Variable> variables() {
    return List.of();
  }

  /**
   * A variable of the console.
   *
   * @param name how snippets call it
   * @param type its type as Java source, with the package: {@code java.util.List<String>}
   * @param value asked for what it holds at first, when a snippet may need it
   */
  record Variable(String name, String type, Supplier<? extends @Nullable Object> value) {

    /** A variable of a type without parameters. */
    public static <T> Variable of(String name, Class<T> type, Supplier<? extends T> value) {
      return new Variable(name, type.getCanonicalName(), value);
    }
  }
}
