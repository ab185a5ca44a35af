/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.alfheim.catalog.spi.CommitId;
import java.io.IOException;
import java.util.List;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;

/** A commit that somebody else makes, past the record and its lock. */
final class ForeignCommit {
  private ForeignCommit() {}

  static void write(FileRepository repository, CommitId head, List<String> path, String text)
      throws IOException {
    ObjectId parent = ObjectId.fromString(head.value());
    try (ObjectSink sink = new ObjectSink(repository);
        ObjectReader reader = repository.newObjectReader()) {
      ObjectId blob = sink.add(Constants.OBJ_BLOB, text.getBytes(UTF_8));
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(new TreeEdit(reader, sink)
          .apply(
              repository.parseCommit(parent).getTree(), List.of(new TreeEdit.Change(path, blob))));
      commit.setParentId(parent);
      commit.setAuthor(new PersonIdent("somebody", "somebody@example.org"));
      commit.setCommitter(commit.getAuthor());
      commit.setMessage("by hand");
      RefUpdate update = repository.updateRef(BareRepository.MAIN);
      update.setNewObjectId(sink.add(Constants.OBJ_COMMIT, commit.build()));
      sink.flush();
      update.update();
    }
  }
}
