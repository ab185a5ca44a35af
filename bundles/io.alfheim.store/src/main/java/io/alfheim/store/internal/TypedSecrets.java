/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.internal;

import io.alfheim.store.SecretPrompt;
import java.io.Console;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Secrets that a person typed at the terminal, for as long as the program runs. */
public final class TypedSecrets {
  private static final Map<String, String> TYPED = new HashMap<>();
  private static final SecretPrompt NO_SERVICE = words -> ask(words, System.console());

  private static volatile SecretPrompt prompt = NO_SERVICE;

  private TypedSecrets() {}

  static void askBy(SecretPrompt other) {
    prompt = other;
  }

  static void askNoMore(SecretPrompt other) {
    if (prompt == other) {
      prompt = NO_SERVICE;
    }
  }

  /** What was typed, or will be now; one question at a time. */
  public static synchronized String get(String words) throws IOException {
    String known = TYPED.get(words);
    if (known == null) {
      known = prompt.ask(words);
      if (known.isEmpty()) {
        throw new IOException("Nothing was typed for '" + words + "'. Try again.");
      }
      TYPED.put(words, known);
    }
    return known;
  }

  /** Forgets what was typed. */
  public static synchronized void forget(String words) {
    TYPED.remove(words);
  }

  /** As programs do that have no terminal of their own. */
  private static String ask(String words, @Nullable Console console) throws IOException {
    if (console == null || !isTerminal(console)) {
      throw new IOException("Nobody can be asked for '" + words + "': there is no terminal. Use"
          + " $[env:NAME] or $[file:/path] instead.");
    }
    char[] typed = console.readPassword("%s: ", words);
    return typed == null ? "" : new String(typed);
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
