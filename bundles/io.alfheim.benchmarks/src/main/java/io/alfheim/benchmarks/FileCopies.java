/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.benchmarks;

import io.alfheim.store.StoreConfig;
import io.alfheim.store.StorePath;
import io.alfheim.store.WritableStore;
import io.alfheim.store.internal.FileStoreProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A large file copied within a store of files and by the JDK: the bytes alone, and until the disk has
 * them, which is what the catalog waits for before it records a copy.
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
      duel.run("files: copy 256 MB", LEAST, () -> copy(store), () -> copy(from, to));
      duel.run(
          "  until the disk has them",
          LEAST,
          () -> {
            copy(store);
            store.force(List.of(TO));
          },
          () -> {
            copy(from, to);
            force(to);
          });
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
    if (store.find(TO).isPresent()) {
      store.delete(TO);
    }
    store.copyFrom(store, FROM, TO, any -> {});
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
