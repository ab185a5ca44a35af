/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.mym;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What a Python laboratory packed, by label. */
final class Examples {
  private Examples() {}

  static Map<String, byte[]> packed() {
    Map<String, byte[]> examples = new LinkedHashMap<>();
    try (InputStream in =
        Objects.requireNonNull(Examples.class.getResourceAsStream("examples.tsv"))) {
      new String(in.readAllBytes(), UTF_8).lines().forEach(line -> {
        String[] columns = line.split("\t", 2);
        if (!columns[1].startsWith("ERROR")) {
          examples.put(columns[0], HexFormat.of().parseHex(columns[1]));
        }
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return examples;
  }

  static byte[] packed(String label) {
    return Objects.requireNonNull(packed().get(label), label);
  }
}
