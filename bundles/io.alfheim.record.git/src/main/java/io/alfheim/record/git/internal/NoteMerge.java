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
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.jspecify.annotations.Nullable;

/**
 * Brings what lies beside the sessions there into what lies there here. Notes come line by line: lines
 * that came there come, lines that went there go. Other files come as they are where nobody changed them
 * here. Nothing is a conflict.
 */
final class NoteMerge {
  private final ObjectReader reader;
  private final ObjectSink sink;
  private final List<TreeEdit.Change> changes = new ArrayList<>();

  NoteMerge(ObjectReader reader, ObjectSink sink) {
    this.reader = reader;
    this.sink = sink;
  }

  /**
   * What is to be changed here.
   *
   * @param bases the trees of the newest commits that led to both
   */
  List<TreeEdit.Change> merge(
      List<@Nullable ObjectId> bases, @Nullable ObjectId here, @Nullable ObjectId there)
      throws IOException {
    merge(List.of(), bases, here, there);
    return changes;
  }

  private void merge(
      List<String> above,
      List<@Nullable ObjectId> bases,
      @Nullable ObjectId here,
      @Nullable ObjectId there)
      throws IOException {
    List<Map<String, Folder.Child>> old = new ArrayList<>();
    Set<String> names = new TreeSet<>();
    for (ObjectId base : bases) {
      Map<String, Folder.Child> children = Folder.read(reader, base).children();
      old.add(children);
      names.addAll(children.keySet());
    }
    Map<String, Folder.Child> ours = Folder.read(reader, here).children();
    Map<String, Folder.Child> theirs = Folder.read(reader, there).children();
    names.addAll(theirs.keySet());
    for (String name : names) {
      List<Folder.@Nullable Child> before = new ArrayList<>();
      old.forEach(base -> before.add(base.get(name)));
      if ((!above.isEmpty() || isBesideSessions(name)) && !all(before, theirs.get(name))) {
        List<String> path = new ArrayList<>(above);
        path.add(name);
        merge(path, before, ours.get(name), theirs.get(name));
      }
    }
  }

  private static boolean isBesideSessions(String name) {
    return !name.equals(SessionPath.ROOT) && !name.equals(Preamble.FILE);
  }

  private static boolean all(List<Folder.@Nullable Child> bases, Folder.@Nullable Child value) {
    return !bases.isEmpty() && bases.stream().allMatch(base -> Objects.equals(base, value));
  }

  private void merge(
      List<String> path,
      List<Folder.@Nullable Child> bases,
      Folder.@Nullable Child here,
      Folder.@Nullable Child there)
      throws IOException {
    if (isFolder(here) || isFolder(there) || bases.stream().anyMatch(NoteMerge::isFolder)) {
      List<@Nullable ObjectId> folders = new ArrayList<>();
      bases.forEach(base -> folders.add(folder(base)));
      merge(path, folders, folder(here), folder(there));
    } else if (areNotes(bases, here, there)) {
      changes.add(new TreeEdit.Change(path, lines(path, bases, here, there)));
    } else if (all(bases, here) || (bases.isEmpty() && here == null)) {
      FileMode mode = there == null ? FileMode.REGULAR_FILE : there.mode();
      changes.add(new TreeEdit.Change(path, there == null ? null : there.id(), mode));
    }
  }

  private boolean areNotes(
      List<Folder.@Nullable Child> bases, Folder.@Nullable Child here, Folder.@Nullable Child there)
      throws IOException {
    List<Folder.@Nullable Child> all = new ArrayList<>(bases);
    all.add(here);
    all.add(there);
    for (Folder.Child child : all) {
      boolean isFile = child != null && child.mode().equals(FileMode.REGULAR_FILE);
      if (child != null && !(isFile && NoteText.is(reader, child.id()))) {
        return false;
      }
    }
    return true;
  }

  /** A line goes that went on one side; where the bases differ, only if all of them had it. */
  private @Nullable ObjectId lines(
      List<String> path,
      List<Folder.@Nullable Child> bases,
      Folder.@Nullable Child here,
      Folder.@Nullable Child there)
      throws IOException {
    Set<String> ours = new HashSet<>(lines(path, here));
    Set<String> theirs = new HashSet<>(lines(path, there));
    Set<String> common = new HashSet<>(bases.isEmpty() ? List.of() : lines(path, bases.get(0)));
    for (Folder.Child base : bases) {
      common.retainAll(new HashSet<>(lines(path, base)));
    }
    Set<String> merged = new TreeSet<>(ours);
    merged.addAll(theirs);
    merged.removeIf(
        line -> common.contains(line) && !(ours.contains(line) && theirs.contains(line)));
    return merged.isEmpty()
        ? null
        : sink.add(Constants.OBJ_BLOB, NoteText.write(List.copyOf(merged)));
  }

  private List<String> lines(List<String> path, Folder.@Nullable Child child) throws IOException {
    return child == null ? List.of() : NoteText.read(reader, String.join("/", path), child.id());
  }

  private static boolean isFolder(Folder.@Nullable Child child) {
    return child != null && child.isFolder();
  }

  private static @Nullable ObjectId folder(Folder.@Nullable Child child) {
    return child == null || !child.isFolder() ? null : child.id();
  }
}
