/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.classpath;

import java.net.URL;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.wiring.BundleWiring;

/**
 * The load side: the classes of snippets live here, everything else comes from the bundle that
 * exports it, asked anew for each class.
 *
 * <p>The JVM remembers for ever what a loader once found. After a bundle was updated a new
 * generation of the loader is needed, which still sees the snippets of the older ones.
 */
final class SnippetLoader extends ClassLoader {
  /** JShell puts all snippets into this package. */
  private static final String SNIPPETS = "REPL.";

  static {
    registerAsParallelCapable();
  }

  private final ExportedPackages packages;
  private final @Nullable SnippetLoader older;
  private final Map<String, byte[]> bytecode = new ConcurrentHashMap<>();

  SnippetLoader(ExportedPackages packages, @Nullable SnippetLoader older) {
    super("snippets", ClassLoader.getPlatformClassLoader());
    this.packages = packages;
    this.older = older;
  }

  void add(String className, byte[] code) {
    bytecode.put(className, code);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] code = bytecode.remove(name);
    if (code != null) {
      return defineClass(name, code, 0, code.length);
    }
    if (name.startsWith(SNIPPETS)) {
      return findOlder(name);
    }
    BundleWiring provider = packages
        .findProvider(packageOf(name, '.'))
        .orElseThrow(() -> new ClassNotFoundException(name));
    return provider.getBundle().loadClass(name);
  }

  private Class<?> findOlder(String name) throws ClassNotFoundException {
    for (SnippetLoader loader = older; loader != null; loader = loader.older) {
      if (loader.bytecode.containsKey(name) || loader.findLoadedClass(name) != null) {
        return loader.loadClass(name);
      }
    }
    throw new ClassNotFoundException(name);
  }

  @Override
  protected @Nullable URL findResource(String name) {
    return packages
        .findProvider(packageOf(name, '/').replace('/', '.'))
        .map(provider -> provider.getBundle().getResource(name))
        .orElse(null);
  }

  private static String packageOf(String name, char separator) {
    int end = name.lastIndexOf(separator);
    return end < 0 ? "" : name.substring(0, end);
  }
}
