/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.itest;

import io.alfheim.catalog.internal.FarContent;
import io.alfheim.catalog.internal.FilterWritableStore;
import io.alfheim.store.Content;
import io.alfheim.store.StorePath;
import io.alfheim.store.WritableStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** A store that knows the MD5 of its files, as buckets do, and shows nobody where they are. */
final class RememberingStore extends FilterWritableStore {
  RememberingStore(WritableStore files) {
    super(files);
  }

  @Override
  public Content read(StorePath file) throws IOException {
    return new Remembered(files.read(file));
  }

  private static final class Remembered extends FarContent {
    Remembered(Content content) {
      super(content);
    }

    @Override
    public Optional<String> md5() throws IOException {
      try {
        Path file = content.file().orElseThrow();
        byte[] hash = MessageDigest.getInstance("MD5").digest(Files.readAllBytes(file));
        return Optional.of(HexFormat.of().formatHex(hash));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
