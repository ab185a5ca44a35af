/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import io.alfheim.catalog.spi.CommitId;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.transport.FetchResult;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.RemoteRefUpdate.Status;
import org.eclipse.jgit.transport.TagOpt;
import org.jspecify.annotations.Nullable;

/** Copies commits between this repository and others, of this computer or through SSH. */
final class GitSharing {
  private static final String TAGS = "refs/tags/*:refs/tags/*";
  private static final String KEPT = "refs/remotes/shared/main";

  private final FileRepository repository;
  private final SshAccess ssh;

  GitSharing(FileRepository repository, SshAccess ssh) {
    this.repository = repository;
    this.ssh = ssh;
  }

  void push(String given) throws IOException {
    Address target = Address.of(given);
    if (target.isNothing()) {
      BareRepository.create(target.folder().orElseThrow());
    }
    try (Git git = new Git(repository)) {
      Iterable<PushResult> results = ssh.prepare(git.push())
          .setRemote(target.uri())
          .setRefSpecs(
              new RefSpec(BareRepository.MAIN + ":" + BareRepository.MAIN), new RefSpec(TAGS))
          .call();
      for (PushResult result : results) {
        List<String> others = new ArrayList<>();
        for (RemoteRefUpdate update : result.getRemoteUpdates()) {
          if (!isAnotherTag(update)) {
            require(update, target);
          } else if (!meansTheSame(update, result.getAdvertisedRef(update.getRemoteName()))) {
            others.add(update.getRemoteName().substring(Constants.R_TAGS.length()));
          }
        }
        requireNone(others, target);
      }
    } catch (GitAPIException e) {
      throw failed("Nothing can be pushed to '" + target + "'", e);
    }
  }

  private static boolean isAnotherTag(RemoteRefUpdate update) {
    return update.getRemoteName().startsWith(Constants.R_TAGS)
        && update.getStatus() == Status.REJECTED_NONFASTFORWARD;
  }

  /** Two may have given the same commit the same name, each in words of their own. */
  private boolean meansTheSame(RemoteRefUpdate update, @Nullable Ref there) throws IOException {
    if (there == null) {
      return false;
    }
    try {
      return Cancellable.read(repository, reader -> {
        RevWalk walk = new RevWalk(reader);
        return walk.peel(walk.parseAny(update.getNewObjectId()))
            .equals(walk.peel(walk.parseAny(there.getObjectId())));
      });
    } catch (MissingObjectException e) {
      return false; // never fetched
    }
  }

  private static void requireNone(List<String> tags, Address target) throws FileSystemException {
    if (!tags.isEmpty()) {
      throw new FileSystemException(
          target.uri(),
          null,
          "Tag '" + String.join("', '", tags) + "' in '" + target
              + "' stands for something else than here and stays; all else was pushed."
              + " Release yours under another name, and delete the one here.");
    }
  }

  private static void require(RemoteRefUpdate update, Address target) throws FileSystemException {
    Status status = update.getStatus();
    if (status == Status.REJECTED_NONFASTFORWARD) {
      throw new FileSystemException(
          target.uri(),
          null,
          "'" + update.getRemoteName() + "' in '" + target
              + "' has commits that are not here. Fetch them first, then push again.");
    }
    if (status != Status.OK && status != Status.UP_TO_DATE) {
      throw new FileSystemException(
          target.uri(),
          null,
          "'" + update.getRemoteName() + "' in '" + target + "' does not take what is pushed ("
              + status + ").");
    }
  }

  /**
   * What was fetched: whatever others fetch at the same time or later, this was seen together.
   *
   * @param main the newest commit
   * @param tags what they point to, by name
   */
  record Fetched(CommitId main, SortedMap<String, ObjectId> tags) {}

  /** The newest commit of the other and its tags, which are here then. */
  Fetched fetch(String given) throws IOException {
    Address source = Address.of(given);
    if (source.folder().filter(folder -> !Files.isDirectory(folder)).isPresent()) {
      throw new NoSuchFileException(source.uri(), null, "There is no repository '" + source + "'.");
    }
    BareRepository.sweep(repository);
    try (Git git = new Git(repository)) {
      FetchResult result = ssh.prepare(git.fetch())
          .setRemote(source.uri())
          .setRefSpecs(
              new RefSpec("+" + BareRepository.MAIN + ":" + KEPT),
              new RefSpec("+refs/tags/*:" + GitTags.FETCHED + "*"))
          .setTagOpt(TagOpt.NO_TAGS)
          .setRemoveDeletedRefs(true) // the tags of the copy that was fetched before
          .call();
      Ref main = result.getAdvertisedRef(BareRepository.MAIN);
      if (main == null) {
        throw new IOException("The repository '" + source + "' has no branch 'main'.");
      }
      return new Fetched(new CommitId(main.getObjectId().name()), tags(result));
    } catch (GitAPIException e) {
      throw failed("Nothing can be fetched from '" + source + "'", e);
    }
  }

  private static SortedMap<String, ObjectId> tags(FetchResult result) {
    SortedMap<String, ObjectId> tags = new TreeMap<>();
    for (Ref ref : result.getAdvertisedRefs()) {
      if (ref.getName().startsWith(Constants.R_TAGS)) {
        tags.put(ref.getName().substring(Constants.R_TAGS.length()), ref.getObjectId());
      }
    }
    return tags;
  }

  /** The innermost reason says most: that a host is not known, or a key not accepted. */
  private static IOException failed(String what, GitAPIException e) {
    Throwable reason = e;
    while (reason.getCause() != null && reason.getCause().getMessage() != null) {
      reason = reason.getCause();
    }
    String first = String.valueOf(e.getMessage()).strip();
    String last = String.valueOf(reason.getMessage()).strip();
    String words = (first.contains(last) ? first : first + ": " + last).replaceAll("\\s+", " ");
    return new IOException(what + ": " + words + (words.endsWith(".") ? "" : "."), e);
  }

  List<CommitId> bases(CommitId one, CommitId other) throws IOException {
    if (one.isNone() || other.isNone()) {
      return List.of();
    }
    return Cancellable.read(repository, reader -> {
      RevWalk walk = new RevWalk(reader);
      walk.setRevFilter(RevFilter.MERGE_BASE);
      walk.markStart(walk.parseCommit(ObjectId.fromString(one.value())));
      walk.markStart(walk.parseCommit(ObjectId.fromString(other.value())));
      List<CommitId> bases = new ArrayList<>();
      for (RevCommit base = walk.next(); base != null; base = walk.next()) {
        bases.add(new CommitId(base.name()));
      }
      return bases;
    });
  }
}
