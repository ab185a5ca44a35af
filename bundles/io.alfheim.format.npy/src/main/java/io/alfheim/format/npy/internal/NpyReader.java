/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.npy.internal;

import io.alfheim.data.ByteSource;
import io.alfheim.data.Data;
import io.alfheim.data.DatasetReader;
import io.alfheim.data.NDArray;
import io.alfheim.data.ReadsFormat;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.osgi.service.component.annotations.Component;

/** Reads one array: maps large local files, reads all others; rows of far files by themselves. */
@Component(service = DatasetReader.class)
@ReadsFormat(extensions = "npy")
public final class NpyReader implements DatasetReader {
  /** Files up to this many bytes are read, so that they can be replaced while the array lives. */
  private static final long SMALL = 1 << 20;

  /** A reader; it keeps no state. */
  public NpyReader() {}

  @Override
  public Data read(ByteSource source) throws IOException {
    return named(source, size -> {
      Optional<Path> file = source.file();
      return file.isPresent() && size > SMALL ? map(file.get()) : read(source, size);
    });
  }

  @Override
  public NDArray readRows(ByteSource source, long from, long to) throws IOException {
    return named(source, size -> {
      Optional<Path> file = source.file();
      if (file.isPresent() || size <= SMALL) {
        return read(source).array().rows(from, to);
      }
      try (SeekableByteChannel channel = source.openChannel()) {
        InputStream start = new BufferedInputStream(Channels.newInputStream(channel));
        Preamble preamble = Preamble.read(start, size);
        return preamble.header().hasRowsApart()
            ? Items.readRows(channel, preamble, from, to)
            : read(source, size).rows(from, to);
      }
    });
  }

  /** Makes an array of so many bytes. */
  private interface Reading {
    NDArray read(long size) throws IOException;
  }

  private static NDArray named(ByteSource source, Reading reading) throws IOException {
    Items.checkInterruption();
    try {
      return reading.read(source.size());
    } catch (MalformedException e) {
      throw failed(source, e);
    } catch (OutOfMemoryError e) {
      throw failed(source, Items.noRoom(e));
    } catch (ClosedByInterruptException e) {
      throw cancelled(e);
    }
  }

  private static IOException failed(ByteSource source, MalformedException problem) {
    return new IOException(
        "'" + source.name() + "' cannot be read as npy: " + problem.getMessage() + ".", problem);
  }

  private static NDArray map(Path path) throws IOException {
    try (FileChannel file = FileChannel.open(path)) {
      InputStream start = new BufferedInputStream(Channels.newInputStream(file));
      return Items.map(file, Preamble.read(start, file.size()));
    }
  }

  private static NDArray read(ByteSource source, long size) throws IOException {
    try (InputStream in = new BufferedInputStream(source.openStream())) {
      return Items.read(in, Preamble.read(in, size), size);
    }
  }

  static CancellationException cancelled(Throwable cause) {
    CancellationException cancelled = new CancellationException("Interrupted while reading.");
    cancelled.initCause(cause);
    return cancelled;
  }
}
