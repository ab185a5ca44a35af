/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.jspecify.annotations.Nullable;

/**
 * Changes files in a tree, and writes only the folders on the way to them.
 *
 * @param reader of the tree
 * @param sink of the changed folders
 */
record TreeEdit(ObjectReader reader, ObjectSink sink) {

  /**
   * One file.
   *
   * @param path its names from the root
   * @param blob its new content, or null if it goes
   * @param mode what kind of file
   */
  record Change(List<String> path, @Nullable ObjectId blob, FileMode mode) {

    /** An ordinary file. */
    Change(List<String> path, @Nullable ObjectId blob) {
      this(path, blob, FileMode.REGULAR_FILE);
    }
  }

  /** The changed tree, or null if nothing is left in it. */
  @Nullable
  ObjectId apply(@Nullable ObjectId tree, List<Change> changes) throws IOException {
    return apply(tree, changes, 0);
  }

  private @Nullable ObjectId apply(@Nullable ObjectId tree, List<Change> changes, int depth)
      throws IOException {
    Folder folder = Folder.read(reader, tree);
    Map<String, Folder.Child> children = new HashMap<>(folder.children());
    Map<String, List<Change>> byName =
        changes.stream().collect(groupingBy(change -> change.path().get(depth)));
    for (Map.Entry<String, List<Change>> entry : byName.entrySet()) {
      String name = entry.getKey();
      List<Change> below = entry.getValue();
      boolean isFile = below.get(0).path().size() == depth + 1;
      FileMode mode = isFile ? below.get(0).mode() : FileMode.TREE;
      ObjectId id = isFile ? below.get(0).blob() : apply(folder.folder(name), below, depth + 1);
      children.compute(name, (n, old) -> id == null ? null : new Folder.Child(mode, id));
    }
    return children.isEmpty() ? null : new Folder(children).write(sink);
  }
}
