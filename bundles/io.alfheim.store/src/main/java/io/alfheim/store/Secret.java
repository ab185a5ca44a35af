/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store;

import io.alfheim.store.internal.TypedSecrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A password, a key or a token that is kept elsewhere: {@code $[env:NAME]} is an environment
 * variable, {@code $[file:/path]} the text of a file without the line break at its end, {@code
 * $[prompt:Words]} what a person types at the terminal, once for as long as the program runs. Only
 * the reference is ever shown.
 */
public final class Secret {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\[(env|file|prompt):([^\\[\\]]+)]");

  private final String kind;
  private final String place;
  private final String owner;

  private Secret(String kind, String place, String owner) {
    this.kind = kind;
    this.place = place;
    this.owner = owner;
  }

  /** The same, with errors that say what it is for. */
  Secret of(String newOwner) {
    return new Secret(kind, place, newOwner);
  }

  /** The secret that a text refers to, or nothing if the text is no reference. */
  public static Optional<Secret> find(String text) {
    Matcher matcher = REFERENCE.matcher(text.strip());
    return matcher.matches()
        ? Optional.of(new Secret(matcher.group(1), matcher.group(2).strip(), ""))
        : Optional.empty();
  }

  /**
   * Looks it up, anew each time, or asks for it.
   *
   * @throws IOException if nothing is kept there, or nobody can be asked
   */
  public String reveal() throws IOException {
    try {
      return switch (kind) {
        case "env" -> variable();
        case "file" -> text();
        default -> TypedSecrets.get(place);
      };
    } catch (IOException e) {
      throw owner.isEmpty() ? e : new IOException(owner + " cannot be had. " + e.getMessage());
    }
  }

  /** Asks anew the next time, for example because it was wrong. */
  public void forget() {
    if (kind.equals("prompt")) {
      TypedSecrets.forget(place);
    }
  }

  private String variable() throws IOException {
    String value = System.getenv(place);
    if (value == null) {
      throw new IOException("The environment variable '" + place + "' is not set. Set it to the"
          + " secret that '" + this + "' stands for, and start again.");
    }
    return value;
  }

  private String text() throws IOException {
    try {
      String text = Files.readString(Path.of(place), StandardCharsets.UTF_8);
      return text.replaceFirst("\\R\\z", "");
    } catch (IOException | InvalidPathException e) {
      // The cause is left out: of a file that is not text it may show the beginning.
      throw new IOException("The file '" + place + "' cannot be read. Write the secret that '"
          + this + "' stands for into it, as UTF-8 text.");
    }
  }

  /** The reference. */
  @Override
  public String toString() {
    return "$[" + kind + ":" + place + "]";
  }
}
