/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is written is opened by pandas and pyarrow, which ONE uses. Needs a Python with both: {@code
 * python3}, or the one that the environment variable {@code ALFHEIM_PYTHON} names.
 */
class PandasTest {
  private static final String PYTHON = System.getenv().getOrDefault("ALFHEIM_PYTHON", "python3");

  @TempDir
  Path dir;

  @BeforeAll
  static void requirePandas() throws Exception {
    String version = run("-c", "import pandas, pyarrow; print('ok', pandas.__version__)");
    Assumptions.assumeTrue(
        version.startsWith("ok"),
        () -> "SKIPPED: '" + PYTHON + "' has no pandas and pyarrow, so nobody looked whether they "
            + "open what is written. Install both, or name another Python in ALFHEIM_PYTHON.");
  }

  private static String run(String... arguments) throws IOException, InterruptedException {
    Path output = Files.createTempFile("alfheim-python", ".txt");
    try {
      Process python = new ProcessBuilder(
              Stream.concat(Stream.of(PYTHON), Stream.of(arguments)).toList())
          .redirectErrorStream(true)
          .redirectOutput(output.toFile())
          .start();
      if (!python.waitFor(2, TimeUnit.MINUTES)) {
        python.destroyForcibly();
      }
      return Files.readString(output);
    } catch (IOException noPython) {
      return String.valueOf(noPython.getMessage());
    } finally {
      Files.delete(output);
    }
  }

  private String check(String script) throws Exception {
    Path file = dir.resolve(script);
    try (InputStream in = PandasTest.class.getResourceAsStream(script)) {
      assertThat(in).isNotNull();
      Files.writeString(file, new String(in.readAllBytes(), UTF_8));
    }
    return run(file.toString(), dir.resolve("tables").toString());
  }

  @Test
  void pandasSeesIndexTypesOrderAndNotes() throws Exception {
    Parts.tables(dir.resolve("home")).write(Parts.some(), dir.resolve("tables"));
    assertThat(check("written.py")).isEqualToIgnoringNewLines("fine");
  }

  @Test
  void whatPandasWritesIsReadHere() throws Exception {
    CacheTables tables = Parts.tables(dir.resolve("home"));
    tables.write(Parts.some(), dir.resolve("tables"));
    OneTables before = tables.read(dir.resolve("tables"));
    assertThat(check("rewrite.py")).isEqualToIgnoringNewLines("fine");
    assertThat(tables.read(dir.resolve("tables"))).isEqualTo(before);
  }
}
