/* SPDX-License-Identifier: Apache-2.0 */
/** Readers and writers of the files of numpy. */
@NullMarked
package io.alfheim.format.npy.internal;

import org.jspecify.annotations.NullMarked;
