/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.vfs;

import io.alfheim.store.Content;
import io.alfheim.store.StorePath;
import io.alfheim.store.internal.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.apache.commons.vfs2.Capability;
import org.apache.commons.vfs2.FileObject;
import org.apache.commons.vfs2.FileSystemException;
import org.apache.commons.vfs2.FileType;
import org.apache.commons.vfs2.provider.AbstractFileObject;
import org.apache.commons.vfs2.util.FileObjectUtils;
import org.apache.commons.vfs2.util.RandomAccessMode;

/** The bytes of a file in a VFS file system; opening them is the first look at it. */
record VfsContent(VfsStore store, StorePath path) implements Content {
  private static final String MD5 = "md5";

  @Override
  public long size() throws IOException {
    return attempt(file -> {
      checkFile(file);
      return file.getContent().getSize();
    });
  }

  @Override
  public InputStream openStream() throws IOException {
    return attempt(file -> explained(attached(file).getInputStream()));
  }

  @Override
  public InputStream openStream(long from) throws IOException {
    Optional<InputStream> rest = attempt(file -> from > 0 && attached(file) instanceof Ranged ranged
        ? Optional.of(range(ranged, from, Ranged.TO_THE_END))
        : Optional.empty());
    return rest.isPresent() ? rest.get() : Content.super.openStream(from);
  }

  @Override
  public SeekableByteChannel openChannel() throws IOException {
    return attempt(file -> {
      checkFile(file);
      if (attached(file) instanceof Ranged ranged) {
        return new RangeChannel(
            (from, length) -> range(ranged, from, length), file.getContent().getSize());
      }
      return file.getFileSystem().hasCapability(Capability.RANDOM_ACCESS_READ)
          ? new RandomAccessChannel(attached(file).getRandomAccessContent(RandomAccessMode.READ))
          : copy(attached(file));
    });
  }

  @Override
  public Optional<String> md5() throws IOException {
    return attempt(file -> {
      checkFile(file);
      return Optional.ofNullable(file.getContent().getAttributes().get(MD5)).map(Object::toString);
    });
  }

  @Override
  public int retries() throws IOException {
    return store.retries();
  }

  private InputStream range(Ranged file, long from, long length) throws IOException {
    Cancellation.check();
    try {
      return explained(file.openRange(from, length));
    } catch (FileSystemException e) {
      throw store.explain(path, e);
    }
  }

  private InputStream explained(InputStream in) {
    return new ExplainedStream(store, path, in);
  }

  /** Whoever cannot read at random is read from the first byte to the last, once. */
  private static FileChannel copy(AbstractFileObject<?> file) throws IOException {
    Path copy = Files.createTempFile("alfheim-", ".bytes");
    try (InputStream in = file.getInputStream()) {
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
      return FileChannel.open(copy, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException e) {
      Files.deleteIfExists(copy);
      throw e;
    }
  }

  /**
   * The object behind the decorations. VFS's own {@code FileContent} counts streams by thread and
   * leaks those that another thread closes.
   */
  private static AbstractFileObject<?> attached(FileObject file) throws FileSystemException {
    file.getContent();
    return FileObjectUtils.getAbstractFileObject(file);
  }

  private static void checkFile(FileObject file) throws FileSystemException {
    if (!file.getType().hasContent()) {
      throw new FileSystemException("vfs.provider/read-not-file.error", file.getName());
    }
  }

  private interface Opening<T> {
    T open(FileObject file) throws IOException;
  }

  private <T> T attempt(Opening<T> opening) throws IOException {
    FileObject file = store.resolve(path);
    store.names().readLock().lock();
    try {
      return opening.open(file);
    } catch (FileSystemException e) {
      throw store.explain(path, file, FileType.FILE, e);
    } finally {
      store.names().readLock().unlock();
    }
  }
}
