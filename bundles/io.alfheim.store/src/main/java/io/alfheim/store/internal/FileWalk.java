/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.internal;

import io.alfheim.store.Listing;
import io.alfheim.store.StoreEntry;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists local files with one look at each, following links. */
final class FileWalk implements FileVisitor<Path> {
  private static final char UNDECODABLE = '\uFFFD';

  private final List<StoreEntry> entries = new ArrayList<>();
  private final List<Listing.Problem> problems = new ArrayList<>();
  /** The folders from the root of the store to the one where the walk starts. */
  private final Set<Object> above = new HashSet<>();
  /** For each folder on the way down its path with a slash at the end, as the names below need it. */
  private final Deque<String> prefixes = new ArrayDeque<>();

  private final StorePath start;

  private FileWalk(StorePath start) {
    this.start = start;
  }

  /**
   * Lists a folder.
   *
   * @param depth 1 for the files and folders in it, more for the files down to that depth
   * @throws NotDirectoryException if the start is not a folder
   */
  static Listing list(Path root, StorePath start, Path folder, int depth) throws IOException {
    FileWalk walk = new FileWalk(start);
    walk.remember(root, folder);
    Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), depth, walk);
    walk.entries.sort(Comparator.comparing(StoreEntry::path));
    walk.problems.sort(Comparator.comparing(Listing.Problem::path));
    return new Listing(walk.entries, walk.problems);
  }

  private void remember(Path root, Path folder) throws IOException {
    for (Path p = folder; p != null && p.startsWith(root); p = p.getParent()) {
      Object key = Files.readAttributes(p, BasicFileAttributes.class).fileKey();
      if (key != null) {
        above.add(key);
      }
    }
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    Cancellation.check();
    if (prefixes.isEmpty()) {
      prefixes.push(start.isRoot() ? "" : start + "/");
      return FileVisitResult.CONTINUE;
    }
    String name = name(folder);
    if (name == null || leadsBack(folder, attributes)) {
      return FileVisitResult.SKIP_SUBTREE;
    }
    prefixes.push(prefixes.element() + name + "/");
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    Cancellation.check();
    if (prefixes.isEmpty()) {
      throw new NotDirectoryException(file.toString());
    }
    String name = name(file);
    if (name == null) {
      return FileVisitResult.CONTINUE;
    }
    if (attributes.isRegularFile()) {
      long modified = attributes.lastModifiedTime().toMillis();
      entries.add(StoreEntry.file(path(name), attributes.size(), modified));
    } else if (attributes.isSymbolicLink()) {
      problem(file, whyUnfollowed(file));
    } else if (attributes.isDirectory() && !leadsBack(file, attributes)) {
      entries.add(StoreEntry.folder(path(name)));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
    Cancellation.check();
    if (prefixes.isEmpty()) {
      throw e;
    }
    if (!StagedName.is(lastName(file))) {
      problem(file, Failures.reason(e));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
      throws IOException {
    String prefix = prefixes.pop();
    if (e != null && prefixes.isEmpty()) {
      throw e;
    }
    if (e != null) {
      problems.add(new Listing.Problem(StorePath.of(prefix).value(), Failures.reason(e)));
    }
    return FileVisitResult.CONTINUE;
  }

  private boolean leadsBack(Path folder, BasicFileAttributes attributes) {
    Object key = attributes.fileKey();
    boolean back = key != null && above.contains(key);
    if (back) {
      problem(folder, "The link leads back to a folder above it.");
    }
    return back;
  }

  /** The name as text, or null if it is not to be shown. */
  private @Nullable String name(Path file) {
    String name = lastName(file);
    if (StagedName.is(name)) {
      return null;
    }
    if (name.indexOf(UNDECODABLE) >= 0 && !encodesAgain(file, name)) {
      problem(file, "The name is not valid text in the character set of the file system.");
      return null;
    }
    return name;
  }

  private static boolean encodesAgain(Path file, String name) {
    try {
      return file.getFileSystem().getPath(name).equals(file.getFileName());
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static String whyUnfollowed(Path link) {
    try {
      Files.readAttributes(link, BasicFileAttributes.class);
      return "The link changed while it was looked at.";
    } catch (NoSuchFileException e) {
      return "The link leads nowhere.";
    } catch (IOException e) {
      return Failures.reason(e);
    }
  }

  private void problem(Path file, String reason) {
    problems.add(new Listing.Problem(prefixes.element() + lastName(file), reason));
  }

  private StorePath path(String name) {
    return new StorePath(prefixes.element() + name);
  }

  private static String lastName(Path file) {
    Path name = file.getFileName();
    return name == null ? "" : name.toString();
  }
}
