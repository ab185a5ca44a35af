/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/**
 * What a record says about itself, in the file {@code alfheim} of every commit.
 *
 * @param namespace from which ids are derived
 */
record Preamble(UUID namespace) {
  static final String FILE = "alfheim";
  private static final String MAGIC = "alfheim-record ";
  private static final int VERSION = 1;
  private static final String NAMESPACE = "namespace\t";

  byte[] write() {
    return (MAGIC + VERSION + '\n' + NAMESPACE + namespace + '\n').getBytes(UTF_8);
  }

  /**
   * Reads that of a commit.
   *
   * @throws IOException if this is no record, or one of another version
   */
  static Preamble read(ObjectReader reader, ObjectId tree) throws IOException {
    try (TreeWalk walk = TreeWalk.forPath(reader, FILE, tree)) {
      if (walk == null) {
        throw noRecord("has no file '" + FILE + "'", null);
      }
      return parse(reader.open(walk.getObjectId(0), Constants.OBJ_BLOB).getBytes());
    }
  }

  static Preamble parse(byte[] text) throws IOException {
    List<String> lines = new String(text, UTF_8).lines().toList();
    String first = lines.isEmpty() ? "" : lines.get(0);
    if (!first.startsWith(MAGIC)) {
      throw noRecord("has a file '" + FILE + "' that does not begin with '" + MAGIC + "'", null);
    }
    String version = first.substring(MAGIC.length());
    if (!version.equals(Integer.toString(VERSION))) {
      throw new IOException("The record is of version " + version
          + ", but this program knows version " + VERSION + ". Use a newer program.");
    }
    String namespace = lines.stream()
        .filter(line -> line.startsWith(NAMESPACE))
        .findFirst()
        .map(line -> line.substring(NAMESPACE.length()))
        .orElse("");
    try {
      return new Preamble(UUID.fromString(namespace));
    } catch (IllegalArgumentException e) {
      throw noRecord("has a file '" + FILE + "' without a namespace", e);
    }
  }

  private static IOException noRecord(String finding, @Nullable Throwable cause) {
    return new IOException(
        "This is no record: the branch 'main' " + finding
            + ". Move the repository away, or take a commit that has it.",
        cause);
  }
}
