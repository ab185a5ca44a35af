/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.parquet.internal;

import io.airlift.compress.Decompressor;
import io.airlift.compress.MalformedInputException;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyCompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.format.CompressionCodec;

/** Compresses and decompresses pages, in pure Java. */
final class Codec {
  /** No codec makes more of less: zstandard, the best, writes 128 KiB of zeros in four bytes. */
  private static final long LARGEST_RATIO = 40_000;

  private static final int SMALL = 1 << 20;

  private Codec() {}

  /** The bytes of a page as they were before they were compressed to these. */
  static byte[] decompress(CompressionCodec codec, byte[] bytes, int offset, int length, int size)
      throws IOException {
    if (size < 0 || (size > SMALL && size / LARGEST_RATIO > length)) {
      throw new IOException("a page of " + length + " bytes claims to hold " + size);
    }
    return switch (codec) {
      case UNCOMPRESSED -> sized(Arrays.copyOfRange(bytes, offset, offset + length), size);
      case GZIP -> gunzip(bytes, offset, length, size);
      case SNAPPY -> decompress(new SnappyDecompressor(), bytes, offset, length, size);
      case LZ4_RAW -> decompress(new Lz4Decompressor(), bytes, offset, length, size);
      case ZSTD -> decompress(new ZstdDecompressor(), bytes, offset, length, size);
      default ->
        throw new IOException(
            "it is compressed with " + codec + "; only snappy, gzip, zstd and lz4_raw can be read");
    };
  }

  private static byte[] decompress(
      Decompressor codec, byte[] bytes, int offset, int length, int size) throws IOException {
    byte[] plain = new byte[size];
    try {
      int made = codec.decompress(bytes, offset, length, plain, 0, size);
      return sized(Arrays.copyOf(plain, made), size);
    } catch (MalformedInputException e) {
      throw new IOException("a compressed page is damaged", e);
    }
  }

  private static byte[] gunzip(byte[] bytes, int offset, int length, int size) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes, offset, length))) {
      byte[] plain = in.readNBytes(size);
      if (in.read() >= 0) {
        throw new IOException("a page holds more than the " + size + " bytes it claims to");
      }
      return sized(plain, size);
    }
  }

  private static byte[] sized(byte[] plain, int size) throws IOException {
    if (plain.length != size) {
      throw new IOException("a page holds " + plain.length + " bytes, not " + size);
    }
    return plain;
  }

  /** The bytes, compressed with snappy. */
  static byte[] snappy(byte[] plain) {
    SnappyCompressor codec = new SnappyCompressor();
    byte[] packed = new byte[codec.maxCompressedLength(plain.length)];
    int length = codec.compress(plain, 0, plain.length, packed, 0, packed.length);
    return Arrays.copyOf(packed, length);
  }
}
