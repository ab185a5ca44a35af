/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.TagEntry;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TagBuilder;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevTag;
import org.eclipse.jgit.revwalk.RevWalk;

/** The tags of a repository: annotated ones, and those without a word that others made. */
final class GitTags {
  /** Where tags are that were fetched, whoever has the name here. */
  static final String FETCHED = "refs/remotes/shared/tags/";

  private final FileRepository repository;
  private final WriterLock writers;

  GitTags(FileRepository repository, WriterLock writers) {
    this.repository = repository;
    this.writers = writers;
  }

  /** All that stand for commits, by name. */
  List<TagEntry> list() throws IOException {
    return list(Constants.R_TAGS);
  }

  /** Those of the copy that was fetched last. */
  List<TagEntry> fetched() throws IOException {
    return list(FETCHED);
  }

  private List<TagEntry> list(String prefix) throws IOException {
    List<TagEntry> tags = new ArrayList<>();
    List<Ref> refs = repository.getRefDatabase().getRefsByPrefix(prefix);
    Cancellable.read(repository, reader -> {
      RevWalk walk = new RevWalk(reader);
      for (Ref ref : refs) {
        String name = ref.getName().substring(prefix.length());
        entry(walk, name, ref.getObjectId()).ifPresent(tags::add);
      }
      return refs;
    });
    return tags;
  }

  private static Optional<TagEntry> entry(RevWalk walk, String name, ObjectId id)
      throws IOException {
    RevObject object = walk.parseAny(id);
    if (!(walk.peel(object) instanceof RevCommit commit)) {
      return Optional.empty();
    }
    walk.parseBody(commit);
    boolean hasWords = object instanceof RevTag;
    PersonIdent given =
        object instanceof RevTag tag ? tag.getTaggerIdent() : commit.getCommitterIdent();
    PersonIdent who = given == null ? commit.getCommitterIdent() : given;
    String words = hasWords ? ((RevTag) object).getFullMessage().strip() : "";
    Instant when = who.getWhenAsInstant();
    return Optional.of(new TagEntry(name, new CommitId(commit.name()), when, who.getName(), words));
  }

  /** Makes an annotated tag. */
  void add(String name, CommitId commit, String description) throws IOException {
    String ref = Constants.R_TAGS + name;
    if (!Repository.isValidRefName(ref)) {
      throw new IOException("'" + name + "' cannot be the name of a tag."
          + " Use letters, digits, '.', '-', '_' and single '/'.");
    }
    Cancellable.run(() -> {
      try (WriterLock.Turn turn = writers.take();
          ObjectSink sink = new ObjectSink(repository)) {
        if (turn.isAfterCrash()) {
          BareRepository.clean(repository);
        }
        TagBuilder tag = new TagBuilder();
        tag.setTag(name);
        tag.setObjectId(ObjectId.fromString(commit.value()), Constants.OBJ_COMMIT);
        tag.setTagger(Program.current().author());
        tag.setMessage(description + "\n");
        ObjectId id = sink.add(Constants.OBJ_TAG, tag.build());
        sink.flush();
        RefUpdate update = repository.updateRef(ref);
        update.setExpectedOldObjectId(ObjectId.zeroId());
        update.setNewObjectId(id);
        require(update.update() == RefUpdate.Result.NEW, name);
        return commit;
      }
    });
  }

  /** Gives a fetched tag its name here, if nothing has it; tells whether it now means the same. */
  boolean adopt(TagEntry tag) throws IOException {
    Ref here = repository.exactRef(Constants.R_TAGS + tag.name());
    Ref fetched = repository.exactRef(FETCHED + tag.name());
    if (here != null || fetched == null) {
      return here != null && means(here, tag.commit());
    }
    return Cancellable.run(() -> {
      try (WriterLock.Turn turn = writers.take()) {
        if (turn.isAfterCrash()) {
          BareRepository.clean(repository);
        }
        RefUpdate update = repository.updateRef(Constants.R_TAGS + tag.name());
        update.setExpectedOldObjectId(ObjectId.zeroId());
        update.setNewObjectId(fetched.getObjectId());
        return update.update() == RefUpdate.Result.NEW;
      }
    });
  }

  private boolean means(Ref tag, CommitId commit) throws IOException {
    return Cancellable.read(repository, reader -> {
      RevWalk walk = new RevWalk(reader);
      return walk.peel(walk.parseAny(tag.getObjectId())).name().equals(commit.value());
    });
  }

  private void require(boolean made, String name) throws IOException {
    if (!made) {
      throw repository.exactRef(Constants.R_TAGS + name) == null
          ? new FileSystemException(name, null, "The tag '" + name + "' could not be written.")
          : new FileAlreadyExistsException(
              name, null, "There is a tag '" + name + "' already. Choose another name.");
    }
  }

  /** Deletes a tag; its commit stays. */
  void remove(String name) throws IOException {
    Cancellable.run(() -> {
      try (WriterLock.Turn turn = writers.take()) {
        if (turn.isAfterCrash()) {
          BareRepository.clean(repository);
        }
        Ref ref = repository.exactRef(Constants.R_TAGS + name);
        if (ref == null) {
          throw new NoSuchFileException(name, null, "There is no tag '" + name + "'.");
        }
        RefUpdate update = repository.updateRef(ref.getName());
        update.setForceUpdate(true);
        RefUpdate.Result result = update.delete();
        if (result != RefUpdate.Result.FORCED) {
          throw new FileSystemException(
              name, null, "The tag '" + name + "' is locked by a Git program. Try again.");
        }
        return ref;
      }
    });
  }
}
