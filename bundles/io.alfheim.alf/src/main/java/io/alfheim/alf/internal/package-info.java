/* SPDX-License-Identifier: Apache-2.0 */
/** How names are scanned, and how faults are put in words. */
@NullMarked
package io.alfheim.alf.internal;

import org.jspecify.annotations.NullMarked;
