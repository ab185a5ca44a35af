/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.itest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the tests of a class inside Felix, with the bundles that the console ships. The class has a
 * constructor with the {@link org.osgi.framework.BundleContext} of the test.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(FelixExtension.class)
@interface InFelix {}
