/* SPDX-License-Identifier: Apache-2.0 */
/** Blobs in stores, their references in the record, and what is left when these are gone. */
@NullMarked
package io.alfheim.blobs.internal;

import org.jspecify.annotations.NullMarked;
