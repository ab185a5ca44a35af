/* SPDX-License-Identifier: Apache-2.0 */
/** The index of the catalog, made with Lucene. Exports nothing: it is used as a service. */
@NullMarked
package io.alfheim.index.lucene;

import org.jspecify.annotations.NullMarked;
