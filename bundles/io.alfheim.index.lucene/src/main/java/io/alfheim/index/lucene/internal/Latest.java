/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.index.lucene.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the newest state of an index directory open. To learn whether some process made a newer one
 * costs a look at the directory.
 */
final class Latest implements Closeable {
  private static final Logger log = LoggerFactory.getLogger(Latest.class);

  private final Path path;
  private final Directory directory;
  private State state = State.empty();
  private @Nullable Stamp stamp;
  private boolean trusted;
  private boolean closed;

  Latest(Path path, Directory directory) throws IOException {
    this.path = path;
    this.directory = directory;
  }

  /** The newest state, with a reference to its reader that the caller gives back. */
  synchronized State acquire() throws IOException {
    State newest = look();
    newest.reader().incRef();
    return newest;
  }

  /** The newest state, without its reader being held open. */
  synchronized State look() throws IOException {
    if (closed) {
      throw new IllegalStateException("The index in '" + path + "' is closed.");
    }
    Stamp now = Stamp.of(directory, path);
    if (!now.equals(stamp)) {
      replace(now.equals(Stamp.NONE) ? State.empty() : open());
      stamp = now;
    }
    return state;
  }

  /** After work on a state went wrong: verifies again, and tells whether damage was the reason. */
  synchronized boolean hasLost(State worked) throws IOException {
    if (closed || worked.isNothing() || Thread.currentThread().isInterrupted()) {
      return false;
    }
    if (!state.isNothing()) {
      stamp = null;
      trusted = false;
      look();
    }
    return state.isNothing();
  }

  @Override
  public synchronized void close() throws IOException {
    if (!closed) {
      closed = true;
      state.reader().decRef();
    }
  }

  private void replace(State next) throws IOException {
    State last = state;
    state = next;
    last.reader().decRef();
  }

  private State open() throws IOException {
    @Nullable DirectoryReader reader = null;
    try {
      reader = DirectoryReader.open(directory);
      verify(reader);
      return State.of(reader);
    } catch (IOException | RuntimeException e) {
      // Garbage in a file can surface as any exception of the code that reads it.
      IOUtils.closeWhileHandlingException(reader);
      if (Thread.currentThread().isInterrupted()) {
        throw e;
      }
      log.warn("index={} cannot be read and counts as empty: {}", path, e.toString());
      return State.empty();
    }
  }

  /** Reads every byte of the first state, left by who knows whom; later ones are trusted. */
  private void verify(DirectoryReader reader) throws IOException {
    if (!trusted) {
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
      trusted = true;
    }
  }
}
