/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Runs snippets: JShell on the class path of the bundles, in this process, with the real values kept
 * and with a stop that works.
 */
@NullMarked
package io.alfheim.console.internal.engine;

import org.jspecify.annotations.NullMarked;
