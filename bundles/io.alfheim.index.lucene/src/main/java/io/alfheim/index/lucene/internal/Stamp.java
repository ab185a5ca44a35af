/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.index.lucene.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * What differs after every commit to an index directory, also after it was deleted and made again.
 *
 * @param file the newest of Lucene's commit files; empty if there is none
 * @param identity the file system's number of it, where there is such a thing
 * @param written when
 */
record Stamp(String file, @Nullable Object identity, FileTime written) {
  /** Of a directory without an index. */
  static final Stamp NONE = new Stamp("", null, FileTime.fromMillis(0));

  /** The stamp of now. */
  static Stamp of(Directory directory, Path path) throws IOException {
    String file = newest(directory);
    while (!file.isEmpty()) {
      try {
        BasicFileAttributes is =
            Files.readAttributes(path.resolve(file), BasicFileAttributes.class);
        return new Stamp(file, is.fileKey(), is.lastModifiedTime());
      } catch (NoSuchFileException e) {
        // A newer commit has replaced it meanwhile.
        Cancellation.check();
        file = newest(directory);
      }
    }
    return NONE;
  }

  private static String newest(Directory directory) throws IOException {
    try {
      String file = SegmentInfos.getLastCommitSegmentsFileName(directory);
      return file == null ? "" : file;
    } catch (NoSuchFileException e) {
      return "";
    }
  }
}
