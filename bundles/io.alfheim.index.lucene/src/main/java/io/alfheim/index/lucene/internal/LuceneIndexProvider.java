/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.index.lucene.internal;

import io.alfheim.catalog.spi.CatalogIndex;
import io.alfheim.catalog.spi.CatalogIndexProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;
import org.osgi.service.component.annotations.Component;

/** Opens indexes made with Lucene. */
@Component(service = CatalogIndexProvider.class)
public final class LuceneIndexProvider implements CatalogIndexProvider {
  /** Speak of tuning for what is not used here; held, for a logger nobody holds forgets its level. */
  private static final List<Logger> HUSHED = Stream.of(
          "org.apache.lucene.internal.vectorization.VectorizationProvider",
          "org.apache.lucene.store.MemorySegmentIndexInputProvider")
      .map(Logger::getLogger)
      .toList();

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  static {
    HUSHED.forEach(logger -> logger.setLevel(Level.SEVERE));
  }

  @Override
  public CatalogIndex open(Path directory) throws IOException {
    LuceneIndex index = new LuceneIndex(IndexFolder.at(directory), PATIENCE);
    try {
      index.warmUp();
      return index;
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(index);
      throw e;
    }
  }

  @Override
  public void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    IndexFolder.copy(from, to);
  }
}
