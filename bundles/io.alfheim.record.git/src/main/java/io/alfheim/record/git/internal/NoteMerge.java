/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.jspecify.annotations.Nullable;

/**
 * Brings what notes say there into what they say here, line by line: lines that came there come, lines
 * that went there go. Nothing is a conflict.
 */
final class NoteMerge {
  private final ObjectReader reader;
  private final ObjectSink sink;
  private final List<TreeEdit.Change> changes = new ArrayList<>();

  NoteMerge(ObjectReader reader, ObjectSink sink) {
    this.reader = reader;
    this.sink = sink;
  }

  /** What is to be changed here. */
  List<TreeEdit.Change> merge(
      @Nullable ObjectId base, @Nullable ObjectId here, @Nullable ObjectId there)
      throws IOException {
    merge(List.of(), base, here, there);
    return changes;
  }

  private void merge(
      List<String> above,
      @Nullable ObjectId base,
      @Nullable ObjectId here,
      @Nullable ObjectId there)
      throws IOException {
    Map<String, Folder.Child> old = Folder.read(reader, base).children();
    Map<String, Folder.Child> ours = Folder.read(reader, here).children();
    Map<String, Folder.Child> theirs = Folder.read(reader, there).children();
    Set<String> names = new TreeSet<>(old.keySet());
    names.addAll(theirs.keySet());
    for (String name : names) {
      boolean isNote = !above.isEmpty() || isTopic(name, theirs.getOrDefault(name, old.get(name)));
      if (isNote && !Objects.equals(old.get(name), theirs.get(name))) {
        List<String> path = new ArrayList<>(above);
        path.add(name);
        merge(path, old.get(name), ours.get(name), theirs.get(name));
      }
    }
  }

  private static boolean isTopic(String name, Folder.@Nullable Child child) {
    return child != null && child.isFolder() && !name.equals(SessionPath.ROOT);
  }

  private void merge(
      List<String> path,
      Folder.@Nullable Child base,
      Folder.@Nullable Child here,
      Folder.@Nullable Child there)
      throws IOException {
    if (isFolder(base) || isFolder(here) || isFolder(there)) {
      merge(path, folder(base), folder(here), folder(there));
      return;
    }
    List<String> common = lines(path, base);
    List<String> theirs = lines(path, there);
    Set<String> merged = new TreeSet<>(lines(path, here));
    Set<String> gone = new HashSet<>(common);
    theirs.forEach(gone::remove);
    merged.removeAll(gone);
    Set<String> come = new HashSet<>(theirs);
    common.forEach(come::remove);
    merged.addAll(come);
    ObjectId id =
        merged.isEmpty() ? null : sink.add(Constants.OBJ_BLOB, NoteText.write(List.copyOf(merged)));
    changes.add(new TreeEdit.Change(path, id));
  }

  private static boolean isFolder(Folder.@Nullable Child child) {
    return child != null && child.isFolder();
  }

  private static @Nullable ObjectId folder(Folder.@Nullable Child child) {
    return child == null || !child.isFolder() ? null : child.id();
  }

  private List<String> lines(List<String> path, Folder.@Nullable Child child) throws IOException {
    return child == null ? List.of() : NoteText.read(reader, String.join("/", path), child.id());
  }
}
