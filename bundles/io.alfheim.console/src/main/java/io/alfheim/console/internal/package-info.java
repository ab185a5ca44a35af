/* SPDX-License-Identifier: Apache-2.0 */
/** The console as a whole: what it runs, where, and for whom. */
@NullMarked
package io.alfheim.console.internal;

import org.jspecify.annotations.NullMarked;
