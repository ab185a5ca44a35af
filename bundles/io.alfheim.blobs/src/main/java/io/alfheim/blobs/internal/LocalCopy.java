/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** A file on its way into a local folder; under its name it is whole or not at all. */
final class LocalCopy implements Closeable {
  private final Path folder;
  private final Path hidden;

  LocalCopy(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder);
    // not a temporary file of Java's, which nobody else may read
    hidden = folder.resolve(".alfheim-" + UUID.randomUUID() + ".part");
  }

  OutputStream open() throws IOException {
    return new Named(Files.newOutputStream(hidden), folder);
  }

  /** Says where it was that nothing could be written: the other end of the copy fails, too. */
  private static final class Named extends FilterOutputStream {
    private final Path folder;

    Named(OutputStream out, Path folder) {
      super(out);
      this.folder = folder;
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws IOException {
      try {
        out.write(bytes, start, length);
      } catch (IOException e) {
        FileSystemException named = new FileSystemException(
            folder.toString(), null, "'" + folder + "' cannot be written: " + e.getMessage());
        named.initCause(e);
        throw named;
      }
    }
  }

  /** Puts it under a name that must be free; a move would replace what others put there just now. */
  void settle(Path target) throws IOException {
    try {
      Files.createLink(target, hidden);
    } catch (FileAlreadyExistsException taken) {
      throw taken;
    } catch (UnsupportedOperationException | FileSystemException noLinks) {
      Files.move(hidden, target);
    }
  }

  /** Puts it under a name; the file that is there gets another. */
  void displace(Path target) throws IOException {
    Path aside = target;
    boolean kept = !Files.exists(target);
    while (!kept) {
      aside = aside.resolveSibling(aside.getFileName() + "~");
      kept = keep(target, aside);
    }
    Files.move(hidden, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Under a second name, if that is free: others may be doing the same, and nothing is replaced. */
  private static boolean keep(Path target, Path aside) throws IOException {
    try {
      Files.createLink(aside, target);
      return true;
    } catch (FileAlreadyExistsException taken) {
      return false;
    } catch (NoSuchFileException gone) {
      return true;
    } catch (UnsupportedOperationException | FileSystemException noLinks) {
      if (Files.exists(aside, LinkOption.NOFOLLOW_LINKS)) {
        return false;
      }
      Files.move(target, aside);
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(hidden);
  }
}
