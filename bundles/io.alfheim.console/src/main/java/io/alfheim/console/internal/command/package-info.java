/* SPDX-License-Identifier: Apache-2.0 */
/** What is entered, snippets and slash commands, from whatever side. */
@NullMarked
package io.alfheim.console.internal.command;

import org.jspecify.annotations.NullMarked;
