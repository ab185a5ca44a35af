/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.parquet.internal;

import io.alfheim.data.Column;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;

/** Writes some rows of one column: a dictionary, if there is one, and pages of cells. */
final class ChunkWriter {
  private static final int PAGE_BYTES = 1 << 20;
  private static final int PAGE_ROWS = 20_000;

  private final Column column;
  private final ColumnDescriptor descriptor;
  private final ValuesWriter present;
  private final CellValues values;
  private final ByteArrayOutputStream pages = new ByteArrayOutputStream();
  private final ByteArrayOutputStream dictionary = new ByteArrayOutputStream();
  private final Set<Encoding> encodings = EnumSet.noneOf(Encoding.class);
  private long plainSize;

  ChunkWriter(Column column, ColumnDescriptor descriptor, ParquetProperties properties) {
    this.column = column;
    this.descriptor = descriptor;
    present = properties.newDefinitionLevelWriter(descriptor);
    values = new CellValues(column, descriptor, properties);
  }

  /** Writes the rows and says where they are. */
  ColumnChunk write(int from, int to, CountedOutput out) throws IOException {
    int start = from;
    for (int row = from; row < to; row++) {
      boolean missing = column.isNull(row);
      present.writeInteger(missing ? 0 : 1);
      if (!missing) {
        values.write(row);
      }
      if (row + 1 - start == PAGE_ROWS || values.encoder().getBufferedSize() > PAGE_BYTES) {
        Interruption.check();
        endPage(row + 1 - start);
        start = row + 1;
      }
    }
    Interruption.check();
    if (start < to) {
      endPage(to - start);
    }
    DictionaryPage words = values.encoder().toDictPageAndClose();
    if (words != null) {
      PageHeader header = new PageHeader(PageType.DICTIONARY_PAGE, 0, 0);
      header.setDictionary_page_header(
          new DictionaryPageHeader(words.getDictionarySize(), noted(words.getEncoding())));
      append(header, words.getBytes(), dictionary);
    }
    return writeTo(out, to - from);
  }

  private void endPage(int rows) throws IOException {
    BytesInput bytes = BytesInput.concat(present.getBytes(), values.encoder().getBytes());
    PageHeader header = new PageHeader(PageType.DATA_PAGE, 0, 0);
    header.setData_page_header(new DataPageHeader(
        rows, noted(values.encoder().getEncoding()), noted(present.getEncoding()), Encoding.RLE));
    append(header, bytes, pages);
    present.reset();
    values.encoder().reset();
  }

  private Encoding noted(org.apache.parquet.column.Encoding encoding) {
    Encoding same = Encoding.valueOf(encoding.name());
    encodings.add(same);
    return same;
  }

  private void append(PageHeader header, BytesInput bytes, ByteArrayOutputStream to)
      throws IOException {
    byte[] plain = bytes.toInputStream().readAllBytes();
    byte[] packed = Codec.snappy(plain);
    CRC32 crc = new CRC32();
    crc.update(packed);
    header.setUncompressed_page_size(plain.length);
    header.setCompressed_page_size(packed.length);
    header.setCrc((int) crc.getValue());
    int before = to.size();
    Util.writePageHeader(header, to);
    plainSize += to.size() - before + plain.length;
    to.write(packed);
  }

  private ColumnChunk writeTo(CountedOutput out, int rows) throws IOException {
    long start = out.position();
    dictionary.writeTo(out);
    ColumnMetaData meta = new ColumnMetaData(
        TypeElement.physical(descriptor.getPrimitiveType()),
        new ArrayList<>(encodings),
        List.of(descriptor.getPath()),
        CompressionCodec.SNAPPY,
        rows,
        plainSize,
        (long) dictionary.size() + pages.size(),
        out.position());
    if (dictionary.size() > 0) {
      meta.setDictionary_page_offset(start);
    }
    pages.writeTo(out);
    ColumnChunk chunk = new ColumnChunk(start);
    chunk.setMeta_data(meta);
    return chunk;
  }
}
