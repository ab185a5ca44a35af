/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Values, attachments and files that belong to sessions, datasets and subjects but are no datasets:
 * named by their content, kept in stores, referred to in the record.
 *
 * <p>A {@link io.alfheim.blobs.Section} is a place in a store. What is put there comes back as a {@link
 * io.alfheim.blobs.Stored}: its hash, its size, its name. Hung on a session, a dataset or a subject by
 * {@link io.alfheim.blobs.Blobs}, it becomes a {@link io.alfheim.blobs.Reference}, a line of the
 * record, with all that this means: it has a history, it is part of releases, it travels with a push.
 *
 * <p>An object is used as long as a reference to it stands in a commit that is kept; nothing counts
 * references, and nothing can count wrong. What is not used can be deleted by {@link
 * io.alfheim.blobs.Cleanup}, in two steps with time between them.
 *
 * <p>Hashes, paths and bytes are those of DataJoint's external stores, whose objects can be read in
 * place.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.alfheim.blobs;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
