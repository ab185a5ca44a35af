/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What a person at the console can say, and how a bundle adds words, values and views to it.
 *
 * <p>The console is JShell inside the framework: every exported package of every bundle can be
 * imported by a snippet, also those of bundles that arrive while it runs. {@link
 * io.alfheim.console.Verbs} holds the words that need no import.
 *
 * <p>A bundle makes itself at home by registering services: a {@link
 * io.alfheim.console.ConsoleContribution} brings imports and variables, a {@link
 * io.alfheim.console.ValueRenderer} shows values of its own types. Both may come and go at any time;
 * neither may block or fail for long, as the prompt waits for them.
 *
 * <p>Rendering must not change what it shows, must end soon for data of any size, and uses escape
 * codes only if {@link io.alfheim.console.RenderContext#color()} says so.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.alfheim.console;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
