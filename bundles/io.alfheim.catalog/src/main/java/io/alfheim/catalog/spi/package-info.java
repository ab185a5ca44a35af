/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What the catalog asks of its two back ends: the record, which is the truth, and the index, which is
 * derived from it.
 *
 * <p>A {@link io.alfheim.catalog.spi.SessionRecord} keeps one {@link
 * io.alfheim.catalog.spi.SessionEntry} per session and its whole history as commits. A {@link
 * io.alfheim.catalog.spi.CatalogIndex} answers a {@link io.alfheim.catalog.spi.SessionQuery} and
 * stands at one commit of the record; the catalog brings it forward by the {@link
 * io.alfheim.catalog.spi.SessionChange}s between two commits. Nothing else connects the two: an index
 * that is lost is made again from the record.
 *
 * <p>Both are opened below a home directory by services, {@link
 * io.alfheim.catalog.spi.SessionRecordProvider} and {@link
 * io.alfheim.catalog.spi.CatalogIndexProvider}. Several processes may have the same home open at the
 * same time: reading never blocks, writers take turns.
 *
 * <p>A {@link io.alfheim.catalog.spi.Whiteboard} is for those who use readers, writers and stores as
 * they come and go.
 *
 * <p>Nothing here holds something per dataset on the heap for longer than one session is looked at.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.alfheim.catalog.spi;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
