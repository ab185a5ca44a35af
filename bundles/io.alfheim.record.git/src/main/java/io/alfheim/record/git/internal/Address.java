/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/**
 * Where another copy of the record is: a folder of this computer, or one that is reached through SSH.
 *
 * @param uri as JGit takes it
 * @param folder if it is of this computer
 */
record Address(String uri, Optional<Path> folder) {
  private static final Pattern THROUGH_SSH = Pattern.compile("ssh://.+|[^/\\\\:@]+@[^/\\\\:]+:.+");
  private static final Pattern OTHER_SCHEME = Pattern.compile("[a-z][a-z0-9+.-]+://.*");

  /** Reads it; a home stands for its record. */
  static Address of(String text) throws IOException {
    if (THROUGH_SSH.matcher(text).matches()) {
      return new Address(checked(text), Optional.empty());
    }
    if (OTHER_SCHEME.matcher(text).matches()) {
      throw unusable(text, null);
    }
    try {
      Path given = Path.of(text);
      Path record = given.resolve(BareRepository.FOLDER);
      Path folder =
          (Files.isDirectory(record) ? record : given).toAbsolutePath().normalize();
      return new Address(folder.toString(), Optional.of(folder));
    } catch (InvalidPathException e) {
      throw unusable(text, e);
    }
  }

  private static String checked(String text) throws IOException {
    try {
      URIish uri = new URIish(text);
      if (uri.getPass() != null) {
        throw new IOException("The address of a repository must not hold a password."
            + " Use a key of SSH, and name it in its file 'config'.");
      }
      return text;
    } catch (URISyntaxException e) {
      throw unusable(text, e);
    }
  }

  private static IOException unusable(String text, @Nullable Exception cause) {
    return new IOException(
        "'" + text + "' is no address of a repository."
            + " Write a folder, 'ssh://user@host/path' or 'user@host:path'.",
        cause);
  }

  /** Whether it is a folder in which there is nothing yet. */
  boolean isNothing() throws IOException {
    if (folder.isEmpty()) {
      return false;
    }
    if (!Files.exists(folder.get())) {
      return true;
    }
    try (Stream<Path> files = Files.list(folder.get())) {
      return files.findAny().isEmpty();
    }
  }

  @Override
  public String toString() {
    return uri;
  }
}
