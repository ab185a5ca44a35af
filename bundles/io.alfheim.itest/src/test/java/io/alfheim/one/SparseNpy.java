/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/** Files of many zeros, which take no room on the disk. */
final class SparseNpy {
  private static final int START = 128;

  private SparseNpy() {}

  /** Writes one axis of so many {@code float64}, zero but for those given. */
  static void write(Path file, long items, Map<Long, Double> others) throws IOException {
    String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + items + ",), }";
    String start = "\u0093NUMPY\1\0" + (char) (START - 10) + "\0" + header;
    String padded = start + " ".repeat(START - start.length() - 1) + "\n";
    try (FileChannel out = FileChannel.open(
        file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
      out.write(ByteBuffer.wrap(padded.getBytes(ISO_8859_1)), 0);
      out.write(ByteBuffer.allocate(8), START + (items - 1) * 8);
      for (Map.Entry<Long, Double> item : others.entrySet()) {
        ByteBuffer bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        out.write(bytes.putDouble(item.getValue()).flip(), START + item.getKey() * 8);
      }
    }
  }

  /** How much of a mapped file this program has in its memory, as Linux tells. */
  static long kilobytesInMemory(Path file) throws IOException {
    List<String> lines = Files.readAllLines(Path.of("/proc/self/smaps"));
    long sum = 0;
    boolean here = false;
    for (String line : lines) {
      if (line.matches("[0-9a-f]+-[0-9a-f]+ .*")) {
        here = line.endsWith(file.toRealPath().toString());
      } else if (here && line.startsWith("Rss:")) {
        sum += Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    return sum;
  }
}
