/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.alfheim.blobs.Cleanup.Trouble;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What went wrong and was not mended yet, by path.
 *
 * @param file tab-separated lines
 * @param mended whether nothing is to be mended any more
 */
record ErrorFile(Path file, Predicate<Trouble> mended) {

  List<Trouble> read() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    // Whatever somebody wrote into it by hand, in whatever encoding.
    return new String(Files.readAllBytes(file), UTF_8)
        .lines()
        .map(line -> line.split("\t", 2))
        .filter(columns -> columns.length == 2)
        .map(columns -> new Trouble(path(columns[0]), columns[1]))
        .toList();
  }

  /**
   * Takes in what a run found.
   *
   * @param whole whether it came to its end, so that it is time to ask for what went wrong before. It
   *     may not have tried that again: it is forgotten only when it is mended
   */
  void update(List<Trouble> troubles, boolean whole) throws IOException {
    Map<String, Trouble> all = new LinkedHashMap<>();
    for (Trouble old : read()) {
      if (!whole || !mended.test(old)) {
        all.put(old.path(), old);
      }
    }
    troubles.forEach(trouble -> all.put(trouble.path(), trouble));
    if (all.isEmpty()) {
      Files.deleteIfExists(file);
      return;
    }
    write(all.values().stream()
        .map(trouble -> ReferenceLine.escape(trouble.path()) + "\t" + line(trouble.message()))
        .toList());
  }

  /** Takes in what a run finds when that ends, also where something else ends it. */
  Noting noting(Troubles troubles) {
    return new Noting(this, troubles);
  }

  /** One run. */
  static final class Noting implements Closeable {
    private final ErrorFile file;
    private final Troubles troubles;
    private boolean whole;

    private Noting(ErrorFile file, Troubles troubles) {
      this.file = file;
      this.troubles = troubles;
    }

    /** Says whether it came to its end; not, unless said otherwise. */
    void end(boolean now) {
      whole = now;
    }

    @Override
    public void close() throws IOException {
      try {
        file.update(troubles.named(), whole);
      } catch (IOException e) {
        throw new IOException(
            "what went wrong in it cannot be written down in '" + file.file() + "': "
                + Failure.reason(e),
            e);
      }
    }
  }

  /** Whole or not at all: what is cut off is a list of nothing. */
  private void write(List<String> lines) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path temporary = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".new");
    try {
      Files.write(temporary, lines);
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** As it is, if it was never escaped. */
  private static String path(String written) {
    try {
      return ReferenceLine.decode(written);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return written;
    }
  }

  private static String line(String text) {
    return text.replaceAll("[\t\r\n]", " ");
  }
}
