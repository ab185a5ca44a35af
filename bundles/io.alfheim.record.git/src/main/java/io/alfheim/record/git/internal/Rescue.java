/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what can be done about a record whose newest commit is damaged, so that the home cannot even be
 * opened to be checked: which object it is, and which is the newest commit that can still be read.
 */
record Rescue(FileRepository repository, ObjectReader reader) {
  private static final Logger log = LoggerFactory.getLogger(Rescue.class);

  /** An object, and what kind it is of. */
  private record Part(String kind, ObjectId id) {}

  /** What to say instead of an error; the same if the objects themselves can be read. */
  static IOException explain(FileRepository repository, ObjectId head, IOException error)
      throws IOException {
    return Cancellable.read(repository, reader -> {
      Rescue rescue = new Rescue(repository, reader);
      Part damaged = rescue.damaged(head);
      return damaged == null ? error : new IOException(rescue.advice(head, damaged), error);
    });
  }

  private String advice(ObjectId head, Part damaged) {
    String git = "git -C '" + repository.getDirectory() + "' ";
    String copy =
        " If there is a copy of the record, delete the file of the object and put it back:"
            + " git -C COPY cat-file " + damaged.kind + " " + damaged.id.name() + " | " + git
            + "hash-object -w -t " + damaged.kind + " --stdin.";
    String older = newestReadable(head)
        .map(commit -> " Commit '" + commit.name() + "' of "
            + commit.getCommitterIdent().getWhenAsInstant() + " can be read; go back to it with: "
            + git + "update-ref " + BareRepository.MAIN + " " + commit.name() + ".")
        .orElse(" No older commit was found that can be read.");
    return "The newest commit '" + head.name() + "' of the record cannot be read: object '"
        + damaged.id.name() + "', a " + damaged.kind + ", is missing or damaged." + copy + older;
  }

  /** The first object without which the record cannot be opened, or null if all can be read. */
  private @Nullable Part damaged(ObjectId head) {
    Part part = new Part("commit", head);
    try {
      ObjectId tree = new RevWalk(reader).parseCommit(head).getTree().copy();
      part = new Part("tree", tree);
      Folder root = Folder.read(reader, tree);
      for (String name : List.of(Preamble.FILE, SessionPath.ROOT)) {
        Folder.Child child = root.children().get(name);
        if (child != null) {
          part = new Part(child.isFolder() ? "tree" : "blob", child.id());
          byte[] unused = reader.open(child.id()).getBytes();
        }
      }
      return null;
    } catch (IOException | RuntimeException e) { // damage can surface as any exception
      return part;
    }
  }

  /** Of the commits that the log of the branch, other names or the newest commit itself know. */
  private Optional<RevCommit> newestReadable(ObjectId head) {
    Set<ObjectId> ids = new LinkedHashSet<>();
    add(ids, this::logged);
    add(
        ids,
        () ->
            repository.getRefDatabase().getRefs().stream().map(Ref::getObjectId).toList());
    add(ids, () -> List.of(new RevWalk(reader).parseCommit(head).getParents()));
    ids.remove(ObjectId.zeroId());
    List<RevCommit> readable = new ArrayList<>();
    RevWalk walk = new RevWalk(reader);
    for (ObjectId id : ids) {
      try {
        if (walk.peel(walk.parseAny(id)) instanceof RevCommit commit && damaged(commit) == null) {
          walk.parseBody(commit);
          readable.add(commit);
        }
      } catch (IOException | RuntimeException e) {
        log.debug("object={} cannot be read either", id, e);
      }
    }
    return readable.stream().max(Comparator.comparingInt(RevCommit::getCommitTime));
  }

  private List<ObjectId> logged() throws IOException {
    Ref main = repository.exactRef(BareRepository.MAIN);
    return main == null
        ? List.of()
        : repository.getRefDatabase().getReflogReader(main).getReverseEntries().stream()
            .flatMap(entry -> Stream.of(entry.getNewId(), entry.getOldId()))
            .toList();
  }

  /** Commits that something knows. */
  private interface Source {
    List<? extends @Nullable ObjectId> ids() throws IOException;
  }

  private static void add(Set<ObjectId> ids, Source source) {
    try {
      for (ObjectId id : source.ids()) {
        if (id != null) {
          ids.add(id.copy());
        }
      }
    } catch (IOException | RuntimeException e) {
      log.debug("there is more damage than one object", e);
    }
  }
}
