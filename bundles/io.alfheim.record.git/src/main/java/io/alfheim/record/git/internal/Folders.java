/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the trees that were read last. Those near the root are on the way to every session, and the
 * longest: a lab's names hundreds of subjects, by digits that do not compress.
 */
final class Folders {
  private static final int KEPT = 256;

  private final Map<ObjectId, Folder> recent =
      Collections.synchronizedMap(new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ObjectId, Folder> eldest) {
          return size() > KEPT;
        }
      });

  /** The tree of an id; that of no id is empty. */
  Folder read(ObjectReader reader, @Nullable ObjectId tree) throws IOException {
    if (tree == null) {
      return Folder.EMPTY;
    }
    Folder folder = recent.get(tree);
    if (folder == null) {
      folder = Folder.read(reader, tree);
      recent.put(tree, folder);
    }
    return folder;
  }
}
