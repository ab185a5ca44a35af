/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.catalog.spi.Snapshot.SessionVisitor;
import io.alfheim.catalog.spi.Touching;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Reads every session of one commit that can be read. */
final class SessionsCheck {
  private final CarefulReader reader;
  private final RevCommit commit;
  private final SessionVisitor visitor;
  private final List<String> names = new ArrayList<>();

  SessionsCheck(CarefulReader reader, RevCommit commit, SessionVisitor visitor) {
    this.reader = reader;
    this.commit = commit;
    this.visitor = visitor;
  }

  void run() throws IOException {
    folder("the root folder", commit.getTree());
  }

  private void folder(String what, ObjectId tree) throws IOException {
    Optional<List<CarefulReader.Child>> children = reader.read(
        what,
        tree,
        () -> "Everything else was read; what lay below it may be in older commits.",
        () -> reader.children(tree));
    for (CarefulReader.Child child : children.orElse(List.of())) {
      names.add(child.name());
      String path = String.join("/", names);
      if (child.mode().equals(FileMode.TREE)) {
        folder("folder '" + path + "'", child.id());
      } else if (names.get(0).equals(SessionPath.ROOT)) {
        session(path, child.id());
      } else {
        file(path, child.id());
      }
      names.remove(names.size() - 1);
    }
  }

  private void file(String path, ObjectId blob) throws IOException {
    reader.read("file '" + path + "'", blob, () -> "", () -> {
      byte[] text = reader.bytes(blob, Constants.OBJ_BLOB);
      return path.equals(Preamble.FILE) ? Preamble.parse(text) : text;
    });
  }

  private void session(String path, ObjectId blob) throws IOException {
    String what = "session '" + path + "'";
    Optional<SessionKey> found = reader.read(what, blob, () -> "", () -> key(path));
    if (found.isEmpty()) {
      return;
    }
    SessionKey key = found.get();
    Optional<byte[]> text = reader.read(
        what,
        blob,
        () -> older(key, path).orElse("Restore the record from a copy of it."),
        () -> reader.bytes(blob, Constants.OBJ_BLOB));
    if (text.isPresent()) {
      Optional<SessionEntry> session = reader.read(
          what,
          blob,
          () -> older(key, path).orElse("No older commit has it in order."),
          () -> SessionText.read(key, text.get()));
      if (session.isPresent()) {
        visitor.visit(session.get());
      }
    }
  }

  private SessionKey key(String path) throws IOException {
    if (names.size() != SessionPath.DEPTH + 1) {
      throw SessionPath.stray(path, null);
    }
    return SessionPath.key(names.subList(1, names.size()));
  }

  /** Where the session was well the last time. */
  private Optional<String> older(SessionKey key, String path) {
    try {
      RevWalk walk = new RevWalk(reader.reader());
      walk.setTreeFilter(SessionsFilter.of(Touching.session(key)).ofCommits());
      walk.setRewriteParents(false);
      walk.markStart(walk.parseCommit(commit));
      for (RevCommit old = walk.next(); old != null; old = walk.next()) {
        if (isReadable(key, path, old)) {
          return Optional.of("It can be read as of commit " + old.abbreviate(10).name() + ".");
        }
      }
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private boolean isReadable(SessionKey key, String path, RevCommit old) {
    try (TreeWalk file = TreeWalk.forPath(reader.reader(), path, old.getTree())) {
      if (file == null) {
        return false;
      }
      SessionText.read(key, reader.bytes(file.getObjectId(0), Constants.OBJ_BLOB));
      return true;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }
}
