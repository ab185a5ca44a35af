/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store;

/**
 * A path below the root of a store: names joined by {@code /}, without a leading or trailing slash;
 * the root is the empty path. A name is never empty, {@code .} or {@code ..}, so a path cannot leave
 * its store.
 *
 * @param value the text, for example {@code lab/Subjects/KS014/2020-01-02/001}
 */
public record StorePath(String value) implements Comparable<StorePath> {

  /** The root of a store. */
  public static final StorePath ROOT = new StorePath("");

  /**
   * Checks the rule above.
   *
   * @throws IllegalArgumentException if the text is not a path below a root
   */
  public StorePath {
    int start = 0;
    for (int i = 0; !value.isEmpty() && i <= value.length(); i++) {
      if (i == value.length() || value.charAt(i) == '/') {
        checkName(value, start, i);
        start = i + 1;
      } else if (value.charAt(i) == 0) {
        throw new IllegalArgumentException("A path has no NUL character: '" + value + "'.");
      }
    }
  }

  private static void checkName(String path, int start, int end) {
    int length = end - start;
    boolean dots = path.startsWith(length == 1 ? "." : "..", start) && length <= 2;
    if (length == 0 || dots) {
      throw new IllegalArgumentException(
          "Not a path below a store's root: '" + path + "' has an empty name, '.' or '..'.");
    }
  }

  /** The path of a text, with slashes at both ends ignored. */
  public static StorePath of(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && text.charAt(from) == '/') {
      from++;
    }
    while (to > from && text.charAt(to - 1) == '/') {
      to--;
    }
    return new StorePath(text.substring(from, to));
  }

  /** Whether this is the root of its store. */
  public boolean isRoot() {
    return value.isEmpty();
  }

  /** The last name; empty for the root. */
  public String name() {
    return value.substring(value.lastIndexOf('/') + 1);
  }

  /** The path without its last name; the root's parent is the root. */
  public StorePath parent() {
    int slash = value.lastIndexOf('/');
    return slash < 0 ? ROOT : new StorePath(value.substring(0, slash));
  }

  /** A path below this one. */
  public StorePath resolve(String below) {
    return isRoot() ? of(below) : new StorePath(value + "/" + of(below).value);
  }

  /**
   * The part of this path below another.
   *
   * @throws IllegalArgumentException if this is not below {@code above}
   */
  public String below(StorePath above) {
    if (above.isRoot()) {
      return value;
    }
    if (!value.startsWith(above.value + "/")) {
      throw new IllegalArgumentException("'" + value + "' is not below '" + above.value + "'.");
    }
    return value.substring(above.value.length() + 1);
  }

  @Override
  public int compareTo(StorePath other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
