/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The class path of snippets: the exported packages of all resolved bundles, as they are now.
 *
 * <p>One map from package to bundle wiring feeds the compiler, the class loader and the completion;
 * they can never disagree about which bundle provides a class.
 */
@NullMarked
package io.alfheim.console.internal.classpath;

import org.jspecify.annotations.NullMarked;
