/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A made-up lab to try things on: a folder of ALF data that looks like years of work and takes
 * seconds to write.
 *
 * <p>Start at {@link io.alfheim.demo.DemoLab#write(java.nio.file.Path)}. The folder it makes holds
 * twenty sessions of five mice in three labs and of one without a lab: training, recordings with one
 * or two probes, revisions, and a few files whose names say nothing, as every real folder has them.
 *
 * <p>What must hold: all values follow from the seed alone, bit by bit, on every machine; all
 * datasets of one object have equally many rows; what can be computed from other datasets (firing
 * rates, rewards, wheel turns) agrees with them. Nothing is downloaded and no real animal was
 * recorded.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.alfheim.demo;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
