/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import io.alfheim.catalog.spi.NoteVisitor;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectIdOwnerMap;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevFlag;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** Every text that the notes of a topic have in some commits, each once; used once. */
final class NoteHistory {
  private final ObjectReader reader;
  private final String topic;
  private final NoteVisitor visitor;
  /** Folders and texts: what was seen there is not looked at again. */
  private final ObjectIdOwnerMap<Seen> seen = new ObjectIdOwnerMap<>();

  /** Takes half the memory of an id in a set of Java's. */
  private static final class Seen extends ObjectIdOwnerMap.Entry {
    Seen(AnyObjectId id) {
      super(id);
    }
  }

  NoteHistory(ObjectReader reader, String topic, NoteVisitor visitor) {
    this.reader = reader;
    this.topic = topic;
    this.visitor = visitor;
  }

  /** From where names stand, and back from every commit that is not older than some time. */
  void run(Collection<Ref> refs, Instant since) throws IOException {
    RevWalk walk = new RevWalk(reader);
    walk.setRetainBody(false);
    RevFlag visited = walk.newFlag("visited");
    Deque<RevCommit> next = new ArrayDeque<>();
    for (Ref ref : refs) {
      if (ref.getObjectId() != null
          && walk.peel(walk.parseAny(ref.getObjectId())) instanceof RevCommit commit) {
        next.add(commit);
      }
    }
    while (!next.isEmpty()) {
      RevCommit commit = next.remove();
      if (!commit.has(visited)) {
        commit.add(visited);
        walk.parseHeaders(commit);
        folder(List.of(topic), Folder.read(reader, commit.getTree()).folder(topic));
        // What an older commit says was true until this one was made.
        if (!Instant.ofEpochSecond(commit.getCommitTime()).isBefore(since)) {
          next.addAll(List.of(commit.getParents()));
        }
      }
    }
  }

  /** What the notes say that are in one folder, which is that of the topic in some commit. */
  void run(@Nullable ObjectId folder) throws IOException {
    folder(List.of(topic), folder);
  }

  private boolean isNew(ObjectId id) {
    boolean added = !seen.contains(id);
    if (added) {
      seen.add(new Seen(id));
    }
    return added;
  }

  private void folder(List<String> names, @Nullable ObjectId tree) throws IOException {
    if (tree == null || !isNew(tree)) {
      return;
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("Reading the history was interrupted.");
    }
    for (Map.Entry<String, Folder.Child> entry :
        Folder.read(reader, tree).children().entrySet()) {
      List<String> path = new ArrayList<>(names);
      path.add(entry.getKey());
      Folder.Child child = entry.getValue();
      if (child.isFolder()) {
        folder(path, child.id());
      } else if (isNew(child.id())) {
        List<String> lines = NoteText.read(reader, String.join("/", path), child.id());
        visitor.visit(NoteText.path(path), lines);
      }
    }
  }
}
