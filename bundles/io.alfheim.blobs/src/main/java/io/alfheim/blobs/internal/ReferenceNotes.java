/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import io.alfheim.blobs.BlobException;
import io.alfheim.blobs.Kept;
import io.alfheim.blobs.Reference;
import io.alfheim.blobs.Stored;
import io.alfheim.blobs.Target;
import io.alfheim.catalog.Catalog;
import io.alfheim.catalog.NoSuchDatasetException;
import io.alfheim.catalog.NoSuchSessionException;
import io.alfheim.catalog.Search;
import io.alfheim.catalog.Session;
import io.alfheim.catalog.spi.Editor;
import io.alfheim.catalog.spi.Field;
import io.alfheim.catalog.spi.NoteVisitor;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.catalog.spi.Snapshot;
import io.alfheim.catalog.spi.TextMatch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The references, as notes of the record.
 *
 * @param catalog whose record it is
 */
record ReferenceNotes(Catalog catalog) {

  /** Is shown what references name. */
  @FunctionalInterface
  interface StoredVisitor {
    void visit(Stored stored) throws IOException;
  }

  List<Reference> of(Target target) {
    try {
      Snapshot now = catalog.record().snapshot(catalog.commit());
      return read(now, target).stream()
          .filter(reference -> reference.target().equals(target))
          .toList();
    } catch (IOException e) {
      throw Failure.of("The references of '" + target + "' cannot be read", e);
    }
  }

  /** All in the note of a target, those of its neighbours too. */
  private static List<Reference> read(Snapshot snapshot, Target target) throws IOException {
    Target whole = target.dataset("");
    List<Reference> references = new ArrayList<>();
    for (String line : snapshot.note(ReferenceLine.note(target))) {
      references.add(ReferenceLine.read(whole, line));
    }
    return references;
  }

  /** Replaces those of the same names. */
  static void put(Editor editor, List<Reference> added) throws IOException {
    Target target = added.get(0).target();
    TreeMap<String, Reference> byName = new TreeMap<>();
    added.forEach(reference -> byName.put(reference.name(), reference));
    List<Reference> all = new ArrayList<>(read(editor.base(), target));
    all.removeIf(old -> old.target().equals(target) && byName.containsKey(old.name()));
    all.addAll(added);
    write(editor, target, all);
  }

  private static void write(Editor editor, Target target, List<Reference> all) throws IOException {
    editor.note(
        ReferenceLine.note(target), all.stream().map(ReferenceLine::write).toList());
  }

  /** Takes off some of a target, and tells which. */
  List<Reference> remove(Target target, Predicate<Reference> which) {
    List<Reference> removed = new ArrayList<>();
    catalog.record().change("Remove references of '" + target + "'", editor -> {
      List<Reference> all = new ArrayList<>(read(editor.base(), target));
      all.stream()
          .filter(old -> old.target().equals(target) && which.test(old))
          .forEach(removed::add);
      all.removeAll(removed);
      write(editor, target, all);
    });
    return removed;
  }

  /** Refuses a target that is not recorded. */
  void require(Target target, Snapshot snapshot) throws IOException {
    if (target.session().isEmpty()) {
      requireSubject(target);
      return;
    }
    SessionEntry session = snapshot
        .find(target.session().get())
        .orElseThrow(() -> new NoSuchSessionException(
            "No session '" + target.session().get() + "' in the record.",
            "Take it from the catalog, with its lab: Target.of(catalog.session(\"…\")). If it is not"
                + " there, scan its folder first: catalog.scan(Path.of(\"…\"))."));
    boolean known = target.dataset().isEmpty()
        || session.datasets().stream().anyMatch(one -> one.path().equals(target.dataset()));
    if (!known) {
      throw new NoSuchDatasetException(
          "No dataset '" + target.dataset() + "' in session '" + session.key() + "'.",
          "List them: session(\"" + session.key() + "\").datasets().");
    }
  }

  /** By its own name and lab: a search takes patterns, too, and any lab for none. */
  private void requireSubject(Target target) {
    if (!target.dataset().isEmpty()) {
      throw new BlobException(
          "'" + target + "' is not the dataset of a session.",
          "Say which session: Target.of(session).dataset(\"" + target.dataset() + "\").");
    }
    List<String> labs = labs(target.subject());
    if (labs.contains(target.lab())) {
      return;
    }
    if (labs.isEmpty()) {
      throw new BlobException(
          "No subject '" + target + "' has a session in the record.",
          "List them: catalog.subjects().");
    }
    Target nearest = Target.subject(labs.get(0), target.subject());
    String arguments = nearest.lab().isEmpty() ? "" : "\"" + nearest.lab() + "\", ";
    throw new BlobException(
        "No subject '" + target + "' has a session in the record; nearest is '" + nearest + "'.",
        "Hang it there: Target.subject(" + arguments + "\"" + nearest.subject() + "\").");
  }

  private List<String> labs(String subject) {
    Search search = catalog.search().where(Field.SUBJECT, TextMatch.exactly(subject));
    return search.list().stream().map(Session::lab).distinct().sorted().toList();
  }

  /** Visits what references of kept commits name, in all sections; the same thing more than once. */
  void visit(Kept kept, StoredVisitor visitor) throws IOException {
    catalog.record().history().notes(ReferenceLine.TOPIC, kept.since(), visiting(visitor));
  }

  /** Visits what references of the one state name that the catalog shows. */
  void visitState(StoredVisitor visitor) throws IOException {
    Snapshot state = catalog.record().snapshot(catalog.commit());
    state.notes(ReferenceLine.TOPIC, visiting(visitor));
  }

  private static NoteVisitor visiting(StoredVisitor visitor) {
    Target anywhere = Target.subject("anywhere");
    return (note, lines) -> {
      for (String line : lines) {
        visitor.visit(ReferenceLine.read(anywhere, note, line).stored());
      }
    };
  }
}
