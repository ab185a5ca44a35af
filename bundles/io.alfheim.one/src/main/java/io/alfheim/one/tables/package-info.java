/* SPDX-License-Identifier: Apache-2.0 */
/**
 * ONE's cache tables: a folder with {@code sessions.pqt} and {@code datasets.pqt}.
 *
 * <p>Start at {@link io.alfheim.one.tables.CacheTables}, a service: it reads and writes the tables of a
 * folder, makes them of files, and moves them into the catalog and out of it.
 *
 * <pre>{@code
 * cacheTables.importInto(Path.of("/data/lab"));
 * cacheTables.export(Path.of("/data/release"), "2024-03-01");
 * }</pre>
 *
 * <p>Tables of every age are read, from those whose ids are pairs of numbers on; what is written is
 * what today's ONE reads, with the index, the types, the order of the outcomes of quality control and
 * the notes in the footer that it expects.
 *
 * <p>What holds: rows are ordered as the texts of their ids order. A file is replaced as a whole or
 * not at all, and two programs that save at once do not lose each other's rows. Whatever is wrong with
 * a file is said with its name and what is missing in it.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.alfheim.one.tables;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
