/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import io.alfheim.blobs.Stored;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;

/** Files with their names. */
record Attachments(ObjectShelf shelf) {

  Stored put(Path file) throws IOException {
    Path last = file.getFileName();
    String name = SafeName.requireStorable(last == null ? "" : last.toString());
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString(), null, "There is no file '" + file + "'.");
    }
    Md5 md5 = Md5.named(name);
    long size;
    try (InputStream in = Files.newInputStream(file)) {
      size = md5.copy(in, OutputStream.nullOutputStream());
    }
    Stored stored = Stored.attachment(shelf.name(), md5.end(), size, name);
    shelf.keep(shelf.layout().path(stored), Fingerprint.of(stored), out -> Files.copy(file, out));
    return stored;
  }

  /** Into a folder, beside what is there. */
  Path fetch(Stored attachment, Path folder) throws IOException {
    String name = SafeName.require(attachment.name());
    int turn = -1;
    while (true) {
      Path target = folder.resolve(turn < 0 ? name : numbered(name, turn));
      if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
        try {
          return download(attachment, target);
        } catch (FileAlreadyExistsException justMade) {
          // It may be the same; if not, the next name is tried.
        }
      }
      if (Files.isRegularFile(target) && hash(name, target).equals(attachment.hash())) {
        return target;
      }
      turn++;
    }
  }

  private Path download(Stored attachment, Path target) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    try (LocalCopy copy = new LocalCopy(folder == null ? target : folder)) {
      shelf.copy(attachment, Fingerprint.of(attachment), copy::open);
      copy.settle(target);
      return target;
    }
  }

  private static UUID hash(String name, Path file) throws IOException {
    Md5 md5 = Md5.named(name);
    try (InputStream in = Files.newInputStream(file)) {
      md5.copy(in, OutputStream.nullOutputStream());
    }
    return md5.end();
  }

  /** {@code stem_0000.ext}. */
  static String numbered(String name, int number) {
    int dot = name.lastIndexOf('.');
    int end = dot <= 0 || dot == name.length() - 1 ? name.length() : dot;
    return name.substring(0, end) + String.format("_%04x", number) + name.substring(end);
  }
}
