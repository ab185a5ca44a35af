/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.internal;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A local file on its way: written under a hidden name beside its target, then put there at once and
 * whole. Closing it sweeps what did not land, and the folders made for it.
 */
final class StagedFile implements Closeable {
  private static final int ATTEMPTS = 20;

  /** So that an interruption is noticed soon. */
  private static final int CHUNK = 1 << 26;

  /** Gives a file a second name, as {@link Files#createLink} does where the disk can. */
  @FunctionalInterface
  interface Linker {
    /** Makes the new name; fails if it is taken. */
    Path link(Path name, Path file) throws IOException;
  }

  private final Path target;
  private final Path hidden;
  private final Path folder;
  private final Path oldFolder;
  private final FileChannel channel;
  private boolean landed;

  private StagedFile(Path target, Path folder, Path oldFolder) throws IOException {
    this.target = target;
    this.folder = folder;
    this.oldFolder = oldFolder;
    this.hidden = target.resolveSibling(StagedName.fresh());
    this.channel =
        FileChannel.open(hidden, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /** Begins a file and makes the folders on its way. */
  static StagedFile beside(Path target, Path root) throws IOException {
    Path folder = Folders.above(target);
    for (int attempt = 1; ; attempt++) {
      Path there = Folders.deepest(root, folder);
      try {
        Folders.make(folder, there);
        return new StagedFile(target, folder, there);
      } catch (IOException e) {
        Folders.prune(folder, there);
        // Somebody who deletes a file may have taken the folder with it.
        if (!(e instanceof NoSuchFileException) || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /** Where the bytes go. */
  FileChannel channel() {
    return channel;
  }

  /** Has the system copy a file, as fast as the disk can. */
  void fill(Path original) throws IOException {
    try (FileChannel in = FileChannel.open(original, StandardOpenOption.READ)) {
      long size = in.size();
      for (long done = 0; done < size; ) {
        Cancellation.check();
        long count = in.transferTo(done, CHUNK, channel);
        if (count <= 0) {
          throw new EOFException("The original was cut while it was copied.");
        }
        done += count;
      }
    }
  }

  /** Where the bytes are until then. */
  Path hidden() {
    return hidden;
  }

  /** Waits until the disk has the bytes. */
  void force() throws IOException {
    channel.force(true);
  }

  /** Puts the file under its name, which must be free. */
  void create(Linker linker) throws IOException {
    try {
      linker.link(target, hidden);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (FileSystemException | UnsupportedOperationException noLinks) {
      claim();
    }
    landed = true;
  }

  /** Without links the name is claimed by an empty file first: nobody else can get it then. */
  private void claim() throws IOException {
    Files.createFile(target);
    try {
      move();
    } catch (IOException e) {
      Files.deleteIfExists(target);
      throw e;
    }
  }

  /** Puts the file under its name, in the place of one that is there. */
  void replace() throws IOException {
    move();
    landed = true;
  }

  private void move() throws IOException {
    Files.move(hidden, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Waits until the disk has the name, too. */
  void forceName() {
    Folders.sync(folder, oldFolder);
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(hidden);
    if (!landed) {
      Folders.prune(folder, oldFolder);
    }
  }
}
