/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.internal;

import java.io.Console;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Secrets that a person typed at the terminal, for as long as the program runs. */
public final class TypedSecrets {
  private static final Map<String, String> TYPED = new HashMap<>();

  private TypedSecrets() {}

  /** What was typed, or will be now. */
  public static synchronized String get(String words) throws IOException {
    String known = TYPED.get(words);
    if (known == null) {
      known = ask(words, System.console());
      TYPED.put(words, known);
    }
    return known;
  }

  /** Forgets what was typed. */
  public static synchronized void forget(String words) {
    TYPED.remove(words);
  }

  private static String ask(String words, @Nullable Console console) throws IOException {
    if (console == null || !isTerminal(console)) {
      throw new IOException("Nobody can be asked for '" + words + "': there is no terminal. Use"
          + " $[env:NAME] or $[file:/path] instead.");
    }
    char[] typed = console.readPassword("%s: ", words);
    if (typed == null || typed.length == 0) {
      throw new IOException("Nothing was typed for '" + words + "'. Try again.");
    }
    return new String(typed);
  }

  /** From Java 22 on a console may be a pipe, and it says so by a method that 17 has not. */
  private static boolean isTerminal(Console console) {
    try {
      return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
