/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The catalog of a home: what sessions and datasets there are, and their content.
 *
 * <p>Start at {@link io.alfheim.catalog.Catalog}, a service. {@code scan} looks through a folder and
 * writes down what is there; {@code search} finds many sessions; the {@code list}s look inside; {@code
 * load} brings bytes; {@code register}, {@code put} and {@code save} add new data, as one commit:
 *
 * <pre>{@code
 * catalog.scan(Path.of("/data/lab"));
 * Session session = catalog.search("subject:KS014 dataset:spikes.times").list().get(0);
 * NDArray times = session.load("spikes.times", "alf/probe00").array();
 * session.put("alf/probe00/spikes.depths.npy", depths).setQc(Qc.PASS, "compared with histology");
 * }</pre>
 *
 * <p>Searches and sessions are immutable and safe for threads. What is listed was true at one commit of
 * the record. Whatever goes wrong for a user is a {@link io.alfheim.catalog.CatalogException}, whose
 * message says what was asked, where it was looked for and what is nearest, and whose hint names the
 * next thing to do.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.alfheim.catalog;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
