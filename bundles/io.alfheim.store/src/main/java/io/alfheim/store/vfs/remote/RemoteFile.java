/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.vfs.remote;

import io.alfheim.store.StorePath;
import io.alfheim.store.vfs.Ranged;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.vfs2.FileObject;
import org.apache.commons.vfs2.FileSystemException;
import org.apache.commons.vfs2.FileType;
import org.apache.commons.vfs2.NameScope;
import org.apache.commons.vfs2.provider.AbstractFileName;
import org.apache.commons.vfs2.provider.AbstractFileObject;
import org.apache.commons.vfs2.provider.UriParser;

/**
 * One name in a tree, as a file object of VFS. VFS lets one thread at a time at the names of a file
 * system; what has to be asked from the server is asked before VFS takes its lock.
 */
final class RemoteFile extends AbstractFileObject<RemoteFileSystem> implements Ranged {
  private static final char[] SLASH = {'/'};

  private volatile RemoteEntry seen;

  /**
   * A file object.
   *
   * @param seen what a listing said about it
   */
  RemoteFile(AbstractFileName name, RemoteFileSystem files, RemoteEntry seen) {
    super(name, files);
    this.seen = seen;
  }

  private RemoteTree tree() {
    return getAbstractFileSystem().tree();
  }

  private StorePath path() throws FileSystemException {
    return StorePath.of(getName().getPathDecoded());
  }

  private RemoteEntry look() throws FileSystemException {
    RemoteEntry known = seen;
    if (known.kind() == RemoteEntry.Kind.UNKNOWN) {
      known = attempt("get-type", () -> tree().find(path())).orElse(RemoteEntry.NOTHING);
      seen = known;
    }
    return known;
  }

  @Override
  public FileType getType() throws FileSystemException {
    look();
    return super.getType();
  }

  @Override
  protected FileType doGetType() throws FileSystemException {
    return switch (look().kind()) {
      case FILE -> FileType.FILE;
      case FOLDER -> FileType.FOLDER;
      case NOTHING, UNKNOWN -> FileType.IMAGINARY;
    };
  }

  @Override
  protected long doGetContentSize() throws FileSystemException {
    return look().size();
  }

  @Override
  protected long doGetLastModifiedTime() throws FileSystemException {
    return look().modified();
  }

  @Override
  protected Map<String, Object> doGetAttributes() throws FileSystemException {
    String md5 = look().md5();
    return md5.isEmpty() ? Map.of() : Map.of("md5", md5);
  }

  @Override
  public void refresh() throws FileSystemException {
    seen = RemoteEntry.UNKNOWN;
    super.refresh();
  }

  /** VFS would take a backslash for a slash, and a question mark for the begin of a query. */
  @Override
  public FileObject resolveFile(String relative, NameScope scope) throws FileSystemException {
    String below = UriParser.decode(relative.replaceFirst("^\\./", ""));
    return below.isEmpty()
        ? new RemoteFile(name(), getAbstractFileSystem(), RemoteEntry.UNKNOWN)
        : at(UriParser.encode(below), RemoteEntry.UNKNOWN);
  }

  private AbstractFileName name() {
    return (AbstractFileName) getName();
  }

  private RemoteFile at(String below, RemoteEntry entry) {
    String above = getName().getPath();
    String path = (above.endsWith("/") ? above : above + "/") + below;
    AbstractFileName name = (AbstractFileName) name().createName(path, FileType.FILE_OR_FOLDER);
    return new RemoteFile(name, getAbstractFileSystem(), entry);
  }

  @Override
  public FileObject[] getChildren() throws FileSystemException {
    Map<String, RemoteEntry> entries = attempt("list-children", () -> tree().list(path()));
    List<FileObject> children = new ArrayList<>(entries.size());
    // A name that is told with slashes stays one name, and is none that a store can have.
    entries.forEach((child, entry) -> children.add(at(UriParser.encode(child, SLASH), entry)));
    return children.toArray(FileObject[]::new);
  }

  @Override
  protected String[] doListChildren() throws FileSystemException {
    return attempt("list-children", () -> tree().list(path())).keySet().toArray(String[]::new);
  }

  @Override
  protected InputStream doGetInputStream(int bufferSize) throws IOException {
    return tree().read(path(), 0, RemoteTree.TO_THE_END);
  }

  @Override
  public InputStream openRange(long from, long length) throws FileSystemException {
    RemoteEntry known = seen;
    return attempt("read", () -> tree().read(path(), known, from, length));
  }

  @Override
  public OutputStream getOutputStream(boolean append) throws FileSystemException {
    return attempt("write", () -> {
      if (tree() instanceof FolderTree folders) {
        makeFolders(folders, path().parent());
      }
      return writable().write(path());
    });
  }

  private static void makeFolders(FolderTree tree, StorePath folder) throws IOException {
    if (folder.isRoot() || tree.find(folder).isPresent()) {
      return;
    }
    makeFolders(tree, folder.parent());
    try {
      tree.makeFolder(folder);
    } catch (FileAlreadyExistsException madeByAnother) {
      // That is as good.
    }
  }

  @Override
  public boolean delete() throws FileSystemException {
    FileType type = getType();
    if (type == FileType.IMAGINARY) {
      return false;
    }
    attempt("delete", () -> {
      if (type == FileType.FOLDER) {
        folders().deleteFolder(path());
      } else {
        writable().delete(path());
      }
      return true;
    });
    refresh();
    return true;
  }

  @Override
  public void moveTo(FileObject target) throws FileSystemException {
    StorePath to = StorePath.of(target.getName().getPathDecoded());
    attempt("rename", () -> {
      folders().rename(path(), to);
      return true;
    });
    refresh();
    target.refresh();
  }

  private WritableTree writable() throws IOException {
    if (tree() instanceof WritableTree writable) {
      return writable;
    }
    throw new IOException("This kind of store cannot be written.");
  }

  private FolderTree folders() throws IOException {
    if (tree() instanceof FolderTree folders) {
      return folders;
    }
    throw new IOException("This kind of store has no folders of their own.");
  }

  private interface Request<T> {
    T send() throws IOException;
  }

  private <T> T attempt(String what, Request<T> request) throws FileSystemException {
    try {
      return request.send();
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException e) {
      throw new FileSystemException("vfs.provider/" + what + ".error", e, getName());
    }
  }
}
