/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.ReflogEntry;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the branch stood when, as this home saw it. First parents alone do not tell: a branch that was
 * brought forward to the merge of somebody else has their commits as first parents, and its own as second.
 */
final class MainLog {
  /** Says in the log that the commit was made here, at the time that it bears. */
  static final String COMMIT = "commit";
  /** Says in the log that the branch was brought forward to commits of others. */
  static final String FETCH = "fetch";

  private static final Logger log = LoggerFactory.getLogger(MainLog.class);

  private final Repository repository;
  private final RevWalk walk;

  MainLog(Repository repository, RevWalk walk) {
    this.repository = repository;
    this.walk = walk;
    walk.setFirstParent(true);
  }

  /** The newest commit not after a time: by the log as far as it reaches, then by first parents. */
  Optional<RevCommit> asOf(Ref main, Instant time) throws IOException {
    ObjectId at = main.getObjectId();
    for (ReflogEntry entry : entries(main)) {
      if (entry.getNewId().equals(at)) { // not so where a program died before it moved the branch
        if (!when(entry).isAfter(time)) {
          return Optional.of(walk.parseCommit(at));
        }
        if (entry.getOldId().equals(ObjectId.zeroId())) {
          break;
        }
        at = entry.getOldId();
      }
    }
    walk.markStart(walk.parseCommit(at));
    for (RevCommit commit = walk.next(); commit != null; commit = walk.next()) {
      if (!time(commit).isAfter(time)) {
        return Optional.of(commit);
      }
    }
    return Optional.empty();
  }

  private List<ReflogEntry> entries(Ref main) throws IOException {
    try {
      return repository.getRefDatabase().getReflogReader(main).getReverseEntries();
    } catch (IllegalArgumentException e) { // a line that was cut off, say by a full disk
      log.debug("record={} has a log that cannot be read", repository.getDirectory(), e);
      return List.of();
    }
  }

  private Instant when(ReflogEntry entry) throws IOException {
    return entry.getComment().equals(COMMIT)
        ? time(walk.parseCommit(entry.getNewId()))
        : entry.getWho().getWhenAsInstant();
  }

  private static Instant time(RevCommit commit) {
    return Instant.ofEpochSecond(commit.getCommitTime());
  }
}
