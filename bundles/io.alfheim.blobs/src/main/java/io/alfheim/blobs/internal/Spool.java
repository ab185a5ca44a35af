/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import io.alfheim.store.StoreEntry;
import io.alfheim.store.StorePath;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/**
 * What is referred to and what is there, written to temporary files and brought together part by part,
 * so that any number of objects takes little memory.
 */
final class Spool implements Closeable {
  private static final int PARTS = 64;
  private static final int BUFFER = 2048;

  /** Who refers to an object. */
  enum Use {
    KEPT,
    ONCE,
    NEVER
  }

  /** Is shown objects, each once. */
  @FunctionalInterface
  interface Visitor {
    void visit(StoreEntry entry, Use use) throws IOException;
  }

  private final Path folder;
  private final Map<String, DataOutputStream> open = new HashMap<>();
  private long found;

  Spool() throws IOException {
    this(Files.createTempDirectory("alfheim-blobs-"));
  }

  /** In a folder that goes with it. */
  Spool(Path folder) {
    this.folder = folder;
  }

  private static UUID key(StorePath path) {
    return Md5.of(path.value());
  }

  private DataOutputStream part(String kind, UUID key) throws IOException {
    String name = kind + (key.getMostSignificantBits() >>> 58);
    DataOutputStream out = open.get(name);
    if (out == null) {
      out = new DataOutputStream(
          new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)), BUFFER));
      open.put(name, out);
    }
    return out;
  }

  /** A path that is referred to. */
  void refer(StorePath path, Use use) throws IOException {
    UUID key = key(path);
    DataOutputStream out = part(use.name(), key);
    out.writeLong(key.getMostSignificantBits());
    out.writeLong(key.getLeastSignificantBits());
  }

  /** Something that is there. */
  void find(StoreEntry entry) throws IOException {
    find(entry, entry.path());
  }

  /** Something that is there, and counts as what is referred to by another path. */
  void find(StoreEntry entry, StorePath as) throws IOException {
    UUID key = key(as);
    DataOutputStream out = part("FOUND", key);
    out.writeLong(key.getMostSignificantBits());
    out.writeLong(key.getLeastSignificantBits());
    out.writeUTF(entry.path().value());
    out.writeLong(entry.size());
    out.writeLong(entry.modified());
    found++;
  }

  /** How much was found. */
  long found() {
    return found;
  }

  /** Tells of everything found who refers to it. */
  void join(Visitor visitor) throws IOException {
    finish();
    for (int part = 0; part < PARTS; part++) {
      Set<UUID> kept = keys(Use.KEPT.name() + part);
      Set<UUID> once = keys(Use.ONCE.name() + part);
      Set<String> seen = new HashSet<>();
      read("FOUND" + part, in -> {
        UUID key = new UUID(in.readLong(), in.readLong());
        StoreEntry entry =
            StoreEntry.file(new StorePath(in.readUTF()), in.readLong(), in.readLong());
        if (seen.add(entry.path().value())) {
          Use use = kept.contains(key) ? Use.KEPT : once.contains(key) ? Use.ONCE : Use.NEVER;
          visitor.visit(entry, use);
        }
      });
    }
  }

  private Set<UUID> keys(String name) throws IOException {
    Set<UUID> keys = new HashSet<>();
    read(name, in -> keys.add(new UUID(in.readLong(), in.readLong())));
    return keys;
  }

  /** Reads one row of a file. */
  @FunctionalInterface
  private interface Row {
    void read(DataInputStream in) throws IOException;
  }

  private void read(String name, Row row) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      return;
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      while (true) {
        if (Thread.currentThread().isInterrupted()) {
          throw new CancellationException("The cleanup was interrupted. Start it again to go on.");
        }
        in.mark(1);
        if (in.read() < 0) {
          return;
        }
        in.reset();
        row.read(in);
      }
    } catch (EOFException e) {
      throw new IOException("The temporary file '" + file + "' was cut off", e);
    }
  }

  /** Closes all files, also behind one that cannot be written to its end. */
  private void finish() throws IOException {
    IOException failure = null;
    for (DataOutputStream out : open.values()) {
      try {
        out.close();
      } catch (IOException e) {
        failure = e;
      }
    }
    open.clear();
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      finish();
    } finally {
      sweep();
    }
  }

  private void sweep() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(folder);
  }
}
