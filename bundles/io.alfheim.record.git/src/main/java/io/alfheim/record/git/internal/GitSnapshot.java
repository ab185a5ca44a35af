/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.NotePath;
import io.alfheim.catalog.spi.NoteVisitor;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.catalog.spi.SessionRecord.ProblemVisitor;
import io.alfheim.catalog.spi.Snapshot;
import io.alfheim.catalog.spi.Touching;
import io.alfheim.catalog.spi.UnreadableSessionException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** The sessions of one commit, read from its tree when they are asked for. */
final class GitSnapshot implements Snapshot {
  private final Repository repository;
  private final Folders folders;
  private final CommitId commit;
  private final @Nullable ObjectId tree;
  private final @Nullable Preamble preamble;

  private GitSnapshot(
      Repository repository,
      Folders folders,
      CommitId commit,
      @Nullable ObjectId tree,
      @Nullable Preamble preamble) {
    this.repository = repository;
    this.folders = folders;
    this.commit = commit;
    this.tree = tree;
    this.preamble = preamble;
  }

  static GitSnapshot at(Repository repository, Folders folders, CommitId commit)
      throws IOException {
    if (commit.isNone()) {
      return new GitSnapshot(repository, folders, commit, null, null);
    }
    if (!ObjectId.isId(commit.value())) {
      throw missing(repository, commit, null);
    }
    try {
      return Cancellable.read(repository, reader -> {
        ObjectId id = ObjectId.fromString(commit.value());
        ObjectId tree = new RevWalk(reader).parseCommit(id).getTree().copy();
        return new GitSnapshot(repository, folders, commit, tree, Preamble.read(reader, tree));
      });
    } catch (MissingObjectException | IncorrectObjectTypeException e) {
      throw missing(repository, commit, e);
    }
  }

  /** What is to be said of a commit that is not there. */
  static FileNotFoundException missing(
      Repository repository, CommitId commit, @Nullable Throwable cause) {
    FileNotFoundException missing = new FileNotFoundException("No commit '" + commit.value()
        + "' in the record. List them with: git -C '" + repository.getDirectory() + "' log.");
    missing.initCause(cause);
    return missing;
  }

  @Override
  public CommitId commit() {
    return commit;
  }

  /** The root of all files, or null before the first commit. */
  @Nullable
  ObjectId tree() {
    return tree;
  }

  /** What the record says about itself; nothing before the first commit. */
  Optional<Preamble> preamble() {
    return Optional.ofNullable(preamble);
  }

  @Override
  public Optional<SessionEntry> find(SessionKey key) throws IOException {
    return Cancellable.read(repository, reader -> {
      ObjectId blob = blob(reader, key);
      return blob == null ? Optional.empty() : Optional.of(read(reader, key, blob));
    });
  }

  /** The blob of a session, if there is one. */
  Optional<ObjectId> findBlob(SessionKey key) throws IOException {
    return Cancellable.read(repository, reader -> Optional.ofNullable(blob(reader, key)));
  }

  private @Nullable ObjectId blob(ObjectReader reader, SessionKey key) throws IOException {
    return blob(reader, SessionPath.names(key));
  }

  private @Nullable ObjectId blob(ObjectReader reader, List<String> names) throws IOException {
    int last = names.size() - 1;
    ObjectId folder = tree;
    for (String name : names.subList(0, last)) {
      folder = folders.read(reader, folder).folder(name);
    }
    return folders.read(reader, folder).file(names.get(last));
  }

  @Override
  public List<String> note(NotePath path) throws IOException {
    return Cancellable.read(repository, reader -> {
      ObjectId blob = blob(reader, NoteText.names(path));
      return blob == null ? List.of() : NoteText.read(reader, path.toString(), blob);
    });
  }

  @Override
  public String notesId(String topic) throws IOException {
    return Cancellable.read(repository, reader -> {
      ObjectId notes = folders.read(reader, tree).folder(topic);
      return notes == null ? "" : notes.name();
    });
  }

  @Override
  public void notes(String topic, NoteVisitor visitor) throws IOException {
    Cancellable.read(repository, reader -> {
      new NoteHistory(reader, topic, visitor).run(folders.read(reader, tree).folder(topic));
      return commit;
    });
  }

  @Override
  public void forEach(SessionVisitor visitor) throws IOException {
    Cancellable.read(repository, reader -> {
      SessionDiff.Visitor each = (key, before, blob) -> {
        if (blob != null) {
          visitor.visit(read(reader, key, blob));
        }
      };
      new SessionDiff(reader, Touching.ANYTHING, each).walk(null, sessions(reader));
      return commit;
    });
  }

  /** The folder of all sessions, or null if there are none. */
  @Nullable
  ObjectId sessions(ObjectReader reader) throws IOException {
    return folders.read(reader, tree).folder(SessionPath.ROOT);
  }

  static SessionEntry read(ObjectReader reader, SessionKey key, ObjectId blob) throws IOException {
    return SessionText.read(key, bytes(reader, key, blob));
  }

  private static byte[] bytes(ObjectReader reader, SessionKey key, ObjectId blob)
      throws IOException {
    try {
      // without a limit, JGit refuses what is larger than 50 MB
      return reader.open(blob, Constants.OBJ_BLOB).getBytes(Integer.MAX_VALUE);
    } catch (MissingObjectException | CorruptObjectException e) {
      // not for good: JGit says this also of a pack that the disk does not give it now
      throw new UnreadableSessionException(
          "'" + SessionPath.text(key) + "' cannot be read: " + e.getMessage()
              + ". Restore the record from a copy of it.",
          false,
          e);
    }
  }

  /** A session, or null where it is damaged or of another version; that the disk fails is an error. */
  static @Nullable SessionEntry readable(
      ObjectReader reader, SessionKey key, ObjectId blob, ProblemVisitor problems)
      throws IOException {
    try {
      return read(reader, key, blob);
    } catch (UnreadableSessionException e) {
      problems.found("session '" + key + "'", String.valueOf(e.getMessage()));
      return null;
    }
  }
}
