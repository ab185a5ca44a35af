/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.internal.storage.file.Pack;
import org.eclipse.jgit.internal.storage.file.PackFile;
import org.eclipse.jgit.internal.storage.file.PackInserter;
import org.eclipse.jgit.internal.storage.pack.PackExt;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.jspecify.annotations.Nullable;

/**
 * Takes the objects of one commit from any thread: a few wait and become loose files, so that small
 * commits do not leave a pack each; more are written to one pack at once. Nothing can be seen before
 * {@link #flush}, and closing without it leaves nothing.
 */
final class ObjectSink implements Closeable {
  private static final int FEW = 128;
  private static final int FEW_BYTES = 1 << 20;
  /** Level 6 packs the random digits of hashes and ids as well as 9 does, in half the time. */
  private static final int COMPRESSION = 6;

  private final FileRepository repository;
  private final List<Insertion> few = new ArrayList<>();
  private int fewBytes;
  private @Nullable PackInserter pack;

  /** An object that waits. */
  @FunctionalInterface
  private interface Insertion {
    void into(ObjectInserter inserter) throws IOException;
  }

  ObjectSink(FileRepository repository) {
    this.repository = repository;
  }

  /** The id that content has as a blob. */
  static ObjectId idOf(int type, byte[] data) {
    try (ObjectInserter.Formatter formatter = new ObjectInserter.Formatter()) {
      return formatter.idFor(type, data);
    }
  }

  /** Takes an object. The array must not be changed any more. */
  ObjectId add(int type, byte[] data) throws IOException {
    return add(idOf(type, data), type, data);
  }

  /** Takes an object whose id is known. */
  synchronized ObjectId add(ObjectId id, int type, byte[] data) throws IOException {
    if (pack != null) {
      return pack.insert(type, data);
    }
    few.add(inserter -> inserter.insert(type, data));
    fewBytes += data.length;
    if (few.size() > FEW || fewBytes > FEW_BYTES) {
      pack = repository.getObjectDatabase().newPackInserter();
      pack.setCompressionLevel(COMPRESSION);
      pack.checkExisting(false); // the editor leaves out what the base has
      insertAll(pack);
      few.clear();
    }
    return id;
  }

  /** Makes all objects durable and visible. */
  synchronized void flush() throws IOException {
    if (pack == null) {
      try (ObjectInserter loose = repository.newObjectInserter()) {
        insertAll(loose);
        loose.flush();
      }
      few.clear();
    } else {
      ObjectDirectory objects = repository.getObjectDatabase();
      Set<Pack> old = Set.copyOf(objects.getPacks());
      pack.flush();
      for (Pack written : objects.getPacks()) {
        if (!old.contains(written)) {
          // JGit itself does so with loose objects and references, but not with packs
          force(written.getPackFile());
          force(written.getPackFile().create(PackExt.INDEX));
        }
      }
    }
  }

  private void insertAll(ObjectInserter inserter) throws IOException {
    for (Insertion object : few) {
      object.into(inserter);
    }
  }

  private static void force(PackFile file) throws IOException {
    try (FileChannel channel = FileChannel.open(file.toPath(), StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Override
  public synchronized void close() {
    if (pack != null) {
      pack.close();
    }
  }
}
