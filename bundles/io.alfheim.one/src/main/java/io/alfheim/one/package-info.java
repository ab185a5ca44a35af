/* SPDX-License-Identifier: Apache-2.0 */
/**
 * For those who come from ONE: the same verbs and the same answers, over a catalog.
 *
 * <p>ONE is the Python program with which laboratories search and load ALF data. Here its calls keep
 * their names in camelCase, and its tables are read and written by {@link io.alfheim.one.tables}.
 * Beneath is the {@link io.alfheim.catalog.Catalog} of the home, which knows the same sessions and
 * datasets under the same ids, so that a lab may use both programs on the same data.
 *
 * <p>What holds: ids, order and choice of revisions are those of ONE. Where ONE is known to be wrong,
 * the answer here is the right one, and the documentation of the call says so. Nothing is null: what
 * may be missing is an {@code Optional}, and what was asked for and is not there is a {@link
 * io.alfheim.catalog.CatalogException} that names the nearest thing there is.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.alfheim.one;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
