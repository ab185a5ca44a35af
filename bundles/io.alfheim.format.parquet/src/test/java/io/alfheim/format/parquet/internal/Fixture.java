/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.parquet.internal;

import io.alfheim.data.ByteSource;
import io.alfheim.data.Data;
import io.alfheim.data.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Files made by other programs, see {@code fixtures.py}, and files made by us. */
final class Fixture {
  private Fixture() {}

  static Path file(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(Fixture.class.getResource(name), name).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  static Table read(String name) throws IOException {
    return new ParquetReader().read(ByteSource.of(file(name)));
  }

  static byte[] bytes(String name) {
    try {
      return Files.readAllBytes(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] written(ParquetWriter writer, Data data) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(data, out);
    return out.toByteArray();
  }
}
