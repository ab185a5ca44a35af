/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf.internal;

import java.util.Optional;

/** The folders between a session and a file: {@code [collection][/][#revision#]}, joined by slashes. */
public record FolderParts(String collection, String revision) {
  private static final FolderParts NONE = new FolderParts("", "");

  /** Reads a folder text without a slash at either end; the empty text is the session folder itself. */
  public static Optional<FolderParts> find(String folder) {
    if (folder.isEmpty()) {
      return Optional.of(NONE);
    }
    int slash = folder.lastIndexOf('/');
    String last = folder.substring(slash + 1);
    if (!last.startsWith("#")) {
      return isCollection(folder) ? Optional.of(new FolderParts(folder, "")) : Optional.empty();
    }
    String collection = folder.substring(0, Math.max(slash, 0));
    if (slash == 0 || !isPounded(last) || !(collection.isEmpty() || isCollection(collection))) {
      return Optional.empty();
    }
    return Optional.of(new FolderParts(collection, last.substring(1, last.length() - 1)));
  }

  /** Why {@link #find} would find nothing, worded to follow the path. */
  public static Optional<String> fault(String folder) {
    return find(folder).isPresent() ? Optional.empty() : Optional.of(worded(folder));
  }

  /** Whether {@code text} is one or more legal folder names joined by slashes. */
  public static boolean isCollection(String text) {
    int start = 0;
    while (true) {
      int end = Chars.labelEnd(text, start);
      if (end == start || Chars.isDots(text, start, end)) {
        return false;
      }
      if (end == text.length()) {
        return true;
      }
      if (text.charAt(end) != '/') {
        return false;
      }
      start = end + 1;
    }
  }

  /** The text without slashes at either end. */
  public static String trimmed(String folder) {
    int start = 0;
    int end = folder.length();
    while (start < end && folder.charAt(start) == '/') {
      start++;
    }
    while (end > start && folder.charAt(end - 1) == '/') {
      end--;
    }
    return folder.substring(start, end);
  }

  private static boolean isPounded(String name) {
    return name.length() > 2
        && name.endsWith("#")
        && Chars.isLabel(name.substring(1, name.length() - 1));
  }

  private static String worded(String folder) {
    for (String name : folder.split("/", -1)) {
      if (name.isEmpty()) {
        return "has an empty folder name";
      }
      if (!name.startsWith("#") && !Chars.isFolder(name)) {
        int at = Chars.labelEnd(name, 0);
        return at == name.length()
            ? "has the folder " + Quoted.text(name) + ", which names no folder of its own"
            : "has "
                + Quoted.characterAt(name, at)
                + ", which is not allowed in the folder "
                + Quoted.text(name);
      }
      if (name.startsWith("#") && !isPounded(name)) {
        return "has the folder " + Quoted.text(name)
            + ", which is no revision of the form '#label#'";
      }
    }
    return "has a revision that is not the last folder";
  }
}
