/* SPDX-License-Identifier: Apache-2.0 */
/**
 * ALF data in plain folders, without a catalog: what ONE has in {@code one.alf.io}.
 *
 * <p>{@link io.alfheim.one.files.DataFolders} finds: files by the parts of their names, sessions below a
 * root, revisions of a file. {@link io.alfheim.one.files.AlfIo}, a service, reads and writes: files,
 * objects, series with their times. {@link io.alfheim.one.files.NameFilter} says which names are meant:
 *
 * <pre>{@code
 * NameFilter wheel = NameFilter.ANY.object("wheel*").without(AlfPart.TIMESCALE);
 * DataFolders.list(alf, wheel);
 * files.loadObject(alf, wheel.attribute("position", "timestamps")).array("position");
 * }</pre>
 *
 * <p>Nothing here replaces a file that is there, and what is written appears under its name whole or not
 * at all. Trouble is a {@link io.alfheim.catalog.CatalogException} whose hint says what to do. Nothing is
 * remembered between two calls: the folders are looked at anew each time.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.alfheim.one.files;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
