/* SPDX-License-Identifier: Apache-2.0 */
/** Local files, and what all stores of this bundle share. */
@NullMarked
package io.alfheim.store.internal;

import org.jspecify.annotations.NullMarked;
