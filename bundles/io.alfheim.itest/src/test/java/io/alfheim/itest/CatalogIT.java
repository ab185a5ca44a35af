/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.itest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.catalog.Catalog;
import io.alfheim.catalog.FileData;
import io.alfheim.catalog.Session;
import io.alfheim.catalog.UnknownStoreException;
import io.alfheim.catalog.spi.CatalogIndexProvider;
import io.alfheim.catalog.spi.SessionRecordProvider;
import io.alfheim.data.Column;
import io.alfheim.data.Data;
import io.alfheim.data.DataException;
import io.alfheim.data.NDArray;
import io.alfheim.data.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** The catalog that the framework offers, while the bundles it is made of come and go. */
@InFelix
class CatalogIT {
  private static final NDArray TIMES = NDArray.of(0.5, 1.5, 4.0);
  private static final Table TRIALS =
      Table.of(Column.of("choice", 1L, -1L), Column.of("reaction_time", 0.25, 0.5));

  private final BundleContext context;
  private final Services services;

  CatalogIT(BundleContext context) {
    this.context = context;
    this.services = new Services(context);
  }

  private Catalog catalog() throws Exception {
    return services.get(Catalog.class);
  }

  /** A session of a subject of its own, so that tests may share the home of the framework. */
  private Session scanned(String subject) throws Exception {
    String session = subject + "/2020-01-02/001/";
    LabFolder lab = LabFolder.create(services)
        .with(session + "alf/probe00/spikes.times.npy", TIMES)
        .with(session + "alf/trials.table.csv", TRIALS)
        .with(session + "alf/trials.summary.pqt", TRIALS);
    catalog().scan(lab.root());
    return catalog().session(subject + "/2020-01-02/001");
  }

  private Bundle bundle(String name) {
    return Stream.of(context.getBundles())
        .filter(bundle -> name.equals(bundle.getSymbolicName()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("There is no bundle " + name + "."));
  }

  @Test
  void whatWasScannedIsFoundListedAndLoaded() throws Exception {
    Session session = scanned("AL001");
    List<Session> found = catalog().search("subject:AL001 dataset:spikes.times").list();
    assertThat(found).containsExactly(session);
    assertThat(session.collections()).containsExactly("alf", "alf/probe00");
    assertThat(session.objects()).containsExactly("spikes", "trials");
    assertThat(session.load("spikes.times", "alf/probe00")).isEqualTo(TIMES);
    assertThat(session.load("trials.table").table()).isEqualTo(TRIALS);
    Table summary = session.load("trials.summary").table();
    assertThat(summary.column("choice").toLongArray()).containsExactly(1, -1);
    assertThat(summary.column("reaction_time").toDoubleArray()).containsExactly(0.25, 0.5);
  }

  @Test
  void aDatasetIsAFileWhileNothingReadsItsFormat() throws Exception {
    Session session = scanned("AL002");
    Bundle npy = bundle("io.alfheim.format.npy");
    npy.stop();
    try {
      Data data = session.load("spikes.times");
      assertThat(data).isInstanceOf(FileData.class);
      Path file = ((FileData) data).path();
      assertThat(file).hasFileName("spikes.times.npy").exists();
      assertThatThrownBy(data::array)
          .isInstanceOfSatisfying(
              DataException.class,
              e -> assertThat(e.hint())
                  .contains("Drop a bundle that reads it into the plugins folder"))
          .hasMessageContaining("'.npy'")
          .hasMessageContaining("csv");
    } finally {
      npy.start();
    }
    assertThat(session.load("spikes.times").array()).isEqualTo(TIMES);
  }

  @Test
  void whatOpensAStoreIsAskedForWhileItIsGone() throws Exception {
    Session session = scanned("AL003");
    Bundle stores = bundle("io.alfheim.store");
    stores.stop();
    try {
      assertThatThrownBy(() -> session.load("spikes.times"))
          .isInstanceOfSatisfying(
              UnknownStoreException.class,
              e -> assertThat(e.hint())
                  .contains("Drop a bundle that provides 'file' into the plugins folder"))
          .hasMessageContaining("'file:'");
      assertThat(catalog().search("subject:AL003").count())
          .as("what is known without a store")
          .isEqualTo(1);
    } finally {
      stores.start();
    }
    assertThat(session.load("spikes.times").array()).isEqualTo(TIMES);
  }

  @Test
  void theCatalogGoesWithTheRecordAndComesBackWithAllItKnew() throws Exception {
    goesAndComesBack("AL004", "io.alfheim.record.git", SessionRecordProvider.class);
  }

  @Test
  void theCatalogGoesWithTheIndexAndComesBackWithAllItKnew() throws Exception {
    goesAndComesBack("AL005", "io.alfheim.index.lucene", CatalogIndexProvider.class);
  }

  private void goesAndComesBack(String subject, String name, Class<?> service) throws Exception {
    Session before = scanned(subject);
    Bundle bundle = bundle(name);
    bundle.stop();
    try {
      assertThat(services.count(service, "(objectClass=*)")).isZero();
      assertThat(services.count(Catalog.class, "(objectClass=*)")).isZero();
    } finally {
      bundle.start();
    }
    Session after = catalog().session(subject + "/2020-01-02/001");
    assertThat(after.id()).isEqualTo(before.id());
    assertThat(after.load("spikes.times").array()).isEqualTo(TIMES);
  }
}
