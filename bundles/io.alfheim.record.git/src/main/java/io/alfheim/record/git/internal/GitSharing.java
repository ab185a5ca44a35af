/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import io.alfheim.catalog.spi.CommitId;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.RemoteRefUpdate.Status;
import org.eclipse.jgit.transport.TagOpt;

/** Copies commits between this repository and others of the same computer. */
final class GitSharing {
  private static final String TAGS = "refs/tags/*:refs/tags/*";
  private static final String KEPT = "refs/remotes/shared/main";

  private final FileRepository repository;

  GitSharing(FileRepository repository) {
    this.repository = repository;
  }

  /** A home stands for its record. */
  private static Path resolve(Path given) {
    Path record = given.resolve(BareRepository.FOLDER);
    return (Files.isDirectory(record) ? record : given).toAbsolutePath().normalize();
  }

  void push(Path given) throws IOException {
    Path target = resolve(given);
    if (isNothing(target)) {
      BareRepository.create(target);
    }
    try (Git git = new Git(repository)) {
      Iterable<PushResult> results = git.push()
          .setRemote(target.toString())
          .setRefSpecs(
              new RefSpec(BareRepository.MAIN + ":" + BareRepository.MAIN), new RefSpec(TAGS))
          .call();
      for (PushResult result : results) {
        for (RemoteRefUpdate update : result.getRemoteUpdates()) {
          require(update, target);
        }
      }
    } catch (GitAPIException e) {
      throw failed("Nothing can be pushed to '" + target + "'", e);
    }
  }

  private static boolean isNothing(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return true;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private static void require(RemoteRefUpdate update, Path target) throws FileSystemException {
    Status status = update.getStatus();
    if (status == Status.REJECTED_NONFASTFORWARD) {
      throw new FileSystemException(
          target.toString(),
          null,
          "'" + update.getRemoteName() + "' in '" + target
              + "' has commits that are not here. Fetch them first, then push again.");
    }
    if (status != Status.OK && status != Status.UP_TO_DATE) {
      throw new FileSystemException(
          target.toString(),
          null,
          "'" + update.getRemoteName() + "' in '" + target + "' does not take what is pushed ("
              + status + ").");
    }
  }

  /** The newest commit of the other, which is here then. */
  CommitId fetch(Path given) throws IOException {
    Path source = resolve(given);
    if (!Files.isDirectory(source)) {
      throw new NoSuchFileException(
          source.toString(), null, "There is no repository '" + source + "'.");
    }
    try (Git git = new Git(repository)) {
      Ref main = git.fetch()
          .setRemote(source.toString())
          .setRefSpecs(new RefSpec("+" + BareRepository.MAIN + ":" + KEPT))
          .setTagOpt(TagOpt.FETCH_TAGS)
          .call()
          .getAdvertisedRef(BareRepository.MAIN);
      if (main == null) {
        throw new IOException("The repository '" + source + "' has no branch 'main'.");
      }
      return new CommitId(main.getObjectId().name());
    } catch (GitAPIException e) {
      throw failed("Nothing can be fetched from '" + source + "'", e);
    }
  }

  private static IOException failed(String what, GitAPIException e) {
    return new IOException(what + ": " + e.getMessage() + ".", e);
  }

  CommitId common(CommitId one, CommitId other) throws IOException {
    if (one.isNone() || other.isNone()) {
      return CommitId.NONE;
    }
    return Cancellable.read(repository, reader -> {
      RevWalk walk = new RevWalk(reader);
      walk.setRevFilter(RevFilter.MERGE_BASE);
      walk.markStart(walk.parseCommit(ObjectId.fromString(one.value())));
      walk.markStart(walk.parseCommit(ObjectId.fromString(other.value())));
      RevCommit base = walk.next();
      return base == null ? CommitId.NONE : new CommitId(base.name());
    });
  }
}
