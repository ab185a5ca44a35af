/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal;

import io.alfheim.blobs.Blobs;
import io.alfheim.console.ConsoleContribution;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sections of stores as a variable, where their bundle is installed. */
@Component
public final class BlobsVariable implements ConsoleContribution {
  private final BundleContext context;
  private final ServiceReference<Blobs> blobs;

  /** With a reference, as to ask for the service would open the catalog. */
  @Activate
  public BlobsVariable(BundleContext context, @Reference ServiceReference<Blobs> blobs) {
    this.context = context;
    this.blobs = blobs;
  }

  @Override
  public List<String> imports() {
    return List.of("io.alfheim.blobs.*");
  }

  @Override
  public List<Variable> variables() {
    return List.of(Variable.of("blobs", Blobs.class, () -> context.getService(blobs)));
  }
}
