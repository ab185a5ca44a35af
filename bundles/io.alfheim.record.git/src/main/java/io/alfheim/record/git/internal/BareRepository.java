/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.jgit.api.errors.InvalidRefNameException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FileUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes, opens and tidies the bare repository of a home. */
final class BareRepository {
  static final String FOLDER = "record.git";
  static final String MAIN = "refs/heads/main";
  private static final String SECTION = "alfheim";
  private static final String NAMESPACE = "namespace";
  private static final Logger log = LoggerFactory.getLogger(BareRepository.class);

  static {
    HermeticSystem.install();
  }

  private BareRepository() {}

  /** Opens that of a home, and makes it first if there is none. */
  static FileRepository open(Path home) throws IOException {
    Path folder = home.resolve(FOLDER);
    if (!Files.exists(folder)) {
      create(home, folder);
    }
    try {
      return (FileRepository) builder(folder).setMustExist(true).build();
    } catch (RepositoryNotFoundException e) {
      throw new IOException(
          "'" + folder + "' is no Git repository. Restore it, or move it away for a new record.",
          e);
    } catch (IOException e) {
      throw new IOException(
          "The record in '" + folder + "' cannot be opened: " + e.getMessage() + ".", e);
    }
  }

  /** The namespace that was drawn when the repository was made, and is not in a commit yet. */
  static Optional<UUID> drawnNamespace(FileRepository repository) {
    String text = repository.getConfig().getString(SECTION, null, NAMESPACE);
    return Optional.ofNullable(text).map(UUID::fromString);
  }

  /** Prepares the repository under another name, so that it is there whole or not at all. */
  private static void create(Path home, Path folder) throws IOException {
    Path unfinished = home.resolve(FOLDER + "." + UUID.randomUUID());
    try {
      Files.createDirectories(home);
      try (FileRepository made = (FileRepository) builder(unfinished).build()) {
        made.create(true);
        configure(made.getConfig());
      }
      Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
      log.debug("Made an empty record: {}", folder);
    } catch (IOException e) {
      FileUtils.delete(unfinished.toFile(), FileUtils.RECURSIVE | FileUtils.SKIP_MISSING);
      if (!Files.exists(folder)) { // otherwise another process was faster
        throw new IOException(
            "There is no record in '" + home + "', and none can be made: " + reason(e) + ".", e);
      }
    }
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  private static void configure(FileBasedConfig config) throws IOException {
    config.setString(SECTION, null, NAMESPACE, UUID.randomUUID().toString());
    config.setBoolean("core", null, "logAllRefUpdates", true); // also for what git pushes to it
    config.setString("gc", null, "reflogExpire", "never");
    config.setString("gc", null, "reflogExpireUnreachable", "never");
    config.save();
  }

  /** Makes an empty repository for others to be pushed to. */
  static void create(Path folder) throws IOException {
    try (FileRepository made = (FileRepository) builder(folder).build()) {
      made.create(true);
    }
  }

  private static FileRepositoryBuilder builder(Path folder) throws IOException {
    try {
      return new FileRepositoryBuilder()
          .setBare()
          .setGitDir(folder.toFile())
          .setInitialBranch("main");
    } catch (InvalidRefNameException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Removes what a writer left that died. Only for the holder of the writers' lock. */
  static void clean(FileRepository repository) throws IOException {
    Path folder = repository.getDirectory().toPath();
    int files = 0;
    for (Path lock : locks(folder)) {
      files += Files.deleteIfExists(lock) ? 1 : 0;
    }
    Path objects = repository.getObjectsDirectory().toPath();
    try (DirectoryStream<Path> left = Files.newDirectoryStream(objects, "{insert_,noz}*")) {
      for (Path file : left) {
        files += Files.deleteIfExists(file) ? 1 : 0;
      }
    }
    log.warn("A writer of {} died; removed {} temporary files it left", folder, files);
  }

  /** Removes what fetches left that were killed; what is younger than a day may be one under way. */
  static void sweep(FileRepository repository) {
    Path objects = repository.getObjectsDirectory().toPath();
    Instant yesterday = Instant.now().minus(Duration.ofDays(1));
    try (DirectoryStream<Path> left = Files.newDirectoryStream(objects, "incoming_*")) {
      for (Path file : left) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(yesterday)) {
          boolean deleted = Files.deleteIfExists(file);
          log.debug("file={} of a fetch that died, deleted={}", file, deleted);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      log.debug("record={} cannot be swept", objects, e);
    }
  }

  /** Of refs, which are written beside themselves first, and of the file that holds many of them. */
  private static List<Path> locks(Path folder) throws IOException {
    try (Stream<Path> refs = Files.walk(folder.resolve("refs"))) {
      return Stream.concat(
              Stream.of(folder.resolve("packed-refs.lock")),
              refs.filter(file -> file.toString().endsWith(".lock")))
          .toList();
    }
  }
}
