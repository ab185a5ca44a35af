/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.text.internal;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.alfheim.data.ByteSource;
import io.alfheim.data.DatasetReader;
import io.alfheim.data.Table;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;

/** Reads a table from lines of cells, the first line with the names of the columns. */
abstract class DelimitedReader implements DatasetReader {
  private final char separator;

  DelimitedReader(char separator) {
    this.separator = separator;
  }

  @Override
  public Table read(ByteSource source) throws IOException {
    RowFiller rows = new RowFiller();
    fill(rows, source);
    if (rows.isEmpty()) {
      throw new IOException(
          "'" + source.name() + "' is empty; a table begins with a line of names.");
    }
    if (rows.needsSecondReading()) {
      rows.startAgain();
      fill(rows, source);
    }
    try {
      return Table.of(rows.build());
    } catch (IllegalArgumentException changed) {
      throw new IOException("'" + source.name() + "' changed while it was read.", changed);
    }
  }

  private void fill(RowFiller rows, ByteSource source) throws IOException {
    try (Reader text = Utf8.reader(source);
        CsvReader<Boolean> lines = reader(rows, text);
        CloseableIterator<Boolean> each = lines.iterator()) {
      for (int row = 0; each.hasNext(); row++) {
        each.next();
        Interruption.check(row);
      }
    } catch (IOException | UncheckedIOException | CsvParseException e) {
      throw failed(source, e);
    }
  }

  private CsvReader<Boolean> reader(RowFiller rows, Reader text) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(true)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .build(rows, text);
  }

  private static IOException failed(ByteSource source, Exception failure) {
    Interruption.check();
    Throwable cause = failure;
    while (cause.getCause() != null && !(cause instanceof IOException)) {
      cause = cause.getCause();
    }
    boolean encoding = cause instanceof CharacterCodingException;
    if (cause instanceof IOException io && !encoding && !(io instanceof MalformedTextException)) {
      return io;
    }
    String problem = encoding ? "it is not UTF-8 text" : String.valueOf(cause.getMessage());
    return new IOException(
        "'" + source.name() + "' cannot be read as a table: " + problem + ".", cause);
  }
}
