/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.itest;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.catalog.Catalog;
import io.alfheim.catalog.spi.CatalogIndexProvider;
import io.alfheim.catalog.spi.SessionRecordProvider;
import io.alfheim.data.DatasetReader;
import io.alfheim.store.StoreProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

@InFelix
class BundlesIT {
  private final BundleContext context;
  private final Services services;

  BundlesIT(BundleContext context) {
    this.context = context;
    this.services = new Services(context);
  }

  @Test
  void everyBundleIsActive() {
    List<Bundle> bundles = Stream.of(context.getBundles())
        .filter(bundle -> bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null)
        .toList();
    assertThat(bundles)
        .hasSizeGreaterThan(10)
        .allSatisfy(
            bundle -> assertThat(bundle.getState()).as(bundle.toString()).isEqualTo(Bundle.ACTIVE));
  }

  @Test
  void storesAreOpenedByScheme() throws Exception {
    for (String scheme : List.of("file", "zip")) {
      assertThat(services.get(StoreProvider.class, "(io.alfheim.store.scheme=" + scheme + ")"))
          .isNotNull();
    }
  }

  @Test
  void formatsAreReadByExtension() throws Exception {
    for (String extension : List.of("npy", "csv", "json", "yaml", "pqt")) {
      assertThat(services.get(DatasetReader.class, reads(extension))).isNotNull();
    }
  }

  @Test
  void aCatalogStandsOnARecordAndAnIndex() throws Exception {
    assertThat(services.get(SessionRecordProvider.class)).isNotNull();
    assertThat(services.get(CatalogIndexProvider.class)).isNotNull();
    assertThat(services.get(Catalog.class).home())
        .isEqualTo(Path.of(context.getProperty("alfheim.home")));
  }

  @Test
  void theConsoleWaitsToBeAsked() throws Exception {
    assertThat(services.get(ToIntFunction.class, "(alfheim.console=main)")).isNotNull();
  }

  private static String reads(String extension) {
    return "(io.alfheim.reader.extensions=" + extension + ")";
  }
}
