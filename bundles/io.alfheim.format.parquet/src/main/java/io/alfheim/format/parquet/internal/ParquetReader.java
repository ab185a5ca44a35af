/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.parquet.internal;

import io.alfheim.data.ByteSource;
import io.alfheim.data.DatasetReader;
import io.alfheim.data.ReadsFormat;
import io.alfheim.data.Table;
import io.alfheim.data.TablePieces;
import io.alfheim.data.TableReader;
import java.io.IOException;
import org.osgi.service.component.annotations.Component;

/** Reads all columns of a Parquet file, with its metadata. */
@Component(service = {DatasetReader.class, TableReader.class})
@ReadsFormat(extensions = {"pqt", "parquet"})
public final class ParquetReader implements TableReader {

  @Override
  public Table read(ByteSource source) throws IOException {
    try (ParquetPieces pieces = ParquetPieces.open(source, Integer.MAX_VALUE)) {
      return pieces.all();
    }
  }

  @Override
  public TablePieces open(ByteSource source, int rows) throws IOException {
    return ParquetPieces.open(source, rows);
  }
}
