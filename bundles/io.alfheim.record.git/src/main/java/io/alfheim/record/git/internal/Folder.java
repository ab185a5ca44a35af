/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.jspecify.annotations.Nullable;

/**
 * One Git tree.
 *
 * @param children by name
 */
record Folder(Map<String, Child> children) {

  /**
   * What a name stands for.
   *
   * @param mode a file or a folder
   * @param id the blob or the tree
   */
  record Child(FileMode mode, ObjectId id) {
    boolean isFolder() {
      return mode.equals(FileMode.TREE);
    }
  }

  static final Folder EMPTY = new Folder(Map.of());

  /** Copies nothing: who makes a folder leaves its children alone. */
  Folder {
    children = Collections.unmodifiableMap(children);
  }

  /** Reads a tree; that of no id is empty. */
  static Folder read(ObjectReader reader, @Nullable ObjectId tree) throws IOException {
    if (tree == null) {
      return EMPTY;
    }
    Map<String, Child> children = new HashMap<>();
    CanonicalTreeParser parser = new CanonicalTreeParser(null, reader, tree);
    for (; !parser.eof(); parser.next()) {
      Child child = new Child(parser.getEntryFileMode(), parser.getEntryObjectId());
      children.put(parser.getEntryPathString(), child);
    }
    return new Folder(children);
  }

  /** The tree of a name, or null if there is none. */
  @Nullable
  ObjectId folder(String name) {
    Child child = children.get(name);
    return child == null || !child.isFolder() ? null : child.id();
  }

  /** The file of a name, or null if there is none. */
  @Nullable
  ObjectId file(String name) {
    Child child = children.get(name);
    return child == null || child.isFolder() ? null : child.id();
  }

  /** Writes the tree, in the order that Git demands: folders as if their names ended with a slash. */
  ObjectId write(ObjectSink sink) throws IOException {
    TreeFormatter tree = new TreeFormatter();
    children.entrySet().stream()
        .sorted(Comparator.comparing(Folder::gitName, Arrays::compareUnsigned))
        .forEach(e -> tree.append(e.getKey(), e.getValue().mode(), e.getValue().id()));
    return sink.add(Constants.OBJ_TREE, tree.toByteArray());
  }

  private static byte[] gitName(Map.Entry<String, Child> entry) {
    return (entry.getValue().isFolder() ? entry.getKey() + "/" : entry.getKey()).getBytes(UTF_8);
  }
}
