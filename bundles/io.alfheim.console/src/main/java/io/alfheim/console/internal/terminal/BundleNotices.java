/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.terminal;

import static org.osgi.framework.namespace.PackageNamespace.PACKAGE_NAMESPACE;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.framework.wiring.BundleWiring;

/** Tells of bundles that come, change or go. */
final class BundleNotices implements BundleListener {
  private final Consumer<String> out;

  BundleNotices(Consumer<String> out) {
    this.out = out;
  }

  @Override
  public void bundleChanged(BundleEvent event) {
    Bundle bundle = event.getBundle();
    String name = bundle.getSymbolicName() + " " + bundle.getVersion();
    switch (event.getType()) {
      case BundleEvent.STARTED -> out.accept(name + " is here" + packagesOf(bundle));
      case BundleEvent.UPDATED ->
        out.accept(name + " was updated; values made before keep the old classes, see /reload");
      case BundleEvent.UNINSTALLED -> out.accept(name + " is gone");
      default -> {}
    }
  }

  private static String packagesOf(Bundle bundle) {
    BundleWiring wiring = bundle.adapt(BundleWiring.class);
    List<String> packages = wiring == null
        ? List.of()
        : wiring.getCapabilities(PACKAGE_NAMESPACE).stream()
            .map(capability -> capability.getAttributes().get(PACKAGE_NAMESPACE))
            .map(String::valueOf)
            .toList();
    return packages.isEmpty()
        ? ""
        : packages.stream()
            .map(each -> each + ".*")
            .collect(Collectors.joining(", ", ": import ", ""));
  }
}
