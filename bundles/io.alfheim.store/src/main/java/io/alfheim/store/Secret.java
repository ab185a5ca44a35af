/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store;

import io.alfheim.store.internal.TypedSecrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
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
  private volatile Text known = Text.NONE;

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
   * Looks it up, as it is now, or asks for it.
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
    known = Text.NONE;
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

  /** Many ask at once who needs it for each request: a file that has not changed is not read again. */
  private String text() throws IOException {
    try {
      Path file = Path.of(place);
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      Text last = known;
      if (!last.isOf(now)) {
        last = Text.read(file, now);
        known = last;
      }
      return last.text();
    } catch (IOException | InvalidPathException e) {
      // The cause is left out: of a file that is not text it may show the beginning.
      throw new IOException("The file '" + place + "' cannot be read. Write the secret that '"
          + this + "' stands for into it, as UTF-8 text.");
    }
  }

  /**
   * What a file held when it was as old and as long as this; empty if it may have changed unseen since.
   */
  private record Text(String text, Optional<FileTime> modified, long size, String key) {
    static final Text NONE = new Text("", Optional.empty(), 0, "");

    /** Clocks of disks are coarse: what was written just now may be written again at the same time. */
    private static final Duration COARSE = Duration.ofSeconds(2);

    static Text read(Path file, BasicFileAttributes then) throws IOException {
      boolean settled = then.lastModifiedTime().toInstant().plus(COARSE).isBefore(Instant.now());
      String text = Files.readString(file, StandardCharsets.UTF_8).replaceFirst("\\R\\z", "");
      return new Text(
          text,
          Optional.of(then.lastModifiedTime()).filter(time -> settled),
          then.size(),
          String.valueOf(then.fileKey()));
    }

    boolean isOf(BasicFileAttributes now) {
      return modified.isPresent()
          && modified.get().equals(now.lastModifiedTime())
          && size == now.size()
          && key.equals(String.valueOf(now.fileKey()));
    }

    @Override
    public String toString() {
      return "not to be shown";
    }
  }

  /** The reference. */
  @Override
  public String toString() {
    return "$[" + kind + ":" + place + "]";
  }
}
