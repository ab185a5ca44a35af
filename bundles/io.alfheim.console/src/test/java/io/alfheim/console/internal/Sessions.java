/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal;

import io.alfheim.console.internal.classpath.ExportedPackages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/** Sessions in a framework without bundles, as the console makes them. */
public final class Sessions implements AutoCloseable {
  /** A list as the verbs of ONE give them: looked up when it is first looked at. */
  public static final String LOST = "class Lost extends AbstractList<String> {"
      + " public String get(int index) { return \"\"; }"
      + " public int size() { throw new DataException(\"No session 'SP26'.\", \"See sessions().\"); }"
      + "}\n";

  private final RunningFramework framework;
  private final ExportedPackages packages;
  private final SessionSource source;

  private Sessions(RunningFramework framework) {
    this.framework = framework;
    this.packages = new ExportedPackages(framework.context());
    Vocabulary vocabulary = new Vocabulary(List::of, List.of("a", "b"), name -> true);
    this.source = new SessionSource(packages, List::of, vocabulary);
    source.start();
  }

  /** Starts a framework below a folder, and a first session. */
  public static Sessions start(Path folder) throws BundleException, IOException {
    return new Sessions(RunningFramework.in(folder));
  }

  /** Where the sessions come from. */
  public SessionSource source() {
    return source;
  }

  /** The context of the framework. */
  public BundleContext context() {
    return framework.context();
  }

  @Override
  public void close() throws BundleException {
    source.close();
    packages.close();
    framework.close();
  }
}
