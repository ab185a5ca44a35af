/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.itest;

import java.util.Collection;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.util.tracker.ServiceTracker;

/** Services of the framework, waited for: some come a moment after their bundle. */
final class Services {
  private static final long PATIENCE = 10_000;

  private final BundleContext context;

  Services(BundleContext context) {
    this.context = context;
  }

  /** The service of a type. */
  <T> T get(Class<T> type) throws Exception {
    return get(type, "(objectClass=*)");
  }

  /** The service of a type whose properties pass a filter. */
  <T> T get(Class<T> type, String filter) throws Exception {
    ServiceTracker<T, T> tracker = new ServiceTracker<>(
        context,
        FrameworkUtil.createFilter("(&(objectClass=" + type.getName() + ")" + filter + ")"),
        null);
    tracker.open();
    T service = tracker.waitForService(PATIENCE);
    if (service == null) {
      throw new AssertionError("No " + type.getName() + " with " + filter + " has come.");
    }
    return service;
  }

  /** How many services of a type pass a filter now. */
  <T> int count(Class<T> type, String filter) throws InvalidSyntaxException {
    Collection<?> found = context.getServiceReferences(type, filter);
    return found.size();
  }
}
