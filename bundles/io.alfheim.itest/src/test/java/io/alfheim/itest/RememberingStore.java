/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.itest;

import io.alfheim.store.Content;
import io.alfheim.store.Listing;
import io.alfheim.store.Store;
import io.alfheim.store.StoreEntry;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A store that knows the MD5 of its files, as buckets do, and shows nobody where they are. */
record RememberingStore(Store files) implements Store {
  @Override
  public String name() {
    return files.name();
  }

  @Override
  public String root() {
    return files.root();
  }

  @Override
  public Listing list(StorePath folder) throws IOException {
    return files.list(folder);
  }

  @Override
  public Listing walk(StorePath folder) throws IOException {
    return files.walk(folder);
  }

  @Override
  public List<Listing.Problem> walk(StorePath folder, Consumer<StoreEntry> each)
      throws IOException {
    return files.walk(folder, each);
  }

  @Override
  public Optional<StoreEntry> find(StorePath path) throws IOException {
    return files.find(path);
  }

  @Override
  public Content read(StorePath file) throws IOException {
    return new Remembered(files.read(file));
  }

  @Override
  public void close() throws IOException {
    files.close();
  }

  private record Remembered(Content content) implements Content {
    @Override
    public long size() throws IOException {
      return content.size();
    }

    @Override
    public InputStream openStream() throws IOException {
      return content.openStream();
    }

    @Override
    public SeekableByteChannel openChannel() throws IOException {
      return content.openChannel();
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
