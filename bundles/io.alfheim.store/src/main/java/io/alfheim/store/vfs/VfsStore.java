/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.vfs;

import io.alfheim.store.Content;
import io.alfheim.store.Listing;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.StoreEntry;
import io.alfheim.store.StoreOptions;
import io.alfheim.store.StorePath;
import io.alfheim.store.WritableStore;
import io.alfheim.store.internal.Cancellation;
import io.alfheim.store.internal.Failures;
import io.alfheim.store.internal.StagedName;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.apache.commons.vfs2.Capability;
import org.apache.commons.vfs2.FileContent;
import org.apache.commons.vfs2.FileObject;
import org.apache.commons.vfs2.FileSystemException;
import org.apache.commons.vfs2.FileType;
import org.apache.commons.vfs2.NameScope;
import org.apache.commons.vfs2.impl.DefaultFileSystemManager;
import org.apache.commons.vfs2.provider.UriParser;

/**
 * A store over a VFS file system.
 *
 * <p>Files are written under hidden names and renamed. VFS has no rename that replaces, so a file is
 * absent for an instant while it is replaced: users of this store wait for that instant, other
 * processes may see it.
 */
public class VfsStore implements WritableStore {
  private final StoreOptions options;
  private final Failures failures;
  private final FileObject root;
  private final boolean writesWhole;
  private final ReadWriteLock names = new ReentrantReadWriteLock(true);
  private final Object[] landings = Stream.generate(Object::new).limit(64).toArray();
  private volatile boolean closed;

  /**
   * A store below a folder.
   *
   * @param config the name of the store and its root
   * @param root the folder; its file system manager is closed with the store
   * @param writesWhole as in {@link VfsStoreProvider#writesWhole}
   */
  protected VfsStore(StoreConfig config, FileObject root, boolean writesWhole) {
    this.options = new StoreOptions(config);
    this.failures = new Failures(config.name(), config.root());
    this.root = root;
    this.writesWhole = writesWhole;
  }

  @Override
  public String name() {
    return failures.store();
  }

  @Override
  public String root() {
    return failures.root();
  }

  @Override
  public Listing list(StorePath folder) throws IOException {
    return VfsWalk.list(this, folder, false);
  }

  @Override
  public Listing walk(StorePath folder) throws IOException {
    return VfsWalk.list(this, folder, true);
  }

  @Override
  public Optional<StoreEntry> find(StorePath path) throws IOException {
    FileObject file = resolve(path);
    names.readLock().lock();
    try {
      boolean there = file.exists() && !StagedName.isIn(path);
      return there ? Optional.of(entry(path, file)) : Optional.empty();
    } catch (FileSystemException e) {
      throw explain(path, e);
    } finally {
      names.readLock().unlock();
    }
  }

  @Override
  public Content read(StorePath file) throws IOException {
    resolve(file);
    return new VfsContent(this, file);
  }

  @Override
  public void create(StorePath file, Bytes bytes) throws IOException {
    new VfsWriting(this, file, false).run(bytes);
  }

  @Override
  public void replace(StorePath file, Bytes bytes) throws IOException {
    new VfsWriting(this, file, true).run(bytes);
  }

  @Override
  public boolean replacesAtOnce() {
    return writesWhole;
  }

  /** Something that makes a file appear whole, or says that it cannot. */
  @FunctionalInterface
  protected interface Copying {
    /** Makes it. */
    boolean copy() throws IOException;
  }

  /**
   * Has a new file appear under its name at once, for who {@linkplain VfsStoreProvider#writesWhole
   * can}, and takes it away again if it is not what it should be.
   *
   * @return what the copying said; false for who cannot
   */
  protected final boolean copyAtOnce(StorePath file, Copying copying, Check check)
      throws IOException {
    return writesWhole && new VfsWriting(this, file, false).copy(copying, check);
  }

  @Override
  public void delete(StorePath path) throws IOException {
    FileObject file = resolve(path);
    names.writeLock().lock();
    try {
      if (file.isFolder()) {
        throw failures.notFile(path);
      }
      if (!file.delete()) {
        throw failures.missing(path);
      }
    } catch (FileSystemException e) {
      throw explain(path, e);
    } finally {
      names.writeLock().unlock();
    }
    prune(path.parent(), StorePath.ROOT);
  }

  @Override
  public void close() {
    closed = true;
    if (root.getFileSystem().getFileSystemManager() instanceof DefaultFileSystemManager manager) {
      manager.close();
    }
  }

  /**
   * The file object of a path, never looked at before.
   *
   * @throws IOException if the store is closed or cannot have such a name
   */
  protected final FileObject resolve(StorePath path) throws IOException {
    Cancellation.check();
    if (closed) {
      throw failures.closed(path);
    }
    try {
      String relative = "./" + UriParser.encode(path.value());
      FileObject file = root.resolveFile(relative, NameScope.DESCENDENT_OR_SELF);
      if (path.isRoot() || isNamed(file, path)) {
        return file;
      }
    } catch (FileSystemException e) {
      throw failures.because(path, "This kind of store has no such names.", e);
    }
    throw failures.because(path, "This kind of store has no such names.");
  }

  /** VFS takes some characters for its own: a backslash for a slash, a question mark for a query. */
  private boolean isNamed(FileObject file, StorePath path) throws FileSystemException {
    String above = root.getName().getPathDecoded();
    String expected = above.endsWith("/") ? above + path : above + "/" + path;
    return file.getName().getPathDecoded().equals(expected);
  }

  /** An entry of what a file object says about itself. */
  protected final StoreEntry entry(StorePath path, FileObject file) throws FileSystemException {
    if (file.isFolder()) {
      return StoreEntry.folder(path);
    }
    FileContent content = file.getContent();
    boolean dated = file.getFileSystem().hasCapability(Capability.GET_LAST_MODIFIED);
    return StoreEntry.file(path, content.getSize(), dated ? content.getLastModifiedTime() : 0);
  }

  /** The error in the words of this store; an interruption ends in a cancellation instead. */
  protected IOException explain(StorePath path, IOException e) {
    if (Thread.currentThread().isInterrupted()) {
      throw Cancellation.because(e);
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof InterruptedException || cause instanceof ClosedByInterruptException) {
        throw Cancellation.because(e);
      } else if (cause instanceof AccessDeniedException denied) {
        return failures.denied(path, denied.getReason(), e);
      }
    }
    return failures.because(path, reason(e), e);
  }

  /** As the other, when a file or a folder was wanted and perhaps the opposite is there. */
  final IOException explain(StorePath path, FileObject file, FileType wanted, IOException e) {
    try {
      file.refresh();
      FileType there = file.getType();
      if (there == FileType.IMAGINARY) {
        return failures.missing(path);
      } else if (there != wanted && there != FileType.FILE_OR_FOLDER) {
        return wanted == FileType.FILE ? failures.notFile(path) : failures.notFolder(path);
      }
    } catch (FileSystemException unreachable) {
      e.addSuppressed(unreachable);
    }
    return explain(path, e);
  }

  /** Deletes a folder and those above it as long as they are empty, up to one that is kept. */
  final void prune(StorePath folder, StorePath kept) {
    for (StorePath p = folder; !writesWhole && !p.equals(kept) && !p.isRoot(); p = p.parent()) {
      names.writeLock().lock();
      try {
        FileObject empty = resolve(p);
        if (empty.exists() && !empty.delete()) {
          return;
        }
      } catch (IOException undeletable) {
        return;
      } finally {
        names.writeLock().unlock();
      }
    }
  }

  final Failures failures() {
    return failures;
  }

  /** As many as a store on a server is asked again that does not answer. */
  final int retries() throws IOException {
    return options.number("retries", 2, 0, 10);
  }

  final boolean writesWhole() {
    return writesWhole;
  }

  /** One lock for few paths: of those who create the same file one at a time looks and lands. */
  final Object landingOf(StorePath path) {
    return landings[Math.floorMod(path.hashCode(), landings.length)];
  }

  /** Held for reading by who looks at names, for writing by who renames or deletes. */
  final ReadWriteLock names() {
    return names;
  }

  /** Why, from the deepest cause that says so; without the user names that URIs may have. */
  static String reason(Throwable e) {
    String reason = "The file system gives no reason";
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ServerException) {
        return reason(new IOException(cause.getMessage()));
      }
      boolean local = cause instanceof java.nio.file.FileSystemException;
      String message = local ? Failures.reason((IOException) cause) : cause.getMessage();
      reason = message == null || message.isBlank() ? reason : message;
    }
    String shown = reason.replaceAll("//[^/@\\s]*@", "//");
    return shown.endsWith(".") ? shown : shown + ".";
  }
}
