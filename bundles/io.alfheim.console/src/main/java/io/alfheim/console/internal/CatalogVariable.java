/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal;

import io.alfheim.catalog.Catalog;
import io.alfheim.catalog.StoreSet;
import io.alfheim.console.ConsoleContribution;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The variables {@code catalog} and {@code stores}. The catalog is opened when it is needed: that
 * takes time.
 */
@Component
public final class CatalogVariable implements ConsoleContribution {
  private final BundleContext context;
  private final ServiceReference<Catalog> catalog;

  /** With a reference, as to ask for the service would open the catalog. */
  @Activate
  public CatalogVariable(BundleContext context, @Reference ServiceReference<Catalog> catalog) {
    this.context = context;
    this.catalog = catalog;
  }

  @Override
  public List<Variable> variables() {
    return List.of(
        Variable.of("catalog", Catalog.class, () -> context.getService(catalog)),
        Variable.of("stores", StoreSet.class, () -> context.getService(catalog).stores()));
  }
}
