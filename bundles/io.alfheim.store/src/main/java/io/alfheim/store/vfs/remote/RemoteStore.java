/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.vfs.remote;

import io.alfheim.store.Listing;
import io.alfheim.store.Store;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.StoreEntry;
import io.alfheim.store.StorePath;
import io.alfheim.store.internal.ReadOnlyStore;
import io.alfheim.store.internal.StagedName;
import io.alfheim.store.vfs.VfsStore;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.vfs2.FileObject;

/** A store on a server, which may be able to walk at once. */
final class RemoteStore extends VfsStore {
  private final RemoteFileSystem files;

  RemoteStore(StoreConfig config, FileObject root, boolean writesWhole) {
    super(config, root, writesWhole);
    files = (RemoteFileSystem) root.getFileSystem();
  }

  @Override
  public Listing walk(StorePath folder) throws IOException {
    resolve(folder);
    Optional<Map<String, RemoteEntry>> found;
    try {
      found = files.tree().walk(folder);
    } catch (IOException e) {
      throw explain(folder, e);
    }
    // An empty folder and a missing one look the same; the way from folder to folder can tell.
    return found.isEmpty() || found.get().isEmpty()
        ? super.walk(folder)
        : listing(folder.isRoot() ? "" : folder + "/", found.get());
  }

  @Override
  public boolean copyFrom(Store from, StorePath file, StorePath copy, Check check)
      throws IOException {
    Store original = from instanceof ReadOnlyStore only ? only.store() : from;
    if (!(original instanceof RemoteStore other) || !(files.tree() instanceof WritableTree tree)) {
      return false;
    }
    other.resolve(file);
    try {
      return copyAtOnce(copy, () -> tree.copyFrom(other.files.tree(), file, copy), check);
    } catch (NoSuchFileException e) {
      // Asked by itself, the other store says it in its own words.
      other.read(file).size();
      throw e;
    }
  }

  private static Listing listing(String prefix, Map<String, RemoteEntry> found) {
    List<StoreEntry> entries = new ArrayList<>(found.size());
    List<Listing.Problem> problems = new ArrayList<>();
    found.forEach((name, entry) -> {
      try {
        StorePath path = new StorePath(prefix + name);
        if (!StagedName.isIn(path)) {
          entries.add(StoreEntry.file(path, entry.size(), entry.modified()));
        }
      } catch (IllegalArgumentException e) {
        problems.add(new Listing.Problem(prefix + name, "The name is not one a store can have."));
      }
    });
    entries.sort(Comparator.comparing(StoreEntry::path));
    problems.sort(Comparator.comparing(Listing.Problem::path));
    return new Listing(entries, problems);
  }
}
