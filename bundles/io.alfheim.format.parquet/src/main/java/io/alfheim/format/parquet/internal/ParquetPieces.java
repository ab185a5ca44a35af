/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.parquet.internal;

import io.alfheim.data.ByteSource;
import io.alfheim.data.Table;
import io.alfheim.data.TableBuilder;
import io.alfheim.data.TablePieces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;

/** A file that is read from the first row group to the last, so many rows at a time. */
final class ParquetPieces implements TablePieces {
  private final ByteSource source;
  private final SeekableByteChannel channel;
  private final FileBytes file;
  private final Footer footer;
  private final List<FieldReader> fields;
  private final int pieceRows;
  private final Iterator<RowGroup> groups;
  private int left;
  private boolean begun;

  private ParquetPieces(ByteSource source, SeekableByteChannel channel, int pieceRows)
      throws IOException {
    this.source = source;
    this.channel = channel;
    this.pieceRows = pieceRows;
    file = new FileBytes(channel);
    footer = Footer.read(file);
    fields = fields(footer);
    groups = footer.rowGroups().iterator();
  }

  static ParquetPieces open(ByteSource source, int pieceRows) throws IOException {
    SeekableByteChannel channel = source.openChannel();
    try {
      return decode(source, () -> new ParquetPieces(source, channel, pieceRows));
    } catch (IOException | RuntimeException e) {
      try (channel) {
        throw e;
      }
    }
  }

  private static List<FieldReader> fields(Footer footer) {
    Map<String, Boolean> categories =
        ArrowSchema.categories(footer.metadata().getOrDefault(ArrowSchema.KEY, ""));
    List<FieldReader> fields = new ArrayList<>();
    for (Type type : footer.schema().getFields()) {
      if (!type.isPrimitive() || type.isRepetition(Repetition.REPEATED)) {
        fields.add(new NestedReader(type, footer.createdBy()));
      } else {
        Boolean ordered =
            CellSink.isText(type.asPrimitiveType()) ? categories.get(type.getName()) : null;
        fields.add(new FlatReader(type.asPrimitiveType(), footer.createdBy(), ordered));
      }
    }
    return fields;
  }

  /** Everything, if it fits into memory. */
  Table all() throws IOException {
    return decode(source, () -> {
      checkMemory();
      return piece();
    });
  }

  @Override
  public Optional<Table> next() throws IOException {
    return decode(
        source,
        () -> begun && left == 0 && !groups.hasNext() ? Optional.empty() : Optional.of(piece()));
  }

  private Table piece() throws IOException {
    begun = true;
    for (int room = pieceRows; room > 0 && (left > 0 || groups.hasNext()); ) {
      RowGroupPages fresh =
          left > 0 ? null : new RowGroupPages(file, groups.next(), footer.schema());
      left = fresh == null ? left : Math.toIntExact(fresh.getRowCount());
      int rows = Math.min(room, left);
      left -= rows;
      room -= rows;
      for (FieldReader field : rows == 0 ? List.<FieldReader>of() : fields) {
        if (fresh != null) {
          field.start(fresh);
        }
        field.read(rows);
        if (left == 0) {
          field.end();
        }
      }
    }
    TableBuilder table = Table.builder().metadata(footer.metadata());
    fields.forEach(field -> table.add(field.build()));
    return table.build();
  }

  private void checkMemory() throws IOException {
    long rowBytes = fields.stream().mapToLong(FieldReader::width).sum();
    long most = Runtime.getRuntime().maxMemory() / Math.max(1, rowBytes);
    long rows = 0;
    for (RowGroup group : footer.rowGroups()) {
      rows += Math.min(group.getNum_rows(), Long.MAX_VALUE / 2 - rows);
      if (group.getNum_rows() < 0) {
        throw new IOException("a row group has " + group.getNum_rows() + " rows");
      }
    }
    if (rows > most) {
      throw new IOException(
          "its " + rows + " rows of " + rowBytes + " bytes or more do not fit into memory");
    }
  }

  /** What trusts a file. */
  @FunctionalInterface
  private interface Decoding<T> {
    T run() throws IOException;
  }

  private static <T> T decode(ByteSource source, Decoding<T> decoding) throws IOException {
    try {
      return decoding.run();
    } catch (CancellationException e) {
      throw e;
    } catch (UncheckedIOException e) {
      throw failed(source, e.getCause() == null ? e : e.getCause());
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      // The decoders trust what a file says of itself; what a damaged one makes them throw is not
      // foreseeable, least of all an array of a size that was never meant.
      throw failed(source, e);
    }
  }

  private static IOException failed(ByteSource source, Throwable cause) {
    Interruption.check();
    String problem = cause instanceof IOException
        ? String.valueOf(cause.getMessage())
        : "it is damaged ("
            + String.valueOf(cause.getMessage()).lines().findFirst().orElse("") + ")";
    return new IOException(
        "'" + source.name() + "' cannot be read as Parquet: " + problem + ".", cause);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
