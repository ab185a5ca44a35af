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
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
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
    List<StoreEntry> entries = new ArrayList<>();
    List<Listing.Problem> problems = new ArrayList<>(walk(folder, entries::add));
    entries.sort(Comparator.comparing(StoreEntry::path));
    problems.sort(Comparator.comparing(Listing.Problem::path));
    return new Listing(entries, problems);
  }

  @Override
  public List<Listing.Problem> walk(StorePath folder, Consumer<StoreEntry> each)
      throws IOException {
    resolve(folder);
    Found found = new Found(folder.isRoot() ? "" : folder + "/", each);
    try {
      files.tree().walk(folder, found);
    } catch (IOException e) {
      throw explain(folder, e);
    }
    // An empty folder and a missing one look the same; the way from folder to folder can tell.
    return found.any ? found.problems : byFolders(folder, each);
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

  @Override
  public boolean setModified(StorePath file, Instant time) throws IOException {
    resolve(file);
    try {
      return files.tree() instanceof WritableTree tree && tree.setModified(file, time);
    } catch (AccessDeniedException ofSomebodyElse) {
      return false;
    } catch (NoSuchFileException e) {
      // Asked by itself, this store says it in its own words.
      read(file).size();
      throw e;
    } catch (IOException e) {
      throw explain(file, e);
    }
  }

  private List<Listing.Problem> byFolders(StorePath folder, Consumer<StoreEntry> each)
      throws IOException {
    Listing all = super.walk(folder);
    all.entries().forEach(each);
    return all.problems();
  }

  /** Passes on what a store can have. */
  private static final class Found implements BiConsumer<String, RemoteEntry> {
    private final String prefix;
    private final Consumer<StoreEntry> each;
    private final List<Listing.Problem> problems = new ArrayList<>();
    private boolean any;

    Found(String prefix, Consumer<StoreEntry> each) {
      this.prefix = prefix;
      this.each = each;
    }

    @Override
    public void accept(String name, RemoteEntry entry) {
      any = true;
      StorePath path;
      try {
        path = new StorePath(prefix + name);
      } catch (IllegalArgumentException e) {
        problems.add(new Listing.Problem(prefix + name, "The name is not one a store can have."));
        return;
      }
      if (!StagedName.isIn(path)) {
        each.accept(StoreEntry.file(path, entry.size(), entry.modified()));
      }
    }
  }
}
