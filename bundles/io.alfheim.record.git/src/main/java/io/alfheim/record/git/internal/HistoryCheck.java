/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Looks whether all objects are there that the history of a commit consists of. */
final class HistoryCheck {
  private final CarefulReader reader;
  private final Set<ObjectId> seen = new HashSet<>();

  HistoryCheck(CarefulReader reader) {
    this.reader = reader;
  }

  void run(ObjectId head) throws IOException {
    RevWalk walk = new RevWalk(reader.reader());
    Deque<ObjectId> commits = new ArrayDeque<>(List.of(head));
    while (!commits.isEmpty()) {
      ObjectId id = commits.remove();
      Optional<RevCommit> commit = reader.read(
          "commit",
          id,
          () -> "What is newer was read; the history ends here.",
          () -> walk.parseCommit(id));
      if (commit.isPresent()) {
        folder(commit.get(), commit.get().getTree(), "the root folder");
        for (RevCommit parent : commit.get().getParents()) {
          if (seen.add(parent.copy())) {
            commits.add(parent.copy());
          }
        }
      }
    }
  }

  private void folder(RevCommit commit, ObjectId tree, String path) throws IOException {
    if (!seen.add(tree.copy())) {
      return;
    }
    String where = " of commit " + commit.abbreviate(10).name();
    List<CarefulReader.Child> children =
        reader.read(path + where, tree, () -> "", () -> reader.children(tree)).orElse(List.of());
    for (CarefulReader.Child child : children) {
      if (child.mode().equals(FileMode.TREE)) {
        folder(commit, child.id(), path + "/" + child.name());
      } else if (seen.add(child.id())) {
        file(path + "/" + child.name() + where, child.id());
      }
    }
  }

  /** Asks for its size: that something exists JGit believes of what it wrote itself. */
  private void file(String what, ObjectId id) throws IOException {
    reader.read(what, id, () -> "", () -> reader.reader().getObjectSize(id, ObjectReader.OBJ_ANY));
  }
}
