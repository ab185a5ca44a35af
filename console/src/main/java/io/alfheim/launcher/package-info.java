/* SPDX-License-Identifier: Apache-2.0 */
/** Starts the framework with the bundles of the console, and ends the process. */
@NullMarked
package io.alfheim.launcher;

import org.jspecify.annotations.NullMarked;
