/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.RecordHistory;
import io.alfheim.catalog.spi.RecordSharing;
import io.alfheim.catalog.spi.SessionChange;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.catalog.spi.SessionRecord;
import io.alfheim.catalog.spi.Snapshot;
import io.alfheim.catalog.spi.Touching;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** The record as the branch {@code main} of a bare repository. */
final class GitRecord implements SessionRecord {
  private final FileRepository repository;
  private final Folders folders = new Folders();
  private final RecentSessions sessions = new RecentSessions();
  private final WriterLock writers;
  private final Optional<UUID> drawn;
  private final SshAccess ssh;
  private volatile @Nullable GitSnapshot recent;

  /**
   * Over an open repository, which this closes.
   *
   * @param drawn the namespace that the first commit is going to fix
   * @param ssh for copies on other computers
   */
  GitRecord(FileRepository repository, WriterLock writers, Optional<UUID> drawn, SshAccess ssh) {
    this.repository = repository;
    this.writers = writers;
    this.drawn = drawn;
    this.ssh = ssh;
  }

  @Override
  public UUID namespace() throws IOException {
    return newest()
        .preamble()
        .map(Preamble::namespace)
        .or(() -> drawn)
        .orElseThrow(() -> new IOException("'" + repository.getDirectory()
            + "' is an empty Git repository that no record was made in. Move it away."));
  }

  private GitSnapshot newest() throws IOException {
    CommitId head = head();
    try {
      return at(head);
    } catch (IOException e) {
      throw head.isNone() ? e : Rescue.explain(repository, ObjectId.fromString(head.value()), e);
    }
  }

  @Override
  public CommitId head() throws IOException {
    Ref main = repository.exactRef(BareRepository.MAIN);
    return main == null ? CommitId.NONE : new CommitId(main.getObjectId().name());
  }

  @Override
  public GitSnapshot at(CommitId commit) throws IOException {
    GitSnapshot found = recent;
    if (found == null || !found.commit().equals(commit)) {
      found = GitSnapshot.at(repository, folders, commit);
      recent = found;
    }
    return found;
  }

  @Override
  public void diff(CommitId from, CommitId to, Touching touching, ChangeVisitor visitor)
      throws IOException {
    GitSnapshot after = at(to);
    GitSnapshot before = at(from); // the one after it, for who goes back along a history
    SessionDiff.Trees trees = touching.equals(Touching.ANYTHING) ? Folder::read : folders::read;
    Cancellable.read(repository, reader -> {
      SessionDiff.Visitor each = (key, was, is) -> visitor.changed(new SessionChange(
          key, read(reader, key, was, touching), read(reader, key, is, touching)));
      new SessionDiff(reader, touching, trees, each)
          .walk(before.sessions(reader), after.sessions(reader));
      return to;
    });
  }

  @Override
  public void follow(CommitId from, CommitId to, ChangeVisitor visitor, ProblemVisitor problems)
      throws IOException {
    GitSnapshot before = at(from);
    GitSnapshot after = at(to);
    Cancellable.read(repository, reader -> {
      SessionDiff.Visitor each = (key, was, is) -> {
        SessionEntry now = is == null ? null : GitSnapshot.readable(reader, key, is, problems);
        visitor.changed(new SessionChange(key, null, now));
      };
      new SessionDiff(reader, Touching.ANYTHING, Folder::read, strays(problems), each)
          .walk(before.sessions(reader), after.sessions(reader));
      return to;
    });
  }

  private static SessionDiff.Strays strays(ProblemVisitor problems) {
    return e -> problems.found("a file that is no session", String.valueOf(e.getMessage()));
  }

  @Override
  public List<SessionKey> changed(
      CommitId from, CommitId to, Touching touching, ProblemVisitor problems) throws IOException {
    GitSnapshot before = at(from);
    GitSnapshot after = at(to);
    List<SessionKey> keys = new ArrayList<>();
    Cancellable.read(repository, reader -> {
      SessionDiff.Visitor each = (key, was, is) -> keys.add(key);
      new SessionDiff(reader, touching, Folder::read, strays(problems), each)
          .walk(before.sessions(reader), after.sessions(reader));
      return to;
    });
    return keys;
  }

  /** Of a few sessions the next question is often about the same; a whole catalog passes but once. */
  private @Nullable SessionEntry read(
      ObjectReader reader, SessionKey key, @Nullable ObjectId blob, Touching touching)
      throws IOException {
    if (blob == null) {
      return null;
    }
    return touching.equals(Touching.ANYTHING)
        ? GitSnapshot.read(reader, key, blob)
        : sessions.read(reader, key, blob);
  }

  @Override
  public RecordSharing sharing() {
    return new MergingRecord(this, new GitSharing(repository, ssh), tags());
  }

  @Override
  public RecordHistory history() {
    return new GitHistory(repository, tags());
  }

  private GitTags tags() {
    return new GitTags(repository, writers);
  }

  @Override
  public void verify(CommitId commit, Snapshot.SessionVisitor sessions, ProblemVisitor problems)
      throws IOException {
    if (commit.isNone()) {
      return;
    }
    ObjectId head = ObjectId.fromString(commit.value());
    Cancellable.read(repository, reader -> {
      CarefulReader careful = new CarefulReader(reader, problems);
      Optional<RevCommit> newest = careful.read(
          "commit",
          head,
          () -> "Restore the record from a copy of it.",
          () -> new RevWalk(reader).parseCommit(head));
      if (newest.isPresent()) {
        new SessionsCheck(careful, newest.get(), sessions).run();
        new HistoryCheck(careful).run(head);
      }
      return commit;
    });
  }

  @Override
  public CommitId commit(String message, Edit edit) throws IOException {
    return inTurn(base -> commit(message, base, CommitId.NONE, edit));
  }

  /** What is done with the newest state while nobody else writes. */
  interface Work {
    CommitId on(GitSnapshot base) throws IOException;
  }

  CommitId inTurn(Work work) throws IOException {
    return Cancellable.run(() -> {
      try (WriterLock.Turn turn = writers.take()) {
        if (turn.isAfterCrash()) {
          BareRepository.clean(repository);
        }
        return work.on(at(head()));
      }
    });
  }

  /** Commits on a base, and on another commit that is merged into it, if there is one. */
  CommitId commit(String message, GitSnapshot base, CommitId other, Edit edit) throws IOException {
    try (ObjectSink sink = new ObjectSink(repository)) {
      GitEditor editor = new GitEditor(base, sink);
      edit.apply(editor);
      List<TreeEdit.Change> changes = new ArrayList<>(editor.finish());
      if (!other.isNone()) {
        changes.addAll(mergedNotes(base, other, sink));
      }
      boolean same = changes.isEmpty() && other.isNone();
      return same ? base.commit() : commit(message, base, other, sink, changes);
    }
  }

  private List<TreeEdit.Change> mergedNotes(GitSnapshot here, CommitId other, ObjectSink sink)
      throws IOException {
    GitSnapshot there = at(other);
    List<@Nullable ObjectId> bases = new ArrayList<>();
    for (CommitId base : sharing().bases(here.commit(), other)) {
      bases.add(at(base).tree());
    }
    return Cancellable.read(
        repository, reader -> new NoteMerge(reader, sink).merge(bases, here.tree(), there.tree()));
  }

  private CommitId commit(
      String message,
      GitSnapshot base,
      CommitId other,
      ObjectSink sink,
      List<TreeEdit.Change> changes)
      throws IOException {
    List<TreeEdit.Change> all = new ArrayList<>(changes);
    if (base.tree() == null) {
      ObjectId preamble = sink.add(Constants.OBJ_BLOB, new Preamble(namespace()).write());
      all.add(new TreeEdit.Change(List.of(Preamble.FILE), preamble));
    }
    CommitBuilder commit = new CommitBuilder();
    try (ObjectReader reader = repository.newObjectReader()) {
      ObjectId tree = new TreeEdit(reader, sink).apply(base.tree(), all);
      commit.setTreeId(Objects.requireNonNull(tree, "the preamble is always there"));
    }
    if (!base.commit().isNone()) {
      commit.setParentId(ObjectId.fromString(base.commit().value()));
    }
    if (!other.isNone()) {
      commit.addParentId(ObjectId.fromString(other.value()));
    }
    PersonIdent author = Program.current().author();
    commit.setAuthor(author);
    commit.setCommitter(author);
    commit.setMessage(message);
    ObjectId id = sink.add(Constants.OBJ_COMMIT, commit.build());
    sink.flush();
    moveHead(base.commit(), id, MainLog.COMMIT);
    return new CommitId(id.name());
  }

  /**
   * Compares and swaps: a push from elsewhere does not know our lock.
   *
   * @param why for the log of the branch
   */
  void moveHead(CommitId from, ObjectId to, String why) throws IOException {
    RefUpdate update = repository.updateRef(BareRepository.MAIN);
    update.setExpectedOldObjectId(
        from.isNone() ? ObjectId.zeroId() : ObjectId.fromString(from.value()));
    update.setNewObjectId(to);
    update.setRefLogIdent(Program.current().author());
    update.setRefLogMessage(why, false);
    RefUpdate.Result result = update.update();
    if (result != RefUpdate.Result.NEW && result != RefUpdate.Result.FAST_FORWARD) {
      throw new FileSystemException(
          repository.getDirectory().getPath(),
          null,
          "The branch 'main' was changed or locked by a program of its own (" + result
              + "); nothing was committed. Try again; if no Git program is at work, delete '"
              + BareRepository.MAIN + ".lock' there first.");
    }
  }

  @Override
  public void close() {
    ssh.close();
    repository.close();
  }
}
