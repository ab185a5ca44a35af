/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import io.alfheim.blobs.BlobException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Steps of which only one is done at a time, by all threads and processes of a home: who takes back
 * what is being put aside would take away the copy, and the other one the object.
 *
 * <p>Only who has the turn in this process may open the file: closing any channel of a file gives up
 * all locks that the process has on it. The system takes the lock back from a process that ends, and
 * the file stays, as to delete it would break the lock.
 */
final class Alone {
  private static final Set<Path> IN_THIS_PROCESS = ConcurrentHashMap.newKeySet();

  private Alone() {}

  /** What is done. */
  @FunctionalInterface
  interface Step<R> {
    R run() throws IOException;
  }

  /**
   * Does a step, unless another one is being done.
   *
   * @param name of the lock, in the folder
   * @param section that is cleaned up
   * @throws BlobException if it is the turn of somebody else
   */
  static <R> R run(Path folder, String name, String section, Step<R> step) throws IOException {
    Path file = Files.createDirectories(folder).toRealPath().resolve(name);
    if (!IN_THIS_PROCESS.add(file)) {
      throw busy(section);
    }
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock == null) {
        throw busy(section);
      }
      return step.run();
    } catch (OverlappingFileLockException anotherClassOfThisName) {
      throw busy(section);
    } finally {
      IN_THIS_PROCESS.remove(file);
    }
  }

  private static BlobException busy(String section) {
    return new BlobException(
        "Section '" + section + "' is being cleaned up by another program or thread of this home.",
        "Try again when it is done, or end it: what it has not done yet can be done later.");
  }
}
