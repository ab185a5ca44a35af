/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console;

import java.util.NoSuchElementException;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/** The words of the console: every snippet sees these methods without an import. */
public final class Verbs {
  private Verbs() {}

  /**
   * The service of a type, the one with the highest ranking.
   *
   * @throws NoSuchElementException if no bundle offers one
   */
  public static <T> T service(Class<T> type) {
    BundleContext context = FrameworkUtil.getBundle(Verbs.class).getBundleContext();
    ServiceReference<T> reference = context.getServiceReference(type);
    T service = reference == null ? null : context.getService(reference);
    if (service == null) {
      throw new NoSuchElementException("No bundle offers the service '" + type.getName() + "'.");
    }
    return service;
  }
}
