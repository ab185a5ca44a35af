/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal;

import io.alfheim.console.ConsoleContribution;
import io.alfheim.one.One;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The verbs of ONE as a variable, where their bundle is installed. */
@Component
public final class OneVariable implements ConsoleContribution {
  private final BundleContext context;
  private final ServiceReference<One> one;

  /** With a reference, as to ask for the service would open the catalog. */
  @Activate
  public OneVariable(BundleContext context, @Reference ServiceReference<One> one) {
    this.context = context;
    this.one = one;
  }

  @Override
  public List<String> imports() {
    return List.of("io.alfheim.one.One");
  }

  @Override
  public List<Variable> variables() {
    return List.of(Variable.of("one", One.class, () -> context.getService(one)));
  }
}
