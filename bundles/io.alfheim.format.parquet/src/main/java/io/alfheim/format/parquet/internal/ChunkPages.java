/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.parquet.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/** The pages of one column in one row group, decompressed one after the other. */
final class ChunkPages implements PageReader {
  private final byte[] chunk;
  private final CompressionCodec codec;
  private final long values;
  private long left;
  private int at;

  ChunkPages(byte[] chunk, ColumnMetaData column) {
    this.chunk = chunk;
    this.codec = column.getCodec();
    this.values = column.getNum_values();
    this.left = values;
  }

  @Override
  public long getTotalValueCount() {
    return values;
  }

  @Override
  public @Nullable DictionaryPage readDictionaryPage() {
    try {
      int start = at;
      PageHeader header = at < chunk.length ? header() : null;
      if (header == null || header.getType() != PageType.DICTIONARY_PAGE) {
        at = start;
        return null;
      }
      DictionaryPageHeader dictionary = header.getDictionary_page_header();
      BytesInput words = BytesInput.from(page(header, 0));
      return new DictionaryPage(
          words, dictionary.getNum_values(), encoding(dictionary.getEncoding()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public @Nullable DataPage readPage() {
    try {
      while (left > 0) {
        PageHeader header = header();
        if (header.isSetData_page_header()) {
          return page(header, header.getData_page_header());
        }
        if (header.isSetData_page_header_v2()) {
          return page(header, header.getData_page_header_v2());
        }
        at += header.getCompressed_page_size();
      }
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DataPage page(PageHeader header, DataPageHeader data) throws IOException {
    count(data.getNum_values());
    byte[] plain = page(header, 0);
    return new DataPageV1(
        BytesInput.from(plain),
        data.getNum_values(),
        plain.length,
        null,
        encoding(data.getRepetition_level_encoding()),
        encoding(data.getDefinition_level_encoding()),
        encoding(data.getEncoding()));
  }

  private DataPage page(PageHeader header, DataPageHeaderV2 data) throws IOException {
    count(data.getNum_values());
    int repetition = data.getRepetition_levels_byte_length();
    int definition = data.getDefinition_levels_byte_length();
    if (repetition < 0
        || definition < 0
        || repetition > header.getCompressed_page_size() - definition) {
      throw new IOException("the levels of a page do not fit into it");
    }
    int start = at;
    CompressionCodec packed = data.isSetIs_compressed() && !data.isIs_compressed()
        ? CompressionCodec.UNCOMPRESSED
        : codec;
    byte[] plain = page(header, repetition + definition, packed);
    return DataPageV2.uncompressed(
        data.getNum_rows(),
        data.getNum_nulls(),
        data.getNum_values(),
        BytesInput.from(chunk, start, repetition),
        BytesInput.from(chunk, start + repetition, definition),
        encoding(data.getEncoding()),
        BytesInput.from(plain),
        null);
  }

  private void count(int pageValues) throws IOException {
    if (pageValues < 0 || pageValues > left) {
      throw new IOException("a page claims " + pageValues + " values where " + left + " are left");
    }
    left -= pageValues;
  }

  private PageHeader header() throws IOException {
    if (at >= chunk.length) {
      throw new IOException("a column ends " + left + " values too early");
    }
    ByteArrayInputStream in = new ByteArrayInputStream(chunk, at, chunk.length - at);
    PageHeader header = Util.readPageHeader(in);
    at = chunk.length - in.available();
    int size = header.getCompressed_page_size();
    if (size < 0 || size > chunk.length - at) {
      throw new IOException("a page of " + size + " bytes does not fit into its column");
    }
    if (header.isSetCrc()) {
      CRC32 crc = new CRC32();
      crc.update(chunk, at, size);
      if ((int) crc.getValue() != header.getCrc()) {
        throw new IOException("a page does not match its checksum");
      }
    }
    return header;
  }

  private byte[] page(PageHeader header, int levels) throws IOException {
    return page(header, levels, codec);
  }

  /** The page that begins here, without its levels, which are not compressed. */
  private byte[] page(PageHeader header, int levels, CompressionCodec packed) throws IOException {
    int start = at;
    at += header.getCompressed_page_size();
    int length = header.getCompressed_page_size() - levels;
    int size = header.getUncompressed_page_size() - levels;
    return length == 0 && size == 0
        ? new byte[0]
        : Codec.decompress(packed, chunk, start + levels, length, size);
  }

  private static Encoding encoding(org.apache.parquet.format.Encoding encoding) {
    return Encoding.valueOf(encoding.name());
  }
}
