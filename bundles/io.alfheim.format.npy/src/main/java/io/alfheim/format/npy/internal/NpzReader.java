/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.npy.internal;

import io.alfheim.data.ByteSource;
import io.alfheim.data.Data;
import io.alfheim.data.DatasetReader;
import io.alfheim.data.NDArray;
import io.alfheim.data.NamedArrays;
import io.alfheim.data.ReadsFormat;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.osgi.service.component.annotations.Component;

/** Reads the arrays of a zip archive of npy files. */
@Component(service = DatasetReader.class)
@ReadsFormat(extensions = "npz")
public final class NpzReader implements DatasetReader {
  /** What numpy calls an array that was given no name. */
  static final String UNNAMED = "arr_0";

  static final String EXTENSION = ".npy";
  private static final int CHUNK = 1 << 16;

  /** A reader; it keeps no state. */
  public NpzReader() {}

  @Override
  public Data read(ByteSource source) throws IOException {
    Items.checkInterruption();
    Optional<Path> file = source.file();
    try {
      return file.isPresent() ? read(file.get()) : readCopy(source);
    } catch (MalformedException e) {
      throw failed(source, e);
    } catch (OutOfMemoryError e) {
      throw failed(source, Items.noRoom(e));
    } catch (ClosedByInterruptException e) {
      throw NpyReader.cancelled(e);
    }
  }

  private static IOException failed(ByteSource source, MalformedException problem) {
    return new IOException(
        "'" + source.name() + "' cannot be read as npz: " + problem.getMessage() + ".", problem);
  }

  /** The table of contents of an archive is at its end, so the whole of it must be at hand. */
  private static Data readCopy(ByteSource source) throws IOException {
    Path copy = Files.createTempFile("alfheim", ".npz");
    try {
      try (InputStream in = source.openStream();
          OutputStream out = Files.newOutputStream(copy)) {
        byte[] chunk = new byte[CHUNK];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
          Items.checkInterruption();
          out.write(chunk, 0, read);
        }
      }
      return read(copy);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private static Data read(Path file) throws IOException {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    try (ZipFile archive = new ZipFile(file.toFile())) {
      List<? extends ZipEntry> entries =
          archive.stream().filter(entry -> entry.getName().endsWith(EXTENSION)).toList();
      Items.checkMemory(entries.stream().mapToDouble(ZipEntry::getSize).sum());
      for (ZipEntry entry : entries) {
        String name = entry.getName();
        arrays.put(name.substring(0, name.length() - EXTENSION.length()), read(archive, entry));
      }
    } catch (ZipException | EOFException e) {
      throw new MalformedException("it is not a whole zip archive", e);
    }
    return arrays.keySet().equals(Collections.singleton(UNNAMED))
        ? arrays.values().iterator().next()
        : new NamedArrays(arrays);
  }

  private static NDArray read(ZipFile archive, ZipEntry entry) throws IOException {
    try (InputStream bytes = archive.getInputStream(entry)) {
      CheckedInputStream in = new CheckedInputStream(new BufferedInputStream(bytes), new CRC32());
      NDArray array = Items.read(in, Preamble.read(in, entry.getSize()), entry.getSize());
      drain(in);
      if (in.getChecksum().getValue() != entry.getCrc()) {
        throw new MalformedException("its checksum is wrong");
      }
      return array;
    } catch (MalformedException | ZipException | EOFException e) {
      throw new MalformedException("in entry '" + entry.getName() + "', " + e.getMessage(), e);
    }
  }

  /** The checksum is of all bytes, also of such as may follow the array. */
  private static void drain(InputStream in) throws IOException {
    byte[] chunk = new byte[CHUNK];
    while (in.read(chunk) >= 0) {
      Items.checkInterruption();
    }
  }
}
