/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.parquet.internal;

import io.alfheim.data.ByteSource;
import io.alfheim.data.DatasetReader;
import io.alfheim.data.ReadsFormat;
import io.alfheim.data.Table;
import io.alfheim.data.TableBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.osgi.service.component.annotations.Component;

/** Reads all columns of a Parquet file, with its metadata. */
@Component(service = DatasetReader.class)
@ReadsFormat(extensions = {"pqt", "parquet"})
public final class ParquetReader implements DatasetReader {

  @Override
  public Table read(ByteSource source) throws IOException {
    try (SeekableByteChannel channel = source.openChannel()) {
      return read(new FileBytes(channel), source);
    }
  }

  private static Table read(FileBytes file, ByteSource source) throws IOException {
    try {
      return table(file);
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
    String problem = cause instanceof IOException
        ? String.valueOf(cause.getMessage())
        : "it is damaged ("
            + String.valueOf(cause.getMessage()).lines().findFirst().orElse("") + ")";
    return new IOException(
        "'" + source.name() + "' cannot be read as Parquet: " + problem + ".", cause);
  }

  private static Table table(FileBytes file) throws IOException {
    Footer footer = Footer.read(file);
    List<FieldReader> fields = fields(footer);
    checkMemory(footer, fields);
    for (RowGroup rows : footer.rowGroups()) {
      RowGroupPages pages = new RowGroupPages(file, rows, footer.schema());
      if (pages.getRowCount() > 0) {
        fields.forEach(field -> field.read(pages));
      }
    }
    TableBuilder table = Table.builder().metadata(footer.metadata());
    fields.forEach(field -> table.add(field.build()));
    return table.build();
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

  private static void checkMemory(Footer footer, List<FieldReader> fields) throws IOException {
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
          "its %d rows of %d bytes or more do not fit into memory".formatted(rows, rowBytes));
    }
  }
}
