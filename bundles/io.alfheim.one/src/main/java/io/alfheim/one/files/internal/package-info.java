/* SPDX-License-Identifier: Apache-2.0 */
/** How folders are walked and files written. */
@NullMarked
package io.alfheim.one.files.internal;

import org.jspecify.annotations.NullMarked;
