/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.internal;

import io.alfheim.store.Content;
import io.alfheim.store.StorePath;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The bytes of a local file. */
record FileContent(StorePath path, Path local, Failures failures) implements Content {
  @Override
  public long size() throws IOException {
    try {
      return Files.size(local);
    } catch (IOException e) {
      throw failures.translate(path, e);
    }
  }

  @Override
  public InputStream openStream() throws IOException {
    try {
      return new FileStream(new FileInputStream(local.toFile()));
    } catch (FileNotFoundException vague) {
      throw refusal(vague);
    }
  }

  /** What the other way to open a file says, which knows exceptions for what is wrong. */
  private IOException refusal(IOException vague) {
    try {
      FileChannel.open(local, StandardOpenOption.READ).close();
      return failures.translate(path, vague);
    } catch (IOException clear) {
      return failures.translate(path, clear);
    }
  }

  @Override
  public SeekableByteChannel openChannel() throws IOException {
    try {
      return FileChannel.open(local, StandardOpenOption.READ);
    } catch (IOException e) {
      throw failures.translate(path, e);
    }
  }

  @Override
  public Optional<Path> file() {
    return Optional.of(local);
  }
}
