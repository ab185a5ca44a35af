/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.spi.CatalogIndex;
import io.alfheim.catalog.spi.CatalogIndexProvider;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.SessionChange;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.catalog.spi.SessionQuery;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** The finished bundle in a framework, where Lucene has only what the bundle carries. */
class LuceneBundleIT {
  @TempDir
  Path directory;

  private Framework framework;
  private Bundle bundle;

  @BeforeEach
  void start() throws Exception {
    framework = new FrameworkFactory()
        .newFramework(Map.of(
            Constants.FRAMEWORK_STORAGE,
            directory.resolve("framework").toString(),
            Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
            "io.alfheim.alf;version=0.1,io.alfheim.catalog.spi;version=0.1,io.alfheim.store;version=0.1,"
                + "org.slf4j;version=2.0",
            Constants.FRAMEWORK_SYSTEMCAPABILITIES_EXTRA,
            "osgi.extender;osgi.extender=osgi.component;version:Version=1.5"));
    framework.start();
    URI jar = Path.of(System.getProperty("bundle.jar")).toUri();
    bundle = framework.getBundleContext().installBundle(jar.toString());
  }

  @AfterEach
  void stop() throws Exception {
    framework.stop();
    framework.waitForStop(10_000);
  }

  @Test
  void theBundleIndexesAndSearches() throws Exception {
    SessionKey key = SessionKey.of("SP026", LocalDate.parse("2021-05-27"), 1);
    SessionEntry session =
        new SessionEntry(key, new UUID(1, 2), "", List.of(), List.of(), List.of());
    try (CatalogIndex index = provider().open(directory.resolve("index"))) {
      index.update(
          CommitId.NONE,
          new CommitId("aaaa"),
          visitor -> visitor.changed(new SessionChange(key, null, session)));
      assertThat(index.search(SessionQuery.ALL)).extracting(row -> row.key()).containsExactly(key);
    }
  }

  @Test
  void luceneIsNobodyElses() {
    assertThat(bundle.getHeaders().get(Constants.EXPORT_PACKAGE)).isNull();
    assertThat(bundle.getHeaders().get(Constants.IMPORT_PACKAGE)).doesNotContain("org.apache");
    assertThat(bundle.getEntry("META-INF/services/org.apache.lucene.codecs.Codec"))
        .isNotNull();
    assertThat(bundle.getEntry("module-info.class")).isNull();
  }

  @Test
  void classesForNewerJavaAreFound() throws Exception {
    String name = "org.apache.lucene.store.MemorySegmentIndexInputProvider";
    boolean newer = Runtime.version().feature() >= 21;
    assertThat(bundle.getEntry("META-INF/versions/21/" + name.replace('.', '/') + ".class"))
        .isNotNull();
    Class<?> directoryClass = bundle.loadClass("org.apache.lucene.store.MMapDirectory");
    try (AutoCloseable lucene =
        (AutoCloseable) directoryClass.getConstructor(Path.class).newInstance(directory)) {
      assertThat(lucene).isNotNull();
      assertThat(isFound(name)).isEqualTo(newer);
    }
  }

  private boolean isFound(String name) {
    try {
      return bundle.loadClass(name) != null;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private CatalogIndexProvider provider() throws ReflectiveOperationException {
    Class<?> type = bundle.loadClass("io.alfheim.index.lucene.internal.LuceneIndexProvider");
    return (CatalogIndexProvider) type.getConstructor().newInstance();
  }
}
