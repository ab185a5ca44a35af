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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.jspecify.annotations.Nullable;

/** The tags of a repository: annotated ones, and those without a word that others made. */
final class GitTags {
  /** Where tags are that were fetched last, whoever has the name here. */
  static final String FETCHED = "refs/remotes/shared/tags/";

  private final FileRepository repository;
  private final WriterLock writers;

  GitTags(FileRepository repository, WriterLock writers) {
    this.repository = repository;
    this.writers = writers;
  }

  /** All that stand for commits, by name. */
  List<TagEntry> list() throws IOException {
    Map<String, ObjectId> tags = new LinkedHashMap<>();
    for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_TAGS)) {
      tags.put(ref.getName().substring(Constants.R_TAGS.length()), ref.getObjectId());
    }
    return list(tags);
  }

  /** Those of some names that stand for commits. */
  List<TagEntry> list(Map<String, ObjectId> named) throws IOException {
    return Cancellable.read(repository, reader -> {
      List<TagEntry> tags = new ArrayList<>();
      RevWalk walk = new RevWalk(reader);
      for (Map.Entry<String, ObjectId> tag : named.entrySet()) {
        entry(walk, tag.getKey(), tag.getValue()).ifPresent(tags::add);
      }
      return tags;
    });
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

  /**
   * Gives a fetched tag its name here, if nothing has it; tells whether it now means the same.
   *
   * @param fetched what it pointed to when it was fetched
   */
  boolean adopt(TagEntry tag, @Nullable ObjectId fetched) throws IOException {
    Ref here = repository.exactRef(Constants.R_TAGS + tag.name());
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
        update.setNewObjectId(fetched);
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
