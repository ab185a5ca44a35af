/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.files.internal;

import io.alfheim.alf.AlfFiles;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;

/** Finds session folders, and does not look inside them. Links are followed, but never in a circle. */
public final class SessionWalk extends SimpleFileVisitor<Path> {
  private final Path root;
  private final PathMatcher pattern;
  private final PathMatcher deeper;
  private final List<Path> found = new ArrayList<>();

  private SessionWalk(Path root, String pattern) {
    this.root = root;
    this.pattern = root.getFileSystem().getPathMatcher("glob:" + pattern);
    this.deeper = root.getFileSystem().getPathMatcher("glob:**/" + pattern);
  }

  /** The session folders at or below a root whose path below it ends in a pattern, sorted. */
  public static List<Path> find(Path root, String pattern) throws IOException {
    SessionWalk walk = new SessionWalk(root, pattern);
    if (!Files.isDirectory(root)) {
      throw new NoSuchFileException(root.toString());
    }
    Files.walkFileTree(root, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
    return walk.found.stream().sorted().toList();
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("Looking for sessions was cancelled.");
    }
    if (!AlfFiles.isSession(folder.toAbsolutePath().normalize())) {
      return FileVisitResult.CONTINUE;
    }
    Path below = root.relativize(folder);
    if (folder.equals(root) || pattern.matches(below) || deeper.matches(below)) {
      found.add(folder);
    }
    return FileVisitResult.SKIP_SUBTREE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
    if (e instanceof FileSystemLoopException || e instanceof NoSuchFileException) {
      return FileVisitResult.CONTINUE;
    }
    throw e;
  }
}
