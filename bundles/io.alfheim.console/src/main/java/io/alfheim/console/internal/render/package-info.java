/* SPDX-License-Identifier: Apache-2.0 */
/** Shows values, compile errors and exceptions as text that fits the terminal. */
@NullMarked
package io.alfheim.console.internal.render;

import org.jspecify.annotations.NullMarked;
