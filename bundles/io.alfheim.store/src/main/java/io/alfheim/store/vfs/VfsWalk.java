/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.vfs;

import io.alfheim.store.Listing;
import io.alfheim.store.StoreEntry;
import io.alfheim.store.StorePath;
import io.alfheim.store.internal.Cancellation;
import io.alfheim.store.internal.StagedName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.vfs2.Capability;
import org.apache.commons.vfs2.FileObject;
import org.apache.commons.vfs2.FileSystemException;
import org.apache.commons.vfs2.FileType;
import org.apache.commons.vfs2.provider.UriParser;

/** Lists a folder of a VFS file system; what is known of a file comes from the listing it is in. */
final class VfsWalk {
  /** VFS cannot tell that a link leads back; deeper than this it surely did. */
  private static final int DEEPEST = 64;

  private final VfsStore store;
  private final boolean deep;
  private final List<StoreEntry> entries = new ArrayList<>();
  private final List<Listing.Problem> problems = new ArrayList<>();

  private VfsWalk(VfsStore store, boolean deep) {
    this.store = store;
    this.deep = deep;
  }

  /** Lists the files and folders in a folder, or all files below it. */
  static Listing list(VfsStore store, StorePath path, boolean deep) throws IOException {
    FileObject folder = store.resolve(path);
    if (!folder.getFileSystem().hasCapability(Capability.LIST_CHILDREN)) {
      throw store.failures().because(path, "This kind of store cannot be listed.");
    }
    VfsWalk walk = new VfsWalk(store, deep);
    try {
      // An empty folder and a missing one look the same in some file systems.
      if (!walk.add(folder, path, 1) && !path.isRoot() && !folder.isFolder()) {
        throw store.failures().missing(path);
      }
    } catch (FileSystemException e) {
      throw store.explain(path, folder, FileType.FOLDER, e);
    }
    walk.entries.sort(Comparator.comparing(StoreEntry::path));
    walk.problems.sort(Comparator.comparing(Listing.Problem::path));
    return new Listing(walk.entries, walk.problems);
  }

  /** Adds what is in a folder; false if that is nothing. */
  private boolean add(FileObject folder, StorePath path, int depth) throws FileSystemException {
    Map<StorePath, FileObject> folders = new LinkedHashMap<>();
    boolean any = look(folder, path.isRoot() ? "" : path + "/", folders);
    folders.forEach((below, child) -> descend(child, below, depth + 1));
    return any;
  }

  private boolean look(FileObject folder, String prefix, Map<StorePath, FileObject> folders)
      throws FileSystemException {
    // While a file is replaced it is absent: nobody may come between the names and what they name.
    store.names().readLock().lock();
    try {
      FileObject[] children = folder.getChildren();
      for (FileObject child : children) {
        Cancellation.check();
        String name = UriParser.decode(child.getName().getBaseName());
        if (!StagedName.is(name)) {
          add(child, prefix + name, folders);
        }
      }
      return children.length > 0;
    } finally {
      store.names().readLock().unlock();
    }
  }

  private void add(FileObject child, String text, Map<StorePath, FileObject> folders) {
    try {
      StorePath path = new StorePath(text);
      if (!child.exists()) {
        problem(text, "The link leads nowhere, or what was there is gone.");
      } else if (deep && child.isFolder()) {
        folders.put(path, child);
      } else {
        entries.add(store.entry(path, child));
      }
    } catch (IllegalArgumentException e) {
      problem(text, "The name is not one a store can have.");
    } catch (FileSystemException e) {
      problem(text, reason(new StorePath(text), e));
    }
  }

  private void descend(FileObject folder, StorePath path, int depth) {
    if (depth > DEEPEST) {
      problem(
          path.value(), "The folder is too deep. Perhaps a link leads back to a folder above it.");
      return;
    }
    try {
      add(folder, path, depth);
    } catch (FileSystemException e) {
      problem(path.value(), reason(path, e));
    }
  }

  private String reason(StorePath path, FileSystemException e) {
    IOException explained = store.explain(path, e);
    return explained instanceof java.nio.file.FileSystemException known && known.getReason() != null
        ? known.getReason()
        : VfsStore.reason(explained);
  }

  private void problem(String path, String reason) {
    problems.add(new Listing.Problem(path, reason));
  }
}
