/* SPDX-License-Identifier: Apache-2.0 */
/** The catalog service. */
@NullMarked
package io.alfheim.catalog.internal;

import org.jspecify.annotations.NullMarked;
