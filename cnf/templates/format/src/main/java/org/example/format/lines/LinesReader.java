/* SPDX-License-Identifier: Apache-2.0 */
package org.example.format.lines;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.alfheim.data.ByteSource;
import io.alfheim.data.DatasetReader;
import io.alfheim.data.NDArray;
import io.alfheim.data.ReadsFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.util.concurrent.CancellationException;
import java.util.stream.DoubleStream;
import org.osgi.service.component.annotations.Component;

/** Reads files with one number per line as an array of {@code float64}. */
@Component
@ReadsFormat(extensions = "lines")
public final class LinesReader implements DatasetReader {
  @Override
  public NDArray read(ByteSource source) throws IOException {
    DoubleStream.Builder values = DoubleStream.builder();
    try (BufferedReader lines = open(source)) {
      int number = 1;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (Thread.currentThread().isInterrupted()) {
          throw new CancellationException("Reading '" + source.name() + "' was interrupted.");
        }
        values.add(value(line, number++, source));
      }
    } catch (CharacterCodingException e) {
      throw new IOException("'" + source.name() + "' is not UTF-8 text.", e);
    }
    return NDArray.of(values.build().toArray());
  }

  /** A decoder, not its character set: malformed bytes must be refused, not replaced. */
  private static BufferedReader open(ByteSource source) throws IOException {
    return new BufferedReader(new InputStreamReader(source.openStream(), UTF_8.newDecoder()));
  }

  private static double value(String line, int number, ByteSource source) throws IOException {
    try {
      return Double.parseDouble(line);
    } catch (NumberFormatException e) {
      throw new IOException(
          "Line %d of '%s' is not a number: '%s'.".formatted(number, source.name(), line), e);
    }
  }
}
