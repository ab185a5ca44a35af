/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.itest;

import java.util.Collection;
import java.util.function.ToIntFunction;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;

/** Starts Karaf and runs its console with the arguments; the class path is that of Karaf. */
final class KarafRun {
  private static final long PATIENCE = 90_000;

  private KarafRun() {}

  /** Ends the process at once, as what Karaf does at the end is not asked about. */
  public static void main(String... arguments) throws Exception {
    int code = 3;
    try {
      Class<?> type = Class.forName("org.apache.karaf.main.Main");
      Object karaf = type.getConstructor(String[].class).newInstance((Object) new String[0]);
      type.getMethod("launch").invoke(karaf);
      Framework framework = (Framework) type.getMethod("getFramework").invoke(karaf);
      code = console(framework.getBundleContext()).applyAsInt(arguments);
      System.out.flush();
    } finally {
      Runtime.getRuntime().halt(code);
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // the type arguments are part of the agreement
  private static ToIntFunction<String[]> console(BundleContext context) throws Exception {
    for (long waited = 0; waited < PATIENCE; waited += 200) {
      Collection<ServiceReference<ToIntFunction>> found =
          context.getServiceReferences(ToIntFunction.class, "(alfheim.console=main)");
      if (!found.isEmpty()) {
        return context.getService(found.iterator().next());
      }
      Thread.sleep(200);
    }
    throw new IllegalStateException("The console has not come.");
  }
}
