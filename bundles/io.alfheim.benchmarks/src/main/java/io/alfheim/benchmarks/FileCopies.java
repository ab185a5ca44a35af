/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.benchmarks;

import io.alfheim.store.StoreConfig;
import io.alfheim.store.StorePath;
import io.alfheim.store.WritableStore;
import io.alfheim.store.internal.FileStoreProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Random;

/**
 * A large file copied within a store of files, which waits until the disk has it, and by the JDK, which
 * does not; so the JDK is timed alone and with that wait.
 */
final class FileCopies {
  private static final int BLOCK = 1 << 20;
  private static final int BLOCKS = 256;
  private static final int ROUNDS = 5;
  private static final double LEAST = 0.8;
  private static final StorePath FROM = new StorePath("from.npy");
  private static final StorePath TO = new StorePath("to.npy");

  private final Duel duel;

  FileCopies(Measured measured) {
    this.duel = Duel.onTheWall(measured, ROUNDS);
  }

  void run() throws Exception {
    try (ScratchHome home = new ScratchHome();
        WritableStore store = (WritableStore)
            new FileStoreProvider().open(new StoreConfig("lab", home.path().toUri(), Map.of()))) {
      Path from = home.path().resolve(FROM.value());
      fill(from);
      Path to = home.path().resolve("bare.npy");
      duel.run("files: copy 256 MB on to the disk", LEAST, () -> copy(store), () -> {
        copy(from, to);
        force(to);
      });
      duel.run(
          "  beside Files.copy, which does not wait for it",
          Double.POSITIVE_INFINITY,
          () -> copy(store),
          () -> copy(from, to));
    }
  }

  private static void fill(Path file) throws IOException {
    byte[] block = new byte[BLOCK];
    new Random(1).nextBytes(block);
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int i = 0; i < BLOCKS; i++) {
        out.write(block);
      }
    }
    force(file);
  }

  private static void copy(WritableStore store) throws IOException {
    store.replace(TO, out -> {
      try (InputStream in = store.read(FROM).openStream()) {
        in.transferTo(out);
      }
    });
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
