/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import io.alfheim.catalog.spi.SessionRecord.ProblemVisitor;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/** Reads objects and believes nothing: what cannot be read is told of and passed over. */
record CarefulReader(ObjectReader reader, ProblemVisitor problems) {

  /** A name in a folder. */
  record Child(String name, FileMode mode, ObjectId id) {}

  /** Something to be read. */
  interface Part<T> {
    T read() throws IOException;
  }

  /**
   * Reads something.
   *
   * @param what it is, with its name
   * @param otherwise what can be had instead
   * @return nothing if it cannot be read
   */
  <T> Optional<T> read(String what, ObjectId id, Supplier<String> otherwise, Part<T> part)
      throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("Checking the record was interrupted.");
    }
    try {
      return Optional.of(part.read());
    } catch (CancellationException | InterruptedIOException | ClosedByInterruptException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // damage can surface as any exception of the code that reads
      problems.found(what + " (object " + id.name() + ")", reason(e) + " " + otherwise.get());
      return Optional.empty();
    }
  }

  private static String reason(Exception e) {
    String text = e.getMessage() == null ? e.toString() : e.getMessage();
    return text.endsWith(".") ? text : text + ".";
  }

  /** The bytes of an object, if they are those that its name was made from. */
  byte[] bytes(ObjectId id, int type) throws IOException {
    byte[] bytes = reader.open(id, type).getBytes(Integer.MAX_VALUE);
    if (!ObjectSink.idOf(type, bytes).equals(id)) {
      throw new IOException("Its bytes are not those that it was named by.");
    }
    return bytes;
  }

  /** What is in a folder. */
  List<Child> children(ObjectId tree) throws IOException {
    List<Child> children = new ArrayList<>();
    CanonicalTreeParser parser = new CanonicalTreeParser();
    parser.reset(bytes(tree, Constants.OBJ_TREE));
    for (; !parser.eof(); parser.next()) {
      children.add(new Child(
          parser.getEntryPathString(), parser.getEntryFileMode(), parser.getEntryObjectId()));
    }
    return children;
  }
}
