/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * The options of a configuration as values, for providers of stores. A value that cannot be
 * understood is an error that names the option and the store and says what to write.
 *
 * @param config where the options come from
 */
public record StoreOptions(StoreConfig config) {

  /** A text, if there is one. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(config.options().get(name)).filter(text -> !text.isBlank());
  }

  /**
   * {@code true} or {@code false}.
   *
   * @param other the value when the option is missing
   */
  public boolean flag(String name, boolean other) throws IOException {
    String text = text(name).orElse(String.valueOf(other));
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong(name, text, "true or false");
    };
  }

  /**
   * A whole number.
   *
   * @param other the value when the option is missing
   * @param least the smallest that is allowed
   * @param most the largest that is allowed
   */
  public int number(String name, int other, int least, int most) throws IOException {
    String text = text(name).orElse(String.valueOf(other));
    if (text.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw wrong(name, text, "a whole number from " + least + " to " + most);
  }

  /**
   * A time in seconds, at least one and at most an hour.
   *
   * @param other the value when the option is missing
   */
  public Duration seconds(String name, int other) throws IOException {
    return Duration.ofSeconds(number(name, other, 1, 3600));
  }

  /** A reference to a secret. A secret that is written out is refused, and not repeated. */
  public Optional<Secret> secret(String name) throws IOException {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Secret secret = Secret.find(text.get())
        .orElseThrow(() -> new IOException("Option '" + name + "' of store '" + config.name()
            + "' is a secret written out. Keep it elsewhere and write $[env:NAME],"
            + " $[file:/path] or $[prompt:Words] instead."));
    return Optional.of(secret.of("Option '" + name + "' of store '" + config.name() + "'"));
  }

  /** The error of a value that cannot be understood, with what to write instead. */
  public IOException wrong(String name, String text, String right) {
    return new IOException("Option '" + name + "' of store '" + config.name() + "' is '" + text
        + "'. Use " + right + ".");
  }
}
