/* SPDX-License-Identifier: Apache-2.0 */
/**
 * ALF names as values: what a file name, a path or a session folder of the ALF convention says.
 *
 * <p>ALF is a way to name the files of a recording so that the names alone carry the structure:
 * {@code lab/Subjects/subject/2020-01-01/001/alf/probe00/#2020-08-31#/_ibl_spikes.times_bpod.npy}. Start at the piece
 * you hold:
 *
 * <ul>
 *   <li>a file name: {@link io.alfheim.alf.AlfName}
 *   <li>a path below a session folder: {@link io.alfheim.alf.DatasetPath}
 *   <li>a path of any kind, with or without a session in it: {@link io.alfheim.alf.AlfPath}
 *   <li>folder names while walking a tree: {@link io.alfheim.alf.SessionFolder}
 *   <li>a session without a place: {@link io.alfheim.alf.SessionKey}
 *   <li>a reference such as {@code 2018-07-13_001_flowers}: {@link io.alfheim.alf.SessionRef}
 *   <li>the parts of a name to be made: {@link io.alfheim.alf.AlfNameBuilder}
 * </ul>
 *
 * <p>What holds everywhere: values are immutable and safe to share; an absent part is the empty string, never null and
 * never an {@code Optional}; {@code toString()} of what was parsed is the parsed text, character by character; {@code
 * find…} answers with an {@code Optional}, {@code parse…} throws {@link io.alfheim.alf.AlfException} and nothing else;
 * nothing here touches a disk, except {@link io.alfheim.alf.AlfFiles}. Text is judged, never repaired: letters of any
 * language are letters, but a trailing newline or a space makes a name invalid.
 *
 * <p>The bundle needs the JDK only and works as a plain jar.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.alfheim.alf;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
