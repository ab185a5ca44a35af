/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.internal;

import io.alfheim.store.Content;
import io.alfheim.store.Listing;
import io.alfheim.store.Store;
import io.alfheim.store.StoreEntry;
import io.alfheim.store.StorePath;
import io.alfheim.store.WritableStore;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A store of local files, at the speed of the disk. */
final class FileStore implements WritableStore {
  private final Path root;
  private final Failures failures;
  private final StagedFile.Linker linker;
  private final StagedLeftovers leftovers = new StagedLeftovers();
  private volatile boolean closed;

  FileStore(String name, Path root, StagedFile.Linker linker) {
    this.root = root;
    this.failures = new Failures(name, root.toString());
    this.linker = linker;
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
    return list(folder, 1);
  }

  @Override
  public Listing walk(StorePath folder) throws IOException {
    return list(folder, Integer.MAX_VALUE);
  }

  private Listing list(StorePath folder, int depth) throws IOException {
    Path local = locate(folder);
    try {
      return FileWalk.list(root, folder, local, depth);
    } catch (IOException e) {
      throw translate(folder, local, e);
    }
  }

  @Override
  public Optional<StoreEntry> find(StorePath path) throws IOException {
    Path local = locate(path);
    try {
      BasicFileAttributes attributes = Files.readAttributes(local, BasicFileAttributes.class);
      return StagedName.isIn(path) ? Optional.empty() : entry(path, attributes);
    } catch (IOException e) {
      IOException translated = translate(path, local, e);
      if (translated instanceof NoSuchFileException) {
        return Optional.empty();
      }
      throw translated;
    }
  }

  private static Optional<StoreEntry> entry(StorePath path, BasicFileAttributes attributes) {
    if (attributes.isDirectory()) {
      return Optional.of(StoreEntry.folder(path));
    }
    long modified = attributes.lastModifiedTime().toMillis();
    return attributes.isRegularFile()
        ? Optional.of(StoreEntry.file(path, attributes.size(), modified))
        : Optional.empty();
  }

  @Override
  public Content read(StorePath file) throws IOException {
    StoreEntry entry = find(file).orElseThrow(() -> failures.missing(file));
    if (entry.folder()) {
      throw failures.notFile(file);
    }
    return new FileContent(file, locate(file), failures);
  }

  @Override
  public void create(StorePath file, Bytes bytes) throws IOException {
    write(file, locateNew(file), bytes, this::create);
  }

  /** Each is an open file, of which a process may not have many. */
  @Override
  public int filesAtATime() {
    return 100;
  }

  @Override
  public boolean replacesAtOnce() {
    return true;
  }

  @Override
  public boolean setModified(StorePath file, Instant time) throws IOException {
    Path local = locateFile(file);
    try {
      Files.setLastModifiedTime(local, FileTime.from(time));
      return true;
    } catch (NoSuchFileException e) {
      throw translate(file, local, e);
    } catch (IOException ofSomebodyElse) {
      return false;
    }
  }

  private void create(StagedFile staged) throws IOException {
    staged.create(linker);
  }

  @Override
  public void replace(StorePath file, Bytes bytes) throws IOException {
    write(file, locateFile(file), bytes, StagedFile::replace);
  }

  @Override
  public boolean copyFrom(Store from, StorePath file, StorePath copy, Check check)
      throws IOException {
    Optional<Path> original = from.read(file).file();
    if (original.isEmpty()) {
      return false;
    }
    Path target = locateNew(copy);
    try (StagedFile staged = stage(copy, target)) {
      try {
        staged.fill(original.get());
      } catch (IOException e) {
        throw failures.translate(copy, e);
      }
      check.check(new FileContent(copy, staged.hidden(), failures));
      land(copy, staged, this::create);
    }
    return true;
  }

  @Override
  public void force(Collection<StorePath> copies) throws IOException {
    Set<Path> forced = new HashSet<>();
    for (StorePath copy : copies) {
      Path local = locateFile(copy);
      force(copy, local);
      Path folder = local.getParent();
      while (folder != null && folder.startsWith(root) && forced.add(folder)) {
        Folders.sync(folder, folder);
        folder = folder.getParent();
      }
    }
  }

  private void force(StorePath copy, Path local) throws IOException {
    // Some systems want to write what they bring to the disk, and a copy may forbid that.
    OpenOption way = Files.isWritable(local) ? StandardOpenOption.WRITE : StandardOpenOption.READ;
    try (FileChannel bytes = FileChannel.open(local, way)) {
      bytes.force(true);
    } catch (IOException e) {
      throw translate(copy, local, e);
    }
  }

  @Override
  public void delete(StorePath file) throws IOException {
    Path target = locateFile(file);
    try {
      Files.delete(target);
    } catch (IOException e) {
      throw translate(file, target, e);
    }
    Folders.prune(Folders.above(target), root);
  }

  @Override
  public void close() {
    closed = true;
  }

  /** How a written file gets its name. */
  @FunctionalInterface
  private interface Landing {
    void land(StagedFile staged) throws IOException;
  }

  /** The writer's own errors pass as they are; only those of the disk are translated. */
  private void write(StorePath file, Path target, Bytes bytes, Landing landing) throws IOException {
    try (StagedFile staged = stage(file, target)) {
      LentStream out = new LentStream(staged.channel(), file, failures);
      bytes.writeTo(out);
      out.flush();
      land(file, staged, whole -> {
        whole.force();
        landing.land(whole);
        whole.forceName();
      });
    }
  }

  private void land(StorePath file, StagedFile staged, Landing landing) throws IOException {
    try {
      landing.land(staged);
    } catch (IOException e) {
      throw failures.translate(file, e);
    }
  }

  private StagedFile stage(StorePath file, Path target) throws IOException {
    if (StagedName.isIn(file)) {
      throw failures.because(file, "The name is reserved for files that are being written.");
    }
    leftovers.sweep(Folders.above(target));
    try {
      return StagedFile.beside(target, root);
    } catch (IOException e) {
      throw failures.translate(file, e);
    }
  }

  private Path locate(StorePath path) throws IOException {
    Cancellation.check();
    if (closed) {
      throw failures.closed(path);
    }
    try {
      return path.isRoot() ? root : root.resolve(path.value());
    } catch (InvalidPathException e) {
      throw failures.because(
          path, "The name has characters that the file system cannot write. Use a UTF-8 locale.");
    }
  }

  private Path locateNew(StorePath path) throws IOException {
    Path local = locate(path);
    if (Files.exists(local, LinkOption.NOFOLLOW_LINKS)) {
      throw failures.exists(path);
    }
    return local;
  }

  private Path locateFile(StorePath path) throws IOException {
    Path local = locate(path);
    if (Files.isDirectory(local)) {
      throw failures.notFile(path);
    }
    return local;
  }

  private IOException translate(StorePath path, Path local, IOException e) {
    if (e instanceof NotDirectoryException) {
      return failures.notFolder(path);
    }
    // The system's "not a directory" has no exception of its own.
    return e.getClass() == FileSystemException.class && isBelowFile(local)
        ? failures.missing(path)
        : failures.translate(path, e);
  }

  private boolean isBelowFile(Path local) {
    Path above = local.getParent();
    while (above != null && above.startsWith(root)) {
      if (Files.isRegularFile(above)) {
        return true;
      }
      above = above.getParent();
    }
    return false;
  }
}
