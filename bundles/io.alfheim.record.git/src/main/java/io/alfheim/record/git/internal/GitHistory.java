/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import io.alfheim.catalog.spi.CommitEntry;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.NoteVisitor;
import io.alfheim.catalog.spi.RecordHistory;
import io.alfheim.catalog.spi.TagEntry;
import io.alfheim.catalog.spi.Touching;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;

/** The history of the branch {@code main}, as Git has it. */
final class GitHistory implements RecordHistory {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{4,40}");

  private final Repository repository;
  private final GitTags tags;

  GitHistory(Repository repository, GitTags tags) {
    this.repository = repository;
    this.tags = tags;
  }

  @Override
  public List<TagEntry> tags() throws IOException {
    return tags.list();
  }

  @Override
  public void tag(String name, CommitId commit, String description) throws IOException {
    tags.add(name, commit, description);
  }

  @Override
  public void untag(String name) throws IOException {
    tags.remove(name);
  }

  @Override
  public Optional<CommitId> find(String name) throws IOException {
    Ref tag = repository.exactRef(Constants.R_TAGS + name);
    if (tag != null) {
      return peel(tag.getObjectId());
    }
    if (!ID.matcher(name).matches()) {
      return Optional.empty();
    }
    try {
      ObjectId id = repository.resolve(name + "^{commit}");
      return id == null ? Optional.empty() : peel(id);
    } catch (IncorrectObjectTypeException | MissingObjectException e) {
      return Optional.empty();
    } catch (AmbiguousObjectException e) {
      throw new IOException(
          "Several objects of the record begin with '" + name + "'. Write more of its digits.", e);
    }
  }

  /** The commit that an id stands for: its own, or that of the tag. */
  private Optional<CommitId> peel(ObjectId id) throws IOException {
    return Cancellable.read(repository, reader -> {
      RevWalk walk = new RevWalk(reader);
      RevObject object = walk.peel(walk.parseAny(id));
      return object instanceof RevCommit
          ? Optional.of(new CommitId(object.name()))
          : Optional.empty();
    });
  }

  @Override
  public CommitEntry get(CommitId commit) throws IOException {
    if (!ObjectId.isId(commit.value())) {
      throw GitSnapshot.missing(repository, commit, null);
    }
    try {
      return Cancellable.read(
          repository,
          reader -> entry(new RevWalk(reader).parseCommit(ObjectId.fromString(commit.value()))));
    } catch (MissingObjectException | IncorrectObjectTypeException e) {
      throw GitSnapshot.missing(repository, commit, e);
    }
  }

  /** What was fetched from elsewhere was not here before that, whenever it was committed there. */
  @Override
  public Optional<CommitId> asOf(Instant time) throws IOException {
    Ref main = repository.exactRef(BareRepository.MAIN);
    if (main == null) {
      return Optional.empty();
    }
    return Cancellable.read(
        repository,
        reader -> new MainLog(repository, new RevWalk(reader))
            .asOf(main, time)
            .map(commit -> new CommitId(commit.name())));
  }

  @Override
  public void log(CommitId from, Touching touching, CommitVisitor visitor) throws IOException {
    if (from.isNone()) {
      return;
    }
    Cancellable.read(repository, reader -> {
      RevWalk walk = new RevWalk(reader);
      TouchedFiles touched = new TouchedFiles(reader, SessionsFilter.of(touching));
      walk.markStart(walk.parseCommit(ObjectId.fromString(from.value())));
      RevCommit commit = walk.next();
      while (commit != null && (!touched.differ(walk, commit) || visitor.visit(entry(commit)))) {
        if (Thread.currentThread().isInterrupted()) {
          throw new CancellationException("Reading the history was interrupted.");
        }
        commit = walk.next();
      }
      return from;
    });
  }

  @Override
  public void notes(String topic, Instant since, NoteVisitor visitor) throws IOException {
    Cancellable.read(repository, reader -> {
      new NoteHistory(reader, topic, visitor).run(repository.getRefDatabase().getRefs(), since);
      return topic;
    });
  }

  private static CommitEntry entry(RevCommit commit) {
    return new CommitEntry(
        new CommitId(commit.name()),
        commit.getTree().name(),
        Stream.of(commit.getParents())
            .map(parent -> new CommitId(parent.name()))
            .toList(),
        time(commit),
        commit.getAuthorIdent().getName(),
        commit.getFullMessage().strip());
  }

  private static Instant time(RevCommit commit) {
    return Instant.ofEpochSecond(commit.getCommitTime());
  }
}
