/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf;

import io.alfheim.alf.internal.FolderParts;
import io.alfheim.alf.internal.PathLayout;
import io.alfheim.alf.internal.Pieces;
import io.alfheim.alf.internal.Quoted;
import io.alfheim.alf.internal.UuidInName;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * A path text of any kind, read for the ALF parts in it: {@code
 * root/lab/Subjects/subject/2020-01-01/001/collection/#revision#/name}.
 *
 * <pre>{@code
 * AlfPath path = AlfPath.of("F:\\data\\subject\\2020-01-01\\1\\alf\\spikes.times.npy");
 * path.session().key();               // subject/2020-01-01/001
 * path.collection();                  // "alf"
 * path.withPaddedNumber().toString(); // F:\data\subject\2020-01-01\001\alf\spikes.times.npy
 * }</pre>
 *
 * <p>Only text is judged, on every operating system alike; no disk is asked. A text with a backslash is read as a
 * Windows path. What ends in a separator, or in a name with fewer than two dots, is a folder; else the last name is a
 * file. A path is {@linkplain #isValid valid} if it holds a session and all below it is legal, or if it is a bare file
 * name. Parts that are absent are empty. Editing keeps every character that is not concerned.
 */
public final class AlfPath implements Comparable<AlfPath> {
  private static final String SHAPE = "A full path reads"
      + " …/[lab/Subjects/]subject/date/number/[collection/][#revision#/][name]; a path relative to a session is"
      + " read as a dataset path.";

  private final String text;
  private final PathLayout layout;
  private final Pieces pieces;

  private AlfPath(String text) {
    this.text = text;
    this.layout = PathLayout.of(text);
    this.pieces = layout.pieces();
  }

  /** Takes any text as a path. */
  public static AlfPath of(String path) {
    return new AlfPath(path);
  }

  /** The canonical path of a session below a root. */
  public static AlfPath of(String root, SessionKey session) {
    Pieces at = Pieces.of(root);
    return new AlfPath(at.replaced(at.size(), at.size(), session.path()));
  }

  /** Takes a {@linkplain #isValid valid} path; the error says what is wrong with others. */
  public static AlfPath parse(String path) {
    return find(path).orElseThrow(() -> of(path).invalid());
  }

  /** As {@link #parse}, empty for a path that is not valid. */
  public static Optional<AlfPath> find(String path) {
    return Optional.of(new AlfPath(path)).filter(AlfPath::isValid);
  }

  /** Whether the path holds a session and all below it is legal, or is a bare legal file name. */
  public boolean isValid() {
    return whyInvalid().isEmpty();
  }

  /** Why the path is not valid, worded to follow it. */
  public Optional<String> whyInvalid() {
    return layout.fault(text);
  }

  /** Whether the path ends with its session folder. */
  public boolean isSession() {
    return findSession().isPresent() && layout.below() == pieces.size();
  }

  /** Whether the last name is a legal file name, whatever the folders are. */
  public boolean isDataset() {
    return findName().isPresent();
  }

  /** The session this path leads to or lies in. */
  public Optional<SessionFolder> findSession() {
    return layout.session();
  }

  /** The session this path leads to or lies in; an error without one. */
  public SessionFolder session() {
    return findSession().orElseThrow(this::noSession);
  }

  /** The file name, if the path ends in a legal one. */
  public Optional<AlfName> findName() {
    return layout.name();
  }

  /** The file name; the error says why there is none. */
  public AlfName name() {
    return findName().orElseThrow(this::noName);
  }

  /** Where the file lies below its session, if there are both and all between is legal. */
  public Optional<DatasetPath> findDatasetPath() {
    return findName()
        .flatMap(name ->
            layout.folders().map(at -> new DatasetPath(at.collection(), at.revision(), name)));
  }

  /** The folders between session and revision or file, joined by forward slashes; may be empty. */
  public String collection() {
    return layout.folders().map(FolderParts::collection).orElse("");
  }

  /** The revision without pound signs; may be empty. */
  public String revision() {
    return layout.folders().map(FolderParts::revision).orElse("");
  }

  /** Any part as it is spelled in the path; empty if absent. */
  public String part(AlfPart part) {
    return switch (part) {
      case LAB -> findSession().map(found -> found.key().lab()).orElse("");
      case SUBJECTS -> layout.hasLab() ? SessionFolder.SUBJECTS : "";
      case SUBJECT -> findSession().map(found -> found.key().subject()).orElse("");
      case DATE -> findSession().map(found -> found.key().date().toString()).orElse("");
      case NUMBER -> findSession().map(SessionFolder::number).orElse("");
      case COLLECTION -> collection();
      case REVISION -> revision();
      default -> findName().map(name -> name.part(part)).orElse("");
    };
  }

  /** All twelve parts from lab to extension, in that order. */
  public Map<AlfPart, String> parts() {
    Map<AlfPart, String> parts = new EnumMap<>(AlfPart.class);
    for (AlfPart part : AlfPart.values()) {
      if (part != AlfPart.SUBJECTS) {
        parts.put(part, part(part));
      }
    }
    return Collections.unmodifiableMap(parts);
  }

  /** The text before lab or subject, without a separator at its end unless that is all; empty without a session. */
  public String root() {
    return findSession().isEmpty() ? "" : pieces.before(layout.first());
  }

  /** The path up to and with its session folder. */
  public AlfPath sessionPath() {
    session();
    return new AlfPath(pieces.before(layout.below()));
  }

  /**
   * The path without what lies before lab or subject. Without a session: the whole path if it is a legal dataset path,
   * else its name if that is legal, else empty.
   */
  public Optional<AlfPath> findWithoutRoot() {
    int size = pieces.size();
    if (findSession().isPresent()) {
      return Optional.of(new AlfPath(pieces.text(layout.first(), size)));
    }
    if (DatasetPath.isValid(pieces.joined(0, size))) {
      return Optional.of(new AlfPath(pieces.text(0, size)));
    }
    return findName().map(name -> new AlfPath(name.toString()));
  }

  /** The text from the subject on; an error without a lab. */
  public String relativeToLab() {
    requireLab();
    return pieces.from(layout.subject());
  }

  /** The text below the session folder; empty for the session folder itself, an error without a session. */
  public String relativeToSession() {
    session();
    return pieces.from(layout.below());
  }

  /** Without the names of the lab and of its folder {@code Subjects}, if there. */
  public AlfPath withoutLab() {
    return layout.hasLab()
        ? new AlfPath(pieces.replaced(layout.first(), layout.subject(), ""))
        : this;
  }

  /** In another lab; without one, lab and folder {@code Subjects} are added above the subject. */
  public AlfPath withLab(String lab) {
    if (lab.isEmpty()) {
      throw new AlfException("A lab cannot be empty.", "Take the path without its lab instead.");
    }
    SessionKey old = session().key();
    SessionKey wanted = new SessionKey(lab, old.subject(), old.date(), old.number());
    return moved(layout.labStart(), layout.subject(), wanted, lab + "/" + SessionFolder.SUBJECTS);
  }

  /** In another lab instead of the present one; an error without one. */
  public AlfPath replaceLab(String lab) {
    requireLab();
    return withLab(lab);
  }

  /** Of another subject. */
  public AlfPath withSubject(String newSubject) {
    SessionKey old = session().key();
    SessionKey wanted = new SessionKey(old.lab(), newSubject, old.date(), old.number());
    return moved(layout.subject(), layout.subject() + 1, wanted, newSubject);
  }

  /** On another day. */
  public AlfPath withDate(LocalDate date) {
    SessionKey old = session().key();
    SessionKey wanted = new SessionKey(old.lab(), old.subject(), date, old.number());
    return moved(layout.subject() + 1, layout.subject() + 2, wanted, date.toString());
  }

  /** With another number, written with three digits. */
  public AlfPath withNumber(int number) {
    SessionKey old = session().key();
    SessionKey wanted = new SessionKey(old.lab(), old.subject(), old.date(), number);
    return moved(layout.subject() + 2, layout.below(), wanted, wanted.paddedNumber());
  }

  /** With its number written with three digits. */
  public AlfPath withPaddedNumber() {
    return withNumber(session().key().number());
  }

  /** In another collection of the same session and revision; empty for the session folder itself. */
  public AlfPath withCollection(String collection) {
    FolderParts old = legalFolders();
    String trimmed = FolderParts.trimmed(collection);
    DatasetPath.requireCollection(trimmed);
    int end = old.revision().isEmpty() ? layout.folderEnd() : layout.folderEnd() - 1;
    return refoldered(pieces.replaced(layout.below(), end, trimmed), trimmed, old.revision());
  }

  /** In another revision of the same collection, given without pound signs; empty for none. */
  public AlfPath withRevision(String revision) {
    FolderParts old = legalFolders();
    DatasetPath.requireRevision(revision);
    int start = old.revision().isEmpty() ? layout.folderEnd() : layout.folderEnd() - 1;
    String folder = revision.isEmpty() ? "" : "#" + revision + "#";
    return refoldered(
        pieces.replaced(start, layout.folderEnd(), folder), old.collection(), revision);
  }

  /** Without its revision folder, if it has one. */
  public AlfPath withoutRevision() {
    if (!isValid()) {
      throw invalid();
    }
    return revision().isEmpty() ? this : withRevision("");
  }

  /** With another file name; to a folder the name is added. */
  public AlfPath withName(AlfName name) {
    return new AlfPath(pieces.replaced(layout.folderEnd(), pieces.size(), name.toString()));
  }

  /** With its file name edited: {@code path.withName(name -> name.withExtension("csv"))}. */
  public AlfPath withName(UnaryOperator<AlfName> edit) {
    return withName(edit.apply(name()));
  }

  /** With this id before the extension, in the place of any other; the file name need not be legal. */
  public AlfPath withUuid(UUID uuid) {
    return withUuid(uuid.toString());
  }

  /** As {@link #withUuid(UUID)} for a {@linkplain AlfIds#isUuid plainly spelled} id. */
  public AlfPath withUuid(String uuid) {
    return renamed(UuidInName.put(layout.lastName(), uuid));
  }

  /** Without the id before the extension; a name without a plainly spelled id stays as it is. */
  public AlfPath withoutUuid() {
    return renamed(UuidInName.remove(layout.lastName()));
  }

  private AlfPath renamed(String name) {
    if (pieces.size() == 0) {
      throw new InvalidAlfException(text, "No file name in " + Quoted.text(text) + ".", SHAPE);
    }
    return new AlfPath(pieces.replaced(pieces.size() - 1, pieces.size(), name));
  }

  private AlfPath moved(int from, int to, SessionKey wanted, String names) {
    AlfPath result = new AlfPath(pieces.replaced(from, to, names));
    if (result.findSession().filter(found -> found.key().equals(wanted)).isEmpty()) {
      throw new AlfException(
          "Cannot make " + Quoted.text(text) + " a path of session '" + wanted + "': "
              + Quoted.text(result.text) + " would be read otherwise.",
          SHAPE);
    }
    return result;
  }

  private AlfPath refoldered(String newText, String collection, String revision) {
    AlfPath result = new AlfPath(newText);
    if (!result.collection().equals(collection) || !result.revision().equals(revision)) {
      throw new InvalidAlfException(
          newText,
          Quoted.text(newText) + " would not be read as the folder that was asked for.",
          SHAPE);
    }
    return result;
  }

  private FolderParts legalFolders() {
    session();
    return layout.folders().orElseThrow(this::invalid);
  }

  private void requireLab() {
    session();
    if (!layout.hasLab()) {
      throw new InvalidAlfException(text, "No lab in " + Quoted.text(text) + ".", SHAPE);
    }
  }

  private InvalidAlfException invalid() {
    String why = whyInvalid().orElseThrow();
    return new InvalidAlfException(
        text, Quoted.text(text) + " is no ALF path: it " + why + ".", SHAPE);
  }

  private InvalidAlfException noName() {
    String why = AlfName.whyInvalid(layout.lastName()).orElse("is a folder");
    return new InvalidAlfException(
        text,
        "No ALF file name at the end of " + Quoted.text(text) + ": it " + why + ".",
        AlfName.SHAPE);
  }

  private InvalidAlfException noSession() {
    return new InvalidAlfException(
        text, "No session folder (subject/date/number) in " + Quoted.text(text) + ".", SHAPE);
  }

  @Override
  public int compareTo(AlfPath other) {
    return text.compareTo(other.text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AlfPath that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The path text. */
  @Override
  public String toString() {
    return text;
  }
}
