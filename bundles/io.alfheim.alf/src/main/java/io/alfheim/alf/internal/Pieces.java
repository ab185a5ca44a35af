/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A path text cut into names that remembers where each name stood, so that an edit leaves all else as it was.
 *
 * <p>The text decides the flavour, not the machine: with a backslash in it, both slashes separate; without, only the
 * forward one does.
 */
public final class Pieces {
  private final String text;
  private final int[] bounds;

  private Pieces(String text, int[] bounds) {
    this.text = text;
    this.bounds = bounds;
  }

  /** Cuts a path; empty names are skipped. */
  public static Pieces of(String text) {
    boolean windows = text.indexOf('\\') >= 0;
    int[] bounds = new int[16];
    int filled = 0;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == '/' || (windows && text.charAt(i) == '\\')) {
        if (i > start) {
          bounds = filled == bounds.length ? Arrays.copyOf(bounds, 2 * filled) : bounds;
          bounds[filled++] = start;
          bounds[filled++] = i;
        }
        start = i + 1;
      }
    }
    return new Pieces(text, Arrays.copyOf(bounds, filled));
  }

  /** How many names there are. */
  public int size() {
    return bounds.length / 2;
  }

  /** The name at {@code index}. */
  public String get(int index) {
    return text.substring(start(index), end(index));
  }

  /** The names from {@code from} to before {@code to}. */
  public List<String> names(int from, int to) {
    List<String> names = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      names.add(get(i));
    }
    return names;
  }

  /** The names from {@code from} to before {@code to}, joined by forward slashes. */
  public String joined(int from, int to) {
    return String.join("/", names(from, to));
  }

  /** Whether the text says that it is a folder. */
  public boolean endsInSeparator() {
    return size() > 0 && end(size() - 1) < text.length();
  }

  /** The text before the name at {@code index}, without the separator unless that is all there is. */
  public String before(int index) {
    return text.substring(0, index == 0 ? start(0) : end(index - 1));
  }

  /** The text from the name at {@code index} on; empty past the last name. */
  public String from(int index) {
    return text.substring(start(index));
  }

  /** The text from the name at {@code from} to before the one at {@code to}, which must not be the same. */
  public String text(int from, int to) {
    return text.substring(start(from), end(to - 1));
  }

  /**
   * The whole text with other names in the place of those from {@code from} to before {@code to}; {@code names} are
   * joined by forward slashes, and may be empty.
   */
  public String replaced(int from, int to, String names) {
    String written = names.replace('/', separator());
    if (written.isEmpty()) {
      return to < size() ? text.substring(0, start(from)) + from(to) : before(from);
    }
    if (from < to) {
      return text.substring(0, start(from)) + written + text.substring(end(to - 1));
    }
    return from < size()
        ? text.substring(0, start(from)) + written + separator() + from(from)
        : joinedTo(written);
  }

  private String joinedTo(String written) {
    return size() == 0 ? text + written : before(size()) + separator() + written;
  }

  private int start(int index) {
    return index == size() ? text.length() : bounds[2 * index];
  }

  private int end(int index) {
    return bounds[2 * index + 1];
  }

  private char separator() {
    int back = text.indexOf('\\');
    int forward = text.indexOf('/');
    return back >= 0 && (forward < 0 || back < forward) ? '\\' : '/';
  }
}
