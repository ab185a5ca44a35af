/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.itest;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.data.ByteSource;
import io.alfheim.data.DatasetReader;
import io.alfheim.data.NDArray;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

@InFelix
class DropInIT {
  private static final String LINES = "(io.alfheim.reader.extensions=lines)";

  private final BundleContext context;
  private final Services services;

  DropInIT(BundleContext context) {
    this.context = context;
    this.services = new Services(context);
  }

  @Test
  void aFormatComesAndGoesWithItsBundle() throws Exception {
    Path file = Dist.newFolder("lines").resolve("spikes.times.lines");
    Files.writeString(file, "0.5\n1.5\n");
    assertThat(services.count(DatasetReader.class, LINES)).isZero();
    Bundle bundle = context.installBundle(Dist.formatOfLines().toUri().toString());
    bundle.start();
    assertThat(services.get(DatasetReader.class, LINES).read(ByteSource.of(file)))
        .isEqualTo(NDArray.of(0.5, 1.5));
    bundle.uninstall();
    assertThat(services.count(DatasetReader.class, LINES)).isZero();
  }
}
