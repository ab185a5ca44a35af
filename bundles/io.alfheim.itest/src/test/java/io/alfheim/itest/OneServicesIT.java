/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.itest;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.data.DatasetWriter;
import io.alfheim.data.NDArray;
import io.alfheim.one.One;
import io.alfheim.one.files.AlfIo;
import io.alfheim.one.tables.CacheTables;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;

/** The services for those who come from ONE, as the framework wires them. */
@InFelix
class OneServicesIT {
  private final Services services;

  OneServicesIT(BundleContext context) {
    services = new Services(context);
  }

  @Test
  void whatIsSavedInAFolderGoesThroughTablesIntoTheCatalogAndOut() throws Exception {
    services.get(DatasetWriter.class, "(io.alfheim.writer.extensions=npy)");
    AlfIo io = services.get(AlfIo.class);
    CacheTables tables = services.get(CacheTables.class);
    One one = services.get(One.class);
    Path folder = Dist.newFolder("one-data").toRealPath();
    NDArray times = NDArray.of(0.5, 1.5, 2.5);
    io.saveObject(
        folder.resolve("lab/Subjects/KS014/2020-01-02/001/alf"), "spikes", Map.of("times", times));
    tables.write(tables.make(folder), folder);
    assertThat(tables.importInto(folder).datasets()).isEqualTo(1);
    String eid = "lab/KS014/2020-01-02/001";
    assertThat(one.search().subject("KS014").datasets("spikes.times.npy")).hasSize(1);
    assertThat(one.loadDataset(eid, "spikes.times").array()).isEqualTo(times);
    assertThat(one.loadDataset(eid, "spikes.times").rows(1, 2)).isEqualTo(times.rows(1, 2));
    Path exported = Dist.newFolder("one-tables");
    tables.export(exported);
    assertThat(tables.read(exported).datasets()).hasSize(1);
    assertThat(tables.read(exported).sessions()).isEqualTo(tables.read(folder).sessions());
  }
}
