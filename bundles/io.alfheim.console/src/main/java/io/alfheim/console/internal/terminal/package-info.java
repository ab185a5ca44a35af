/* SPDX-License-Identifier: Apache-2.0 */
/** A person at a terminal: the prompt, its completion, its colours and its notices. */
@NullMarked
package io.alfheim.console.internal.terminal;

import org.jspecify.annotations.NullMarked;
