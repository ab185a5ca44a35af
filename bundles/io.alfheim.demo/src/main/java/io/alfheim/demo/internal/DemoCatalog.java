/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.demo.internal;

import io.alfheim.catalog.Catalog;
import io.alfheim.demo.DemoLab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Fills the catalog of a home with the made-up lab, unless that was done before; run by a launcher. */
@Component(service = Runnable.class, property = "alfheim.launch=demo")
public final class DemoCatalog implements Runnable {
  private final Catalog catalog;
  private final DemoLab lab;

  /** For the catalog of the framework. */
  @Activate
  public DemoCatalog(@Reference Catalog catalog, @Reference DemoLab lab) {
    this.catalog = catalog;
    this.lab = lab;
  }

  @Override
  public void run() {
    Path data = catalog.home().resolve("data");
    try {
      if (!Files.exists(data)) {
        lab.write(data);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (catalog.size().sessions() == 0) {
      catalog.scan(data);
    }
  }
}
