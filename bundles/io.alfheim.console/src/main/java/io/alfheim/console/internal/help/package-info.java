/* SPDX-License-Identifier: Apache-2.0 */
/** What help() says. */
@NullMarked
package io.alfheim.console.internal.help;

import org.jspecify.annotations.NullMarked;
