/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.apache.felix.framework.Felix;
import org.apache.felix.framework.util.FelixConstants;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** The framework with the bundles of a distribution, for one run of the console. */
final class ConsoleFramework {
  /** Watches the plug-ins; started last, so that they find everything there. */
  private static final String WATCHER = "org.apache.felix.fileinstall";

  private static final String DEMO = "(alfheim.launch=demo)";
  private static final String CONSOLE = "(alfheim.console=main)";

  private final Path dist;
  private final Home home;
  private final boolean demo;

  ConsoleFramework(Path dist, Home home, boolean demo) {
    this.dist = dist;
    this.home = home;
    this.demo = demo;
  }

  /** Starts everything, runs the console and stops everything. */
  int run(List<String> arguments) throws IOException, BundleException, InvalidSyntaxException {
    Optional<Path> plugins = home.writable("plugins");
    if (plugins.isEmpty()) {
      System.err.println(
          "alfheim: cannot write to '" + home.folder() + "': no history, no log, no plug-ins.");
    }
    Path storage = TemporaryFolder.create();
    Felix framework = new Felix(settings(storage, plugins));
    framework.start();
    startBundles(framework.getBundleContext(), plugins.isPresent());
    if (demo) {
      prepareDemo(framework.getBundleContext());
    }
    int code = console(framework.getBundleContext()).applyAsInt(arguments.toArray(String[]::new));
    framework.stop();
    return code;
  }

  private Map<String, Object> settings(Path storage, Optional<Path> plugins) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(Constants.FRAMEWORK_STORAGE, storage.resolve("framework").toString());
    settings.put(FelixConstants.LOG_LOGGER_PROP, new FrameworkLog());
    settings.put(FelixConstants.LOG_LEVEL_PROP, "2");
    settings.put("alfheim.home", home.folder().toString());
    settings.put("alfheim.demo", String.valueOf(demo));
    settings.put("felix.fileinstall.dir", plugins.map(Path::toString).orElse(""));
    settings.put("felix.fileinstall.tmpdir", storage.resolve("plugins").toString());
    settings.put("felix.fileinstall.poll", "500");
    settings.put("felix.fileinstall.noInitialDelay", "true");
    settings.put("felix.fileinstall.log.default", "jul");
    settings.put("felix.fileinstall.log.level", "2");
    return settings;
  }

  private void startBundles(BundleContext context, boolean watchPlugins)
      throws IOException, BundleException {
    List<Bundle> bundles = new ArrayList<>();
    Optional<Bundle> watcher = Optional.empty();
    for (Path jar : jars()) {
      // "reference:" runs the jar where it is instead of copying it.
      Bundle bundle = context.installBundle("reference:" + jar.toUri());
      if (WATCHER.equals(bundle.getSymbolicName())) {
        watcher = Optional.of(bundle);
      } else if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
        bundles.add(bundle);
      }
    }
    for (Bundle bundle : bundles) {
      start(bundle);
    }
    if (watchPlugins) {
      watcher.ifPresent(ConsoleFramework::start);
    }
  }

  private List<Path> jars() throws IOException {
    try (Stream<Path> files = Files.list(dist.resolve("bundles"))) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  /** The others may work without the one that does not start. */
  private static void start(Bundle bundle) {
    try {
      bundle.start();
    } catch (BundleException e) {
      System.err.println(
          "alfheim: '" + bundle.getSymbolicName() + "' did not start: " + Failure.text(e));
      System.getLogger("launcher")
          .log(System.Logger.Level.ERROR, bundle.getSymbolicName() + " did not start", e);
    }
  }

  /** A bundle may offer to fill the home with something to play with. */
  private static void prepareDemo(BundleContext context) throws InvalidSyntaxException {
    for (ServiceReference<Runnable> found : context.getServiceReferences(Runnable.class, DEMO)) {
      context.getService(found).run();
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // the type arguments are part of the agreement
  private static ToIntFunction<String[]> console(BundleContext context)
      throws InvalidSyntaxException {
    Collection<ServiceReference<ToIntFunction>> found =
        context.getServiceReferences(ToIntFunction.class, CONSOLE);
    if (found.isEmpty()) {
      throw new IllegalStateException("no bundle offers the console.");
    }
    return context.getService(found.iterator().next());
  }
}
