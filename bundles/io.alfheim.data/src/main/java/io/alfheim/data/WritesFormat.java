/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Attribute;
import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Marks a {@link DatasetWriter} component with the file extensions it writes, once for the service
 * registry (a service property) and once for the resolver (a bundle capability), so that it can be
 * known which bundle writes {@code npy} before anything is started.
 */
@ComponentPropertyType
@Capability(namespace = WritesFormat.NAMESPACE)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface WritesFormat {
  /** Namespace of the bundle capability. */
  String NAMESPACE = "io.alfheim.writer";

  /** Name of the service property. */
  String EXTENSIONS = "io.alfheim.writer.extensions";

  /** Put before the names of the service properties. */
  String PREFIX_ = "io.alfheim.writer.";

  /** File extensions, without the dot, in lower case. */
  @Attribute("extensions")
  String[] extensions();
}
