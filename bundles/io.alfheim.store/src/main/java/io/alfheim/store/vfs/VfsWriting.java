/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.vfs;

import io.alfheim.store.StorePath;
import io.alfheim.store.WritableStore.Bytes;
import io.alfheim.store.WritableStore.Check;
import io.alfheim.store.internal.Cancellation;
import io.alfheim.store.internal.Failures;
import io.alfheim.store.internal.LentStream;
import io.alfheim.store.internal.StagedName;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.locks.Lock;
import org.apache.commons.vfs2.FileObject;
import org.apache.commons.vfs2.FileSystemException;
import org.apache.commons.vfs2.FileType;
import org.apache.commons.vfs2.util.FileObjectUtils;

/** The writing of one file to a VFS file system, under its name or under a hidden one first. */
final class VfsWriting {
  private final VfsStore store;
  private final Failures failures;
  private final StorePath path;
  private final boolean replace;
  private final FileObject target;
  private final FileObject staged;

  VfsWriting(VfsStore store, StorePath path, boolean replace) throws IOException {
    this.store = store;
    this.failures = store.failures();
    this.path = path;
    this.replace = replace;
    if (StagedName.isIn(path)) {
      throw failures.because(path, "The name is reserved for files that are being written.");
    }
    this.target = store.resolve(path);
    this.staged = store.writesWhole() ? target : hidden();
  }

  void run(Bytes bytes) throws IOException {
    StorePath kept = path.parent();
    boolean landed = false;
    try {
      checkTarget();
      kept = store.writesWhole() ? kept : deepest(kept);
      fill(bytes);
      landed = true;
    } catch (FileSystemException e) {
      throw store.explain(path, e);
    } finally {
      if (!landed) {
        StorePath old = kept;
        Cancellation.shield(() -> clear(old));
      }
    }
  }

  boolean copy(VfsStore.Copying copying, Check check) throws IOException {
    try {
      synchronized (store.landingOf(path)) {
        checkTarget();
        if (!copying.copy()) {
          return false;
        }
      }
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException e) {
      throw e instanceof FileAlreadyExistsException ? e : store.explain(path, e);
    }
    boolean good = false;
    try {
      check.check(store.read(path));
      good = true;
    } finally {
      if (!good) {
        Cancellation.shield(this::takeBack);
      }
    }
    return true;
  }

  private void takeBack() {
    try {
      store.delete(path);
    } catch (IOException undeletable) {
      // The error that brought us here is the one to tell.
    }
  }

  private void checkTarget() throws IOException {
    target.refresh();
    FileType there = target.getType();
    if (there == FileType.IMAGINARY || (replace && there == FileType.FILE)) {
      return;
    }
    throw replace ? failures.notFile(path) : failures.exists(path);
  }

  /** The deepest folder on the way that is there already. */
  private StorePath deepest(StorePath folder) throws IOException {
    StorePath there = folder;
    FileType type = store.resolve(there).getType();
    while (type == FileType.IMAGINARY && !there.isRoot()) {
      there = there.parent();
      type = store.resolve(there).getType();
    }
    if (type == FileType.FILE) {
      throw failures.because(path, "'" + there + "' is not a folder.");
    }
    return there;
  }

  private void fill(Bytes bytes) throws IOException {
    OutputStream out = open();
    boolean whole = false;
    try {
      LentStream lent = new LentStream(out, path, failures);
      bytes.writeTo(lent);
      lent.flush();
      Cancellation.check();
      land(out);
      whole = true;
    } finally {
      if (!whole) {
        Cancellation.shield(() -> abandon(out));
      }
    }
  }

  private OutputStream open() throws IOException {
    // Nobody prunes the folder between its making and that of the file in it.
    store.names().readLock().lock();
    try {
      // VFS's wrapping tells the file object of the end, but would hide what is Abortable.
      return store.writesWhole()
          ? FileObjectUtils.getAbstractFileObject(staged).getOutputStream(false)
          : staged.getContent().getOutputStream();
    } finally {
      store.names().readLock().unlock();
    }
  }

  private void land(OutputStream out) throws IOException {
    if (store.writesWhole()) {
      synchronized (store.landingOf(path)) {
        checkTarget();
        close(out);
      }
      return;
    }
    close(out);
    Lock lock = store.names().writeLock();
    lock.lock();
    try {
      checkTarget();
      staged.refresh();
      move();
    } finally {
      lock.unlock();
    }
  }

  private void close(OutputStream out) throws IOException {
    try {
      out.close();
    } catch (IOException e) {
      throw store.explain(path, e);
    }
  }

  /** What is replaced steps aside until the new file is in its place, and comes back if it fails. */
  private void move() throws IOException {
    if (!target.exists()) {
      staged.moveTo(target);
      return;
    }
    FileObject aside = hidden();
    boolean landed = false;
    try {
      target.moveTo(aside);
      staged.moveTo(target);
      landed = true;
    } finally {
      boolean replaced = landed;
      Cancellation.shield(() -> settle(aside, replaced));
    }
  }

  /** Also a step that ended in an error may have been taken: what is there decides. */
  private void settle(FileObject aside, boolean replaced) {
    try {
      aside.refresh();
      target.refresh();
      if (replaced || target.exists()) {
        aside.delete();
      } else if (aside.exists()) {
        aside.moveTo(target);
      }
    } catch (FileSystemException unreachable) {
      // What stepped aside stays hidden; if there is an error to tell, it is on its way.
    }
  }

  private FileObject hidden() throws IOException {
    return store.resolve(path.parent().resolve(StagedName.fresh()));
  }

  private static void abandon(OutputStream out) {
    try {
      if (out instanceof Abortable unfinished) {
        unfinished.abort();
      } else {
        out.close();
      }
    } catch (IOException alreadyFailed) {
      // The error that brought us here is the one to tell.
    }
  }

  private void clear(StorePath kept) {
    if (!store.writesWhole()) {
      try {
        staged.refresh();
        staged.delete();
      } catch (FileSystemException undeletable) {
        // It stays hidden; the error that brought us here is the one to tell.
        return;
      }
      store.prune(path.parent(), kept);
    }
  }
}
