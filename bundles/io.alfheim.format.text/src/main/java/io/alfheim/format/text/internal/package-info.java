/* SPDX-License-Identifier: Apache-2.0 */
/** Readers and writers of text formats. */
@NullMarked
package io.alfheim.format.text.internal;

import org.jspecify.annotations.NullMarked;
