/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf.internal;

/**
 * Finds the parts of one file name in a single pass, without regular expressions.
 *
 * <p>The grammar is {@code [_namespace_]object.attribute[_timescale][.extra].extension}. Three corners are not obvious
 * and decide how existing files are read:
 *
 * <ul>
 *   <li>One leading underscore without a second one still makes a namespace, which then leaves the object its last
 *       letter: {@code _obj.attr.npy} reads as namespace {@code ob} and object {@code j}.
 *   <li>{@code _times} and {@code _intervals} belong to the attribute when {@code _} or {@code .} follows, unless that
 *       would leave a timescale without a name.
 *   <li>Everything between attribute (or timescale) and last dot is one extra, dots included.
 * </ul>
 *
 * All offsets are ends (exclusive) in the scanned text; they mean nothing unless {@link #scan} answered true.
 */
public final class NameScanner {
  public int namespaceEnd;
  public int objectStart;
  public int objectEnd;
  public int attributeEnd;
  public int timescaleEnd;
  public int extraEnd;

  /** Whether {@code name} is a legal file name; if so the offsets tell its parts. */
  public boolean scan(String name) {
    objectEnd = Chars.wordEnd(name, 0);
    if (objectEnd == 0 || !isAt(name, objectEnd, '.')) {
      return false;
    }
    splitHead(name);
    return attribute(name) && tail(name);
  }

  private void splitHead(String name) {
    namespaceEnd = 0;
    objectStart = 0;
    if (name.charAt(0) != '_' || objectEnd == 1) {
      return;
    }
    int runEnd = Chars.alnumEnd(name, 1);
    if (runEnd == objectEnd) {
      runEnd--; // the object needs a letter of its own
    }
    if (runEnd > 1) {
      namespaceEnd = runEnd;
    }
    boolean closed = name.charAt(runEnd) == '_' && runEnd + 1 < objectEnd;
    objectStart = closed ? runEnd + 1 : runEnd;
  }

  private boolean attribute(String name) {
    int start = objectEnd + 1;
    if (isAt(name, start, '_')) {
      int prefixEnd = Chars.lowerEnd(name, start + 1);
      if (prefixEnd == start + 1 || !isAt(name, prefixEnd, '_')) {
        return false;
      }
      start = prefixEnd + 1;
    }
    int end = Chars.alnumEnd(name, start);
    if (end == start) {
      return false;
    }
    int glued = gluedEnd(name, end);
    return (glued > end && timescale(name, glued)) || timescale(name, end);
  }

  private static int gluedEnd(String name, int end) {
    int glued = end;
    if (name.startsWith("_times", end)) {
      glued = end + "_times".length();
    } else if (name.startsWith("_intervals", end)) {
      glued = end + "_intervals".length();
    }
    return isAt(name, glued, '_') || isAt(name, glued, '.') ? glued : end;
  }

  private boolean timescale(String name, int end) {
    attributeEnd = end;
    timescaleEnd = end;
    if (isAt(name, end, '_')) {
      timescaleEnd = Chars.wordEnd(name, end + 1);
      if (timescaleEnd == end + 1) {
        return false;
      }
    }
    return isAt(name, timescaleEnd, '.');
  }

  private boolean tail(String name) {
    extraEnd = name.lastIndexOf('.');
    int extension = extraEnd + 1;
    if (extension == name.length() || Chars.wordEnd(name, extension) < name.length()) {
      return false;
    }
    int gap = extraEnd - timescaleEnd;
    return gap == 0 || (gap > 1 && Chars.labelEnd(name, timescaleEnd + 1) >= extraEnd);
  }

  private static boolean isAt(String text, int index, char wanted) {
    return index < text.length() && text.charAt(index) == wanted;
  }
}
