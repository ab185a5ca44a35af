/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.felix.framework.Felix;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/** A framework without bundles: all that is on the class path of the test is in its system bundle. */
public final class RunningFramework implements AutoCloseable {
  /** What the words of the console and the snippets of the tests need. */
  private static final String PACKAGES =
      "io.alfheim.alf,io.alfheim.catalog,io.alfheim.console,io.alfheim.data";

  private final Felix felix;

  private RunningFramework(Path storage) throws BundleException {
    felix = new Felix(Map.of(
        "org.osgi.framework.storage",
        storage.toString(),
        "org.osgi.framework.system.packages.extra",
        PACKAGES,
        "felix.log.level",
        "1"));
    felix.start();
  }

  /** The context of the system bundle. */
  public BundleContext context() {
    return felix.getBundleContext();
  }

  /** Starts it below the temporary folder of a test. */
  public static RunningFramework in(Path folder) throws BundleException, IOException {
    return new RunningFramework(Files.createTempDirectory(folder, "framework"));
  }

  @Override
  public void close() throws BundleException {
    felix.stop();
    try {
      felix.waitForStop(5000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
