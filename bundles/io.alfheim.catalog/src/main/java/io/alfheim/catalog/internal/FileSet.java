/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.store.StorePath;
import io.alfheim.store.WritableStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes several files into one folder of a store: all of them, or none. Each is begun inside the one
 * before it, so all bytes are written under hidden names before the first file gets its name: an end of
 * the program up to then leaves nothing that anybody sees. Of more files than the store can have under
 * way, so many at a time: all but the last of them get their names before the gate, and may be seen.
 */
final class FileSet {
  private final WritableStore store;
  private final StorePath folder;
  private final List<NewFile> files;
  private final List<HashedStream> written = new ArrayList<>();
  private final List<StorePath> landed = new ArrayList<>();

  FileSet(WritableStore store, StorePath folder, List<NewFile> files) {
    this.store = store;
    this.folder = folder;
    this.files = List.copyOf(files);
  }

  /** What has to be waited for. */
  @FunctionalInterface
  interface Gate {
    void pass() throws IOException;
  }

  /**
   * Writes them, and tells of each what was written, in order.
   *
   * @param gate is passed once, when all bytes are written, before the last files get their names
   */
  List<HashedStream> write(Gate gate) throws IOException {
    try {
      int most = store.filesAtATime();
      for (int from = 0; from < files.size(); from += most) {
        int end = Math.min(files.size(), from + most);
        write(from, end, end == files.size() ? gate : () -> {});
      }
      return List.copyOf(written);
    } catch (IOException | RuntimeException e) {
      remove(e);
      throw e;
    }
  }

  private void write(int next, int end, Gate gate) throws IOException {
    if (next == end) {
      gate.pass();
      return;
    }
    NewFile file = files.get(next);
    StorePath at = folder.resolve(file.path().toString());
    store.create(at, out -> {
      HashedStream hashed = new HashedStream(out);
      file.bytes().writeTo(hashed);
      hashed.flush();
      written.add(hashed);
      write(next + 1, end, gate);
    });
    landed.add(at);
  }

  /** Takes back what was written, because of something else that failed, also an interruption. */
  void remove(Exception because) {
    boolean interrupted = Thread.interrupted();
    try {
      landed.forEach(file -> remove(file, because));
      landed.clear();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void remove(StorePath file, Exception because) {
    try {
      store.delete(file);
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }
}
