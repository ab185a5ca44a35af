/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.text.internal;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds the tree of a document from what a parser comes across, without recursion, no deeper and no
 * larger than is good for us. Of equal keys in one map the last one counts, as in Python.
 */
final class TreeBuilder {
  static final int DEEPEST = 1000;
  private static final long LARGEST = 10_000_000;

  /** The most values that aliases may stand for: a few bytes make many of them. */
  private static final long MOST_REPEATED = 1_000_000;

  /** A map or a list that is not complete yet. */
  private static final class Open {
    final @Nullable Map<String, @Nullable Object> map;
    final List<@Nullable Object> list = new ArrayList<>();
    final long sizeBefore;

    @Nullable
    String key;

    Open(boolean isMap, long sizeBefore) {
      map = isMap ? new LinkedHashMap<>() : null;
      this.sizeBefore = sizeBefore;
    }
  }

  /** A finished part of the tree and the number of values in it. */
  record Part(@Nullable Object value, long size) {}

  private final Deque<Open> open = new ArrayDeque<>();
  private Part last = new Part(null, 0);
  private long size;
  private long repeated;

  void startMap() throws IOException {
    start(true);
  }

  void startList() throws IOException {
    start(false);
  }

  private void start(boolean isMap) throws IOException {
    if (open.size() == DEEPEST) {
      throw new MalformedTextException("it is nested more than " + DEEPEST + " levels deep");
    }
    open.push(new Open(isMap, size));
  }

  /** Whether a key comes next, not a value. */
  boolean expectsKey() {
    Open top = open.peek();
    return top != null && top.map != null && top.key == null;
  }

  void key(String key) {
    open.element().key = key;
  }

  /** Adds a text, a number, a boolean, a null. */
  void value(@Nullable Object value) throws IOException {
    add(new Part(value, 1));
  }

  /** Completes the innermost map or list. */
  Part end() throws IOException {
    Open done = open.pop();
    long inside = size - done.sizeBefore;
    size = done.sizeBefore;
    return add(new Part(done.map == null ? done.list : done.map, inside + 1));
  }

  /** Adds a part of the tree once more. */
  void repeat(Part part) throws IOException {
    count(part);
    add(part);
  }

  /** As {@link #key}, of a part of the tree that is text enough to be one. */
  void repeatAsKey(Part part, String key) throws IOException {
    count(part);
    key(key);
  }

  private void count(Part part) throws IOException {
    repeated += part.size();
    if (repeated > MOST_REPEATED) {
      throw new MalformedTextException(
          "its aliases stand for more than " + MOST_REPEATED + " values");
    }
  }

  /** Adds a part of the tree. */
  Part add(Part part) throws IOException {
    size += part.size();
    if (size > LARGEST) {
      throw new MalformedTextException("it has more than " + LARGEST + " values");
    }
    Open top = open.peek();
    if (top == null) {
      last = part;
    } else if (top.map == null) {
      top.list.add(part.value());
    } else if (top.key != null) {
      top.map.put(top.key, part.value());
      top.key = null;
    }
    return part;
  }

  /** Whether a whole value has just been completed. */
  boolean isComplete() {
    return open.isEmpty();
  }

  /** The tree. */
  @Nullable
  Object root() {
    return last.value();
  }
}
