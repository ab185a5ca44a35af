/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Attribute;
import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Marks a {@link StoreProvider} component with the URI scheme it opens, once for the service
 * registry (a service property) and once for the resolver (a bundle capability), so that it can be
 * known which bundle opens {@code s3} before anything is started.
 */
@ComponentPropertyType
@Capability(namespace = ProvidesStore.NAMESPACE)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ProvidesStore {
  /** Namespace of the bundle capability. */
  String NAMESPACE = "io.alfheim.store";

  /** Name of the service property. */
  String SCHEME = "io.alfheim.store.scheme";

  /** Put before the names of the service properties. */
  String PREFIX_ = "io.alfheim.store.";

  /** The URI scheme, in lower case. */
  @Attribute("scheme")
  String scheme();
}
