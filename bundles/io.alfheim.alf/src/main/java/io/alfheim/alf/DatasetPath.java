/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf;

import io.alfheim.alf.internal.Chars;
import io.alfheim.alf.internal.FolderParts;
import io.alfheim.alf.internal.NameFault;
import io.alfheim.alf.internal.Quoted;
import java.util.Optional;

/**
 * Where a dataset lies below its session folder: {@code [collection/][#revision#/]name}, for example {@code
 * alf/probe00/#2020-01-01#/spikes.times.npy}. Slashes are forward, whatever the operating system.
 *
 * @param collection folders joined by slashes, or empty for the session folder itself
 * @param revision the label without its pound signs, or empty
 * @param name the file name
 */
public record DatasetPath(String collection, String revision, AlfName name)
    implements Comparable<DatasetPath> {
  private static final String SHAPE =
      "A dataset path reads [collection/][#revision#/]name, for example 'alf/probe00/#2020-01-01#/spikes.times.npy'.";

  /** Checks that the parts can be written and read back. */
  public DatasetPath {
    requireCollection(collection);
    requireRevision(revision);
  }

  /** Reads a path relative to a session; the error says what is wrong with it. */
  public static DatasetPath parse(String path) {
    return find(path)
        .orElseThrow(() -> new InvalidAlfException(
            path,
            Quoted.text(path) + " is no dataset path: it " + whyInvalid(path).orElseThrow() + ".",
            SHAPE));
  }

  /** Reads a path relative to a session, empty if it is not legal. */
  public static Optional<DatasetPath> find(String path) {
    int slash = path.lastIndexOf('/');
    if (slash == 0) {
      return Optional.empty();
    }
    Optional<AlfName> name = AlfName.find(path.substring(slash + 1));
    if (name.isEmpty() || slash < 0) {
      return name.map(DatasetPath::of);
    }
    return FolderParts.find(path.substring(0, slash))
        .map(folder -> new DatasetPath(folder.collection(), folder.revision(), name.get()));
  }

  /** A dataset in the session folder itself, without a revision. */
  public static DatasetPath of(AlfName name) {
    return new DatasetPath("", "", name);
  }

  /** Whether the whole of {@code path} is a legal path relative to a session. */
  public static boolean isValid(String path) {
    return find(path).isPresent();
  }

  /** Why {@code path} is not legal, worded to follow it; empty for a legal path. */
  public static Optional<String> whyInvalid(String path) {
    int slash = path.lastIndexOf('/');
    if (slash == 0) {
      return Optional.of("starts with '/'");
    }
    Optional<String> folder =
        slash < 0 ? Optional.empty() : FolderParts.fault(path.substring(0, slash));
    return folder.or(() -> NameFault.of(path.substring(slash + 1)));
  }

  /** Whether the dataset lies in a revision folder. */
  public boolean isRevised() {
    return !revision.isEmpty();
  }

  /** The path without its revision folder: what all revisions of one dataset have in common. */
  public String unrevised() {
    return collection.isEmpty() ? name.toString() : collection + "/" + name;
  }

  /** The folder of the file, relative to the session, without a slash at the end; may be empty. */
  public String folder() {
    String last = revision.isEmpty() ? "" : "#" + revision + "#";
    return collection.isEmpty() || last.isEmpty() ? collection + last : collection + "/" + last;
  }

  /** In another collection; empty for the session folder itself. */
  public DatasetPath withCollection(String newCollection) {
    return new DatasetPath(newCollection, revision, name);
  }

  /** In another revision, given without pound signs; empty for none. */
  public DatasetPath withRevision(String newRevision) {
    return new DatasetPath(collection, newRevision, name);
  }

  /** With another file name. */
  public DatasetPath withName(AlfName newName) {
    return new DatasetPath(collection, revision, newName);
  }

  static void requireCollection(String collection) {
    if (!collection.isEmpty() && !FolderParts.isCollection(collection)) {
      throw new AlfException(
          Quoted.text(collection) + " is no collection.",
          "A collection is one or more folder names of letters, digits, '_', '.' and '-' joined by '/'.");
    }
  }

  static void requireRevision(String revision) {
    if (!revision.isEmpty() && !Chars.isLabel(revision)) {
      throw new InvalidAlfException(
          revision,
          Quoted.text(revision) + " is no revision.",
          "A revision is a label of letters, digits, '_', '.' and '-', given without its pound signs.");
    }
  }

  /** Orders as the path texts do. */
  @Override
  public int compareTo(DatasetPath other) {
    return toString().compareTo(other.toString());
  }

  /** The path, joined by forward slashes. */
  @Override
  public String toString() {
    String folder = folder();
    return folder.isEmpty() ? name.toString() : folder + "/" + name;
  }
}
