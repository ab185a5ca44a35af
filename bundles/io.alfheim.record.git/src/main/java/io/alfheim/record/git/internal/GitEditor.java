/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.spi.Editor;
import io.alfheim.catalog.spi.NotePath;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.catalog.spi.Snapshot;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/** Collects the ids of what differs from the base; the texts themselves are written away at once. */
final class GitEditor implements Editor {
  private final GitSnapshot base;
  private final ObjectSink sink;
  private final Map<SessionKey, Optional<ObjectId>> changes = new ConcurrentHashMap<>();
  private final Map<NotePath, TreeEdit.Change> notes = new ConcurrentHashMap<>();
  private volatile boolean finished;

  GitEditor(GitSnapshot base, ObjectSink sink) {
    this.base = base;
    this.sink = sink;
  }

  @Override
  public Snapshot base() {
    return base;
  }

  @Override
  public boolean put(SessionEntry session) throws IOException {
    requireOpen();
    byte[] text = SessionText.write(session);
    ObjectId id = ObjectSink.idOf(Constants.OBJ_BLOB, text);
    if (base.findBlob(session.key()).filter(id::equals).isPresent()) {
      changes.remove(session.key());
      return false;
    }
    sink.add(id, Constants.OBJ_BLOB, text);
    changes.put(session.key(), Optional.of(id));
    return true;
  }

  @Override
  public void remove(SessionKey key) throws IOException {
    requireOpen();
    if (base.findBlob(key).isEmpty()) {
      changes.remove(key);
    } else {
      changes.put(key, Optional.empty());
    }
  }

  @Override
  public void note(NotePath path, Collection<String> lines) throws IOException {
    requireOpen();
    List<String> sorted = lines.stream().distinct().sorted().toList();
    if (base.note(path).equals(sorted)) {
      notes.remove(path);
      return;
    }
    ObjectId id = sorted.isEmpty() ? null : sink.add(Constants.OBJ_BLOB, NoteText.write(sorted));
    notes.put(path, new TreeEdit.Change(NoteText.names(path), id));
  }

  /** Ends the editing and tells what differs from the base. */
  List<TreeEdit.Change> finish() {
    finished = true;
    Stream<TreeEdit.Change> sessions = changes.entrySet().stream()
        .map(
            e -> new TreeEdit.Change(SessionPath.names(e.getKey()), e.getValue().orElse(null)));
    return Stream.concat(sessions, notes.values().stream()).toList();
  }

  private void requireOpen() {
    if (finished) {
      throw new IllegalStateException("This commit is over. Make another one.");
    }
  }
}
