/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.classpath;

import static java.util.Objects.requireNonNull;
import static org.osgi.framework.namespace.PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE;
import static org.osgi.framework.namespace.PackageNamespace.PACKAGE_NAMESPACE;

import io.alfheim.console.internal.snippet.Bindings;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/** Which bundle provides a package. Follows the framework. */
public final class ExportedPackages implements SynchronousBundleListener, AutoCloseable {
  private final BundleContext context;
  private final AtomicLong generation = new AtomicLong();
  private final AtomicBoolean replaced = new AtomicBoolean();
  private Snapshot snapshot = new Snapshot(-1, Map.of());

  private record Snapshot(long generation, Map<String, BundleWiring> providers) {}

  /** Starts to follow the framework of this context. */
  public ExportedPackages(BundleContext context) {
    this.context = context;
    context.addBundleListener(this);
  }

  @Override
  public void bundleChanged(BundleEvent event) {
    switch (event.getType()) {
      case BundleEvent.UNRESOLVED -> {
        replaced.set(true);
        generation.incrementAndGet();
      }
      case BundleEvent.RESOLVED, BundleEvent.UPDATED, BundleEvent.UNINSTALLED ->
        generation.incrementAndGet();
      default -> {}
    }
  }

  /** Raised by every change of the packages there are. */
  public long generation() {
    return generation.get();
  }

  /** Whether a bundle whose classes may be in use went away since the last call. */
  public boolean takeReplaced() {
    return replaced.getAndSet(false);
  }

  Optional<BundleWiring> findProvider(String packageName) {
    return Optional.ofNullable(providers().get(packageName));
  }

  synchronized Map<String, BundleWiring> providers() {
    long now = generation.get();
    if (snapshot.generation != now) {
      snapshot = new Snapshot(now, collect());
    }
    return snapshot.providers;
  }

  private Map<String, BundleWiring> collect() {
    Map<String, BundleWiring> found = new HashMap<>();
    Map<String, Version> versions = new HashMap<>();
    for (Bundle bundle : context.getBundles()) {
      BundleWiring wiring = bundle.adapt(BundleWiring.class);
      if (wiring != null && wiring.isInUse()) {
        addNewer(wiring, found, versions);
      }
    }
    // The variables of the console have the types that the console itself is wired to.
    BundleWiring own = context.getBundle().adapt(BundleWiring.class);
    for (BundleWire wire : own.getRequiredWires(PACKAGE_NAMESPACE)) {
      found.put(nameOf(wire.getCapability()), wire.getProviderWiring());
    }
    found.put(Bindings.class.getPackageName(), own);
    return found;
  }

  private static void addNewer(
      BundleWiring wiring, Map<String, BundleWiring> found, Map<String, Version> versions) {
    for (BundleCapability capability : wiring.getCapabilities(PACKAGE_NAMESPACE)) {
      String name = nameOf(capability);
      Version version = attribute(capability, CAPABILITY_VERSION_ATTRIBUTE, Version.class);
      Version known = versions.get(name);
      if (known == null || version.compareTo(known) > 0) {
        found.put(name, wiring);
        versions.put(name, version);
      }
    }
  }

  private static String nameOf(BundleCapability capability) {
    return attribute(capability, PACKAGE_NAMESPACE, String.class);
  }

  /** A package capability always has a name and a version. */
  private static <T> T attribute(BundleCapability capability, String name, Class<T> type) {
    return type.cast(requireNonNull(capability.getAttributes().get(name), name));
  }

  static boolean isSystem(BundleWiring wiring) {
    return wiring.getBundle().getBundleId() == 0;
  }

  /** The class files of one package, as resource names. */
  static Collection<String> classesOf(BundleWiring wiring, String packageName) {
    Collection<String> names = wiring.listResources(
        '/' + packageName.replace('.', '/'), "*.class", BundleWiring.LISTRESOURCES_LOCAL);
    return names == null ? List.of() : names;
  }

  @Override
  public void close() {
    context.removeBundleListener(this);
  }
}
