/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import io.alfheim.blobs.Stored;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Files of a stage that this home laid into a section and nobody hung yet. They lie among the data of
 * others, where nobody could tell them apart: so each is noted here before it is laid there, in a
 * small file of its own, until it is hung.
 */
record PlacedFiles(Path folder) {

  /** Is shown what was placed. */
  @FunctionalInterface
  interface Visitor {
    void visit(String path, long size) throws IOException;
  }

  /** Of a section of a home. */
  static PlacedFiles in(Path home, String section) {
    return new PlacedFiles(home.resolve("log").resolve("blobs-" + section + ".placed"));
  }

  private Path note(String path) {
    return folder.resolve(Md5.hex(ObjectLayout.fileHash(path)));
  }

  /** Who may not write to the home places files all the same. */
  void add(Stored file) {
    try {
      Files.createDirectories(folder);
      Files.writeString(
          note(file.name()), file.size() + "\t" + ReferenceLine.escape(file.name()) + "\n");
    } catch (IOException onlyRead) {
      // Then nobody is told of it when it is never hung.
    }
  }

  /** It is referred to, so that it is found by that. */
  void remove(String path) {
    try {
      Files.deleteIfExists(note(path));
    } catch (IOException onlyRead) {
      // A cleanup sees that it is referred to.
    }
  }

  void visit(Visitor visitor) throws IOException {
    try (DirectoryStream<Path> notes = Files.newDirectoryStream(folder)) {
      for (Path note : notes) {
        visit(note, visitor);
      }
    } catch (NoSuchFileException nothingPlaced) {
      return;
    }
  }

  private static void visit(Path note, Visitor visitor) throws IOException {
    String line;
    try {
      line = Files.readString(note).strip();
    } catch (IOException hungMeanwhile) {
      return;
    }
    String path;
    long size;
    try {
      size = Long.parseLong(line.substring(0, Math.max(0, line.indexOf('\t'))));
      path = ReferenceLine.decode(line.substring(line.indexOf('\t') + 1));
    } catch (IllegalArgumentException | IndexOutOfBoundsException cutOff) {
      return;
    }
    visitor.visit(path, size);
  }
}
