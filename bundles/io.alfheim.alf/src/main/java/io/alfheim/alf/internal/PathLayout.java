/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf.internal;

import io.alfheim.alf.AlfName;
import io.alfheim.alf.SessionFolder;
import java.util.Optional;

/** Which names of a path are session, folders and file. */
public final class PathLayout {
  private final Pieces pieces;
  private final Optional<SessionFolder> session;
  private final int below;
  private final int folderEnd;
  private final Optional<FolderParts> folders;
  private final Optional<AlfName> name;

  private PathLayout(Pieces pieces, Optional<SessionFolder> session, int below) {
    this.pieces = pieces;
    this.session = session;
    this.below = below;
    int size = pieces.size();
    boolean file = size > below && !pieces.endsInSeparator() && dots(pieces.get(size - 1)) > 1;
    this.folderEnd = file ? size - 1 : size;
    this.folders = session.isEmpty() ? Optional.empty() : FolderParts.find(folderText());
    this.name = file ? AlfName.find(lastName()) : Optional.empty();
  }

  /** Looks for the first session from the left, and for a file at the end. */
  public static PathLayout of(String path) {
    Pieces pieces = Pieces.of(path);
    for (int end = 3; end <= pieces.size(); end++) {
      // The number first: it ends almost every look before any other name is cut out.
      if (SessionFolder.isNumber(pieces.get(end - 1))) {
        Optional<SessionFolder> found = SessionFolder.match(pieces.names(0, end));
        if (found.isPresent()) {
          return new PathLayout(pieces, found, end);
        }
      }
    }
    return new PathLayout(pieces, Optional.empty(), 0);
  }

  private static long dots(String name) {
    return name.chars().filter(c -> c == '.').count();
  }

  /** All names. */
  public Pieces pieces() {
    return pieces;
  }

  /** The session, if there is one. */
  public Optional<SessionFolder> session() {
    return session;
  }

  /** Whether the session lies in a known lab. */
  public boolean hasLab() {
    return session.filter(found -> !found.key().lab().isEmpty()).isPresent();
  }

  /** Index of the lab or, without one, of the subject; only with a session. */
  public int first() {
    return hasLab() ? subject() - 2 : subject();
  }

  /** Index where the names of lab and folder {@code Subjects} start, or would if both were there. */
  public int labStart() {
    boolean halfThere = subject() > 0 && pieces.get(subject() - 1).equals("Subjects");
    return hasLab() || !halfThere ? first() : subject() - 1;
  }

  /** Index of the subject; only with a session. */
  public int subject() {
    return below - 3;
  }

  /** Index of the first name below the session; 0 without a session. */
  public int below() {
    return below;
  }

  /** Index after the last name that is a folder. */
  public int folderEnd() {
    return folderEnd;
  }

  /** Whether the last name is a file by its shape: two dots, and no separator after it. */
  public boolean hasFile() {
    return folderEnd < pieces.size();
  }

  /** The last name, empty if there is none at all. */
  public String lastName() {
    return pieces.size() == 0 ? "" : pieces.get(pieces.size() - 1);
  }

  /** Collection and revision, if there is a session and the folders below it are legal. */
  public Optional<FolderParts> folders() {
    return folders;
  }

  /** The file name, if there is a file and its name is legal. */
  public Optional<AlfName> name() {
    return name;
  }

  /** Why this is neither a legal path with a session in it nor a bare legal file name. */
  public Optional<String> fault(String path) {
    if (session.isEmpty()) {
      return path.equals(lastName())
          ? NameFault.of(path)
          : Optional.of("has no session folder (subject/date/number) in it");
    }
    return FolderParts.fault(folderText()).or(this::fileFault);
  }

  private Optional<String> fileFault() {
    return hasFile()
        ? NameFault.of(lastName())
            .map(why -> "ends in " + Quoted.text(lastName()) + ", which " + why)
        : Optional.empty();
  }

  private String folderText() {
    return pieces.joined(below, folderEnd);
  }
}
