/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.parquet.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.SizeStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.statistics.geospatial.GeospatialStatistics;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;

/** The pages of one column in one row group, compressed and kept until all are there. */
final class ChunkBuffer implements PageWriter {
  private final ColumnDescriptor column;
  private final ByteArrayOutputStream dictionary = new ByteArrayOutputStream();
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();
  private final Set<Encoding> encodings = EnumSet.noneOf(Encoding.class);
  private long values;
  private long plainSize;

  ChunkBuffer(ColumnDescriptor column) {
    this.column = column;
  }

  @Override
  public void writePage(
      BytesInput bytes,
      int valueCount,
      int rowCount,
      Statistics<?> statistics,
      SizeStatistics sizes,
      GeospatialStatistics places,
      org.apache.parquet.column.Encoding repetition,
      org.apache.parquet.column.Encoding definition,
      org.apache.parquet.column.Encoding encoding)
      throws IOException {
    PageHeader header = new PageHeader(PageType.DATA_PAGE, 0, 0);
    header.setData_page_header(
        new DataPageHeader(valueCount, noted(encoding), noted(definition), noted(repetition)));
    append(header, bytes, data);
    values += valueCount;
  }

  @Override
  public void writePage(
      BytesInput bytes,
      int valueCount,
      int rowCount,
      Statistics<?> statistics,
      org.apache.parquet.column.Encoding repetition,
      org.apache.parquet.column.Encoding definition,
      org.apache.parquet.column.Encoding encoding) {
    throw new UnsupportedOperationException("the encoders call the one above");
  }

  @Override
  @Deprecated // as it is where it comes from
  public void writePage(
      BytesInput bytes,
      int valueCount,
      Statistics<?> statistics,
      org.apache.parquet.column.Encoding repetition,
      org.apache.parquet.column.Encoding definition,
      org.apache.parquet.column.Encoding encoding) {
    throw new UnsupportedOperationException("the encoders call the one above");
  }

  @Override
  public void writePageV2(
      int rowCount,
      int nullCount,
      int valueCount,
      BytesInput repetition,
      BytesInput definition,
      org.apache.parquet.column.Encoding encoding,
      BytesInput bytes,
      Statistics<?> statistics) {
    throw new UnsupportedOperationException("pages are written in version 1");
  }

  @Override
  public void writeDictionaryPage(DictionaryPage page) throws IOException {
    PageHeader header = new PageHeader(PageType.DICTIONARY_PAGE, 0, 0);
    header.setDictionary_page_header(
        new DictionaryPageHeader(page.getDictionarySize(), noted(page.getEncoding())));
    append(header, page.getBytes(), dictionary);
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

  /** Writes all pages, the dictionary first, and says where they are. */
  ColumnChunk writeTo(CountedOutput out) throws IOException {
    long start = out.position();
    dictionary.writeTo(out);
    ColumnMetaData meta = new ColumnMetaData(
        TypeElement.physical(column.getPrimitiveType()),
        new ArrayList<>(encodings),
        List.of(column.getPath()),
        CompressionCodec.SNAPPY,
        values,
        plainSize,
        (long) dictionary.size() + data.size(),
        out.position());
    if (dictionary.size() > 0) {
      meta.setDictionary_page_offset(start);
    }
    data.writeTo(out);
    ColumnChunk chunk = new ColumnChunk(start);
    chunk.setMeta_data(meta);
    return chunk;
  }

  @Override
  public long getMemSize() {
    return (long) dictionary.size() + data.size();
  }

  @Override
  public long allocatedSize() {
    return getMemSize();
  }

  @Override
  public String memUsageString(String prefix) {
    return prefix + getMemSize() + " bytes";
  }
}
