/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.parquet.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.data.ByteSource;
import io.alfheim.data.Data;
import io.alfheim.data.DatasetReader;
import io.alfheim.data.DatasetWriter;
import io.alfheim.testkit.MemorySource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The finished bundle with nothing but what it imports. */
class ParquetBundleIT {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sessions.pqt",
        "datasets.pqt",
        "types.pqt",
        "categories.pqt",
        "none.pqt",
        "gzip.pqt",
        "zstd.pqt",
        "lz4.pqt",
        "pages.pqt",
        "version2.pqt",
        "lengths.pqt",
        "nested.pqt",
        "int96.pqt"
      })
  void theBundleReadsAndWritesAlone(String file) throws Exception {
    URL jar = Path.of(System.getProperty("bundle")).toUri().toURL();
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader bundle = new URLClassLoader(new URL[] {jar}, new Imports())) {
      Thread.currentThread().setContextClassLoader(null);
      Data read = reader(bundle).read(ByteSource.of(Fixture.file(file)));
      assertThat(read).isEqualTo(Fixture.read(file));
      assertThat(reader(bundle).read(MemorySource.of(file, written(bundle, read))))
          .isEqualTo(read);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private static DatasetReader reader(ClassLoader bundle) throws ReflectiveOperationException {
    return (DatasetReader) made(bundle, ParquetReader.class);
  }

  private static byte[] written(ClassLoader bundle, Data data)
      throws ReflectiveOperationException, IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ((DatasetWriter) made(bundle, ParquetWriter.class)).write(data, out);
    return out.toByteArray();
  }

  private static Object made(ClassLoader bundle, Class<?> same)
      throws ReflectiveOperationException {
    Object object = bundle.loadClass(same.getName()).getConstructor().newInstance();
    assertThat(object.getClass().getClassLoader()).isSameAs(bundle);
    return object;
  }

  /** The packages the bundle imports, and the Java runtime. */
  private static final class Imports extends ClassLoader {
    Imports() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.matches("(io\\.alfheim\\.data|org\\.slf4j)\\.[A-Z]\\w*(\\$\\w+)*")) {
        return Class.forName(name, false, ParquetBundleIT.class.getClassLoader());
      }
      throw new ClassNotFoundException(name);
    }
  }
}
